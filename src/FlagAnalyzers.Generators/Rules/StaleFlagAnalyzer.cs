using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Generators.Rules.Uses;
using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG3001: a flag is used after the day it was meant to be gone, through its accessor or by its key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StaleFlagAnalyzer : FlagKeyRule
{
    public static readonly DiagnosticDescriptor FLAG3001_StaleFlagUsed = Descriptors.Create("FLAG3001");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG3001_StaleFlagUsed);

    protected override bool ChecksPages => true;

    protected override bool Applies(FlagCompilation compilation) => compilation.ReferenceDate is not null;

    protected override Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation) =>
        use.Parameter.Role.IsUse() && compilation.Declared.Find(use.Key, use.Parameter.IgnoresCase) is { } flag
            ? Report(flag, use.Syntax.GetLocation(), compilation)
            : null;

    protected override Diagnostic? Check(string key, Location place, FlagCompilation compilation) =>
        compilation.Declared.Find(key, ignoreCase: true) is { } flag ? Report(flag, place, compilation) : null;

    protected override void Register(CompilationStartAnalysisContext context, FlagCompilation compilation)
    {
        base.Register(context, compilation);

        ConcurrentDictionary<IPropertySymbol, DeclaredFlag?> accessors = new(SymbolEqualityComparer.Default);
        context.RegisterOperationAction(
            operation =>
            {
                IPropertyReferenceOperation reference = (IPropertyReferenceOperation)operation.Operation;
                if (IsWritten(operation)
                    && accessors.GetOrAdd(reference.Property.OriginalDefinition, static property => DeclaredFlag.FromAttribute(property)) is { } flag
                    && !IsNameOnly(reference)
                    && Report(flag, NameIn(reference.Syntax).GetLocation(), compilation) is { } diagnostic)
                {
                    operation.ReportDiagnostic(diagnostic);
                }
            },
            OperationKind.PropertyReference);
    }

    private static Diagnostic? Report(DeclaredFlag flag, Location place, FlagCompilation compilation)
    {
        if (flag.Expires is not { } expires || compilation.ReferenceDate is not { } today || today.DaysSince(expires) <= 0)
        {
            return null;
        }

        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Key, flag.Key);
        return Diagnostic.Create(FLAG3001_StaleFlagUsed, place, properties, Message(flag, expires, today.DaysSince(expires)));
    }

    private static string Message(DeclaredFlag flag, FlagDate expires, int days)
    {
        string message = "Flag '" + flag.Key + "' is stale: it expired " + days.ToString(CultureInfo.InvariantCulture) + (days == 1 ? " day" : " days") + " ago, on " + expires;
        string responsible = string.Join(", ", new[] { Part("owner", flag.Owner), Part("issue", flag.Issue) }.Where(static part => part is not null));
        return message + (responsible.Length > 0 ? " (" + responsible + ")" : string.Empty);
    }

    private static string? Part(string label, string? text) => string.IsNullOrEmpty(text) ? null : label + " " + text;

    /// <summary><c>nameof(flags.NewCheckout)</c> reads nothing; where the name is handed to a flag API, that is the use.</summary>
    private static bool IsNameOnly(IOperation operation)
    {
        for (IOperation? current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is INameOfOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static SyntaxNode NameIn(SyntaxNode syntax) => syntax switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => syntax,
    };
}
