using System.Collections.Immutable;
using System.Globalization;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Generators.Rules.Uses;
using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG2003: a flag is read as another type than it is declared with, or with a fallback that is not its default.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MisreadFlagAnalyzer : FlagKeyRule
{
    public static readonly DiagnosticDescriptor FLAG2003_MisreadFlag = Descriptors.Create("FLAG2003");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG2003_MisreadFlag);

    protected override Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation)
    {
        if (use.Parameter is not { Role: FlagApiRole.Read, Api: { } api }
            || compilation.Declared.Find(use.Key, use.Parameter.IgnoresCase) is not { Value: { } declared } flag)
        {
            return null;
        }

        return CheckType(use, api, flag.Key, declared) ?? CheckFallback(use, api, flag.Key, declared);
    }

    /// <summary>Asks calls, not arguments: of two arguments the one that is wrong may be the other, and editors want it inside of what was looked at.</summary>
    protected override void Register(CompilationStartAnalysisContext context, FlagCompilation compilation) =>
        context.RegisterOperationAction(
            operation =>
            {
                if (!this.Covers(operation))
                {
                    return;
                }

                foreach (IArgumentOperation argument in ((IInvocationOperation)operation.Operation).Arguments)
                {
                    this.Report(operation, argument, compilation);
                }
            },
            OperationKind.Invocation);

    private static Diagnostic? CheckType(FlagKeyUse use, FlagApi api, string key, DeclaredValue declared)
    {
        ITypeSymbol? type = api.Value == FlagApiValue.Typed && use.Receiver is IMethodSymbol { TypeArguments: { Length: 1 } arguments } ? arguments[0] : null;
        FlagType? read = type is null ? api.Value.FlagTypeOf() : DeclaredValue.FlagTypeOf(type);
        if (read is null || FlagRead.Fits(declared, read.Value, type, FlagRead.IsOwn(api)))
        {
            return null;
        }

        string readAs = type?.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) ?? FlagRead.Name(read.Value);
        string message = "Flag '" + key + "' is declared as " + (declared.IsChoice ? "a choice" : FlagRead.Name(declared.Type)) + " and read as " + readAs + ": the answer is the fallback, never its value";
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty
            .Add(FixProperties.Key, key)
            .Add(FixProperties.ReadAs, FlagRead.RightWay(use, api, declared))
            .Add(FixProperties.Replacement, FlagRead.FallbackOf(use, api) is null ? null : FlagRead.Literal(declared));
        return Diagnostic.Create(FLAG2003_MisreadFlag, use.Syntax.GetLocation(), properties, message);
    }

    private static Diagnostic? CheckFallback(FlagKeyUse use, FlagApi api, string key, DeclaredValue declared)
    {
        // What an optional parameter stands for was not written here.
        if (FlagRead.FallbackOf(use, api) is not { ArgumentKind: ArgumentKind.Explicit, Value: { ConstantValue: { HasValue: true, Value: { } constant }, Type.TypeKind: not TypeKind.Enum } value }
            || declared.DefaultIs(constant) != false)
        {
            return null;
        }

        string message = "The fallback " + Text(constant) + " is not the default of flag '" + key + "', which flags.json gives as " + declared.Default;
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty
            .Add(FixProperties.Key, key)
            .Add(FixProperties.Replacement, FlagRead.Literal(declared));
        return Diagnostic.Create(FLAG2003_MisreadFlag, value.Syntax.GetLocation(), properties, message);
    }

    private static string Text(object constant) => constant switch
    {
        bool boolean => CSharpLiteral.Boolean(boolean),
        string text => CSharpLiteral.String(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => constant.ToString(),
    };
}
