using System.Collections.Immutable;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.Rules.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG2004: a key that only a running program knows, so that no rule can say anything of it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnknownKeyAnalyzer : FlagKeyRule
{
    public static readonly DiagnosticDescriptor FLAG2004_UnknownKey = Descriptors.Create("FLAG2004");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG2004_UnknownKey);

    protected override Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation) => null;

    protected override void Register(CompilationStartAnalysisContext context, FlagCompilation compilation) =>
        context.RegisterOperationAction(
            operation =>
            {
                if (!this.Covers(operation))
                {
                    return;
                }

                foreach (KeyPart part in FlagKeyUses.UnknownIn(operation.Operation, compilation))
                {
                    if (!IsPassedOn(part.Value, compilation) && !IsDeclaredPrefix(part.Text, compilation))
                    {
                        operation.ReportDiagnostic(Diagnostic.Create(FLAG2004_UnknownKey, part.Value.Syntax.GetLocation(), Message(part)));
                    }
                }
            },
            FlagKeyUses.Kinds);

    private static string Message(KeyPart part) => part switch
    {
        { Text.Length: > 0 } => "No declared key begins with '" + part.Text + "', and the rest of this key is known only when the program runs",
        { Value: IParameterReferenceOperation { Parameter.Name: var name } } =>
            "The key is known only when the program runs: mark the parameter '" + name + "' with [FlagKey], so that what callers pass is checked",
        _ => "The key is known only when the program runs, so nothing checks it: use a constant",
    };

    /// <summary>What takes keys itself was checked where it got its value.</summary>
    private static bool IsPassedOn(IOperation value, FlagCompilation compilation) => value switch
    {
        IConversionOperation conversion => IsPassedOn(conversion.Operand, compilation),
        IParameterReferenceOperation reference => compilation.Parameters.Find(reference.Parameter) is not null,
        IMemberReferenceOperation member => FlagParameters.IsMarked(member.Member),
        _ => false,
    };

    private static bool IsDeclaredPrefix(string prefix, FlagCompilation compilation) =>
        prefix.Length > 0 && compilation.Declared.Keys.Any(key => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
