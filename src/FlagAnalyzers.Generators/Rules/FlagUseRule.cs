using System.Collections.Immutable;
using System.Globalization;
using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Generators.Rules.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>
/// The base of the rules on the life of flags: a new one says what is wrong with using a flag, and the base finds the uses, by key, through accessors of every assembly and
/// through wrappers.
/// </summary>
internal abstract class FlagUseRule : FlagKeyRule
{
    protected sealed override bool ChecksPages => true;

    protected abstract DiagnosticDescriptor Rule { get; }

    /// <summary>What is wrong with using the flag: the end of a sentence that begins with the flag; or null.</summary>
    protected abstract string? Problem(DeclaredFlag flag, FlagCompilation compilation);

    /// <summary>What the diagnostic tells a code fix.</summary>
    protected virtual ImmutableDictionary<string, string?> PropertiesOf(DeclaredFlag flag, FlagCompilation compilation) =>
        ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Key, flag.Key);

    protected static string Days(int days) => days.ToString(CultureInfo.InvariantCulture) + (days == 1 ? " day" : " days");

    protected sealed override Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation) =>
        use.Parameter.Role.IsUse() && Find(use.Key, use.Parameter.IgnoresCase, compilation) is { } flag
            ? this.Report(flag, use.Syntax, wrapper: null, compilation)
            : null;

    protected sealed override Diagnostic? Check(string key, Location place, FlagCompilation compilation) =>
        Find(key, ignoresCase: true, compilation) is { } flag && this.Problem(flag, compilation) is { } problem
            ? this.Report(flag, problem, place, wrapper: null, compilation)
            : null;

    protected sealed override void Register(CompilationStartAnalysisContext context, FlagCompilation compilation)
    {
        base.Register(context, compilation);
        context.RegisterOperationAction(
            operation =>
            {
                if (MemberOf(operation.Operation) is { } member
                    && compilation.Readers.Find(member) is { } reader
                    && this.Covers(operation)
                    && !IsNameOnly(operation.Operation)
                    && (Find(reader.Key, reader.IgnoresCase, compilation) ?? reader.Accessor) is { } flag
                    && this.Report(flag, FlagReaders.NameIn(operation.Operation), reader.IsWrapper ? member.Name : null, compilation) is { } diagnostic)
                {
                    operation.ReportDiagnostic(diagnostic);
                }
            },
            OperationKind.PropertyReference,
            OperationKind.Invocation,
            OperationKind.MethodReference);
    }

    private static DeclaredFlag? Find(string key, bool ignoresCase, FlagCompilation compilation) =>
        compilation.Declared.Find(key, ignoresCase) ?? compilation.Declared.FindRetired(key, ignoresCase);

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation property => property.Property,
        IInvocationOperation call => call.TargetMethod,
        IMethodReferenceOperation reference => reference.Method,
        _ => null,
    };

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

    private static string? Part(string label, string? text) => string.IsNullOrEmpty(text) ? null : label + " " + text;

    private Diagnostic? Report(DeclaredFlag flag, SyntaxNode place, string? wrapper, FlagCompilation compilation) =>
        this.Problem(flag, compilation) is { } problem ? this.Report(flag, problem, place.GetLocation(), wrapper, compilation) : null;

    private Diagnostic Report(DeclaredFlag flag, string problem, Location place, string? wrapper, FlagCompilation compilation)
    {
        string responsible = string.Join(", ", new[] { Part("owner", flag.Owner), Part("issue", flag.Issue) }.Where(static part => part is not null));
        string message = "Flag '" + flag.Key + "'" + (wrapper is null ? " " : ", which '" + wrapper + "' reads, ") + problem + (responsible.Length > 0 ? " (" + responsible + ")" : string.Empty);
        return Diagnostic.Create(this.Rule, place, this.PropertiesOf(flag, compilation), message);
    }
}
