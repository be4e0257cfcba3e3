using System.Collections.Immutable;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.Rules.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG4002: a flag is read inside the branch of another flag, so that each combination of the two is a program of its own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TangledFlagsAnalyzer : FlagKeyRule
{
    public static readonly DiagnosticDescriptor FLAG4002_TangledFlags = Descriptors.Create("FLAG4002");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG4002_TangledFlags);

    protected override Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation) => null;

    protected override void Register(CompilationStartAnalysisContext context, FlagCompilation compilation) => context.RegisterOperationAction(
        operation =>
        {
            if (FlagBranches.Of(operation.Operation, compilation.Readers) is not { } choice || !this.Covers(operation))
            {
                return;
            }

            foreach ((IOperation read, FlagReader reader) in choice.Branches.SelectMany(branch => compilation.Readers.ReadsIn(branch, withDeferred: true)))
            {
                if (!choice.Keys.Contains(reader.Key) && IsNearest(read, operation.Operation, compilation.Readers))
                {
                    operation.ReportDiagnostic(Diagnostic.Create(
                        FLAG4002_TangledFlags,
                        FlagReaders.NameIn(read).GetLocation(),
                        "Flag '" + reader.Key + "' is read inside the branch of flag '" + choice.Key + "': nobody tests every combination of the two; decide one before the other starts, or make them one flag with several variants"));
                }
            }
        },
        FlagBranches.Kinds);

    /// <summary>Whether no other flag's choice lies between: each read is reported once, for the flag around it.</summary>
    private static bool IsNearest(IOperation read, IOperation choice, FlagReaders readers)
    {
        for (IOperation? child = read, current = read.Parent; current is not null && current != choice; child = current, current = current.Parent)
        {
            // Of an else-if the first flag is around the second's choice, and not inside of it.
            if (Array.IndexOf(FlagBranches.Kinds, current.Kind) >= 0 && FlagBranches.Of(current, readers) is { } between && between.Branches.Any(branch => Contains(branch, child)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Contains(IOperation branch, IOperation operation) => branch == operation || branch.Syntax.Span.Contains(operation.Syntax.Span);
}
