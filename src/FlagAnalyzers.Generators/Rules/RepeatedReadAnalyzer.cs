using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG4001: one method asks an SDK for the same flag again, or in every turn of a loop. Our own accessors are free.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RepeatedReadAnalyzer : FlagKeyRule
{
    public static readonly DiagnosticDescriptor FLAG4001_RepeatedRead = Descriptors.Create("FLAG4001");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG4001_RepeatedRead);

    protected override Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation) => null;

    protected override void Register(CompilationStartAnalysisContext context, FlagCompilation compilation) =>
        context.RegisterOperationBlockStartAction(block =>
        {
            // Tests ask again on purpose, after they have changed something.
            if (TestCode.IsTest(block.OwningSymbol))
            {
                return;
            }

            ConcurrentQueue<RepeatableRead> reads = new();
            ConcurrentDictionary<ISymbol, bool> changed = new(SymbolEqualityComparer.Default);
            block.RegisterOperationAction(
                operation =>
                {
                    if (IsWritten(operation))
                    {
                        foreach (FlagKeyUse use in FlagKeyUses.In(operation.Operation, compilation))
                        {
                            if (Costs(use.Parameter) && RepeatableRead.Of(use, compilation) is { } read)
                            {
                                reads.Enqueue(read);
                            }
                        }
                    }
                },
                OperationKind.Argument);
            block.RegisterOperationAction(
                operation =>
                {
                    if (TargetOf(operation.Operation) is { } variable)
                    {
                        changed.TryAdd(variable, true);
                    }
                },
                OperationKind.SimpleAssignment,
                OperationKind.CompoundAssignment,
                OperationKind.CoalesceAssignment,
                OperationKind.Increment,
                OperationKind.Decrement);
            block.RegisterOperationBlockEndAction(end => Report(end, reads.OrderBy(static read => read.Call.Syntax.SpanStart).ToList(), changed));
        });

    private static void Report(OperationBlockAnalysisContext context, List<RepeatableRead> reads, ConcurrentDictionary<ISymbol, bool> changed)
    {
        reads.RemoveAll(read => read.Variables().Any(changed.ContainsKey));
        for (int i = 0; i < reads.Count; i++)
        {
            RepeatableRead read = reads[i];
            RepeatableRead? earlier = reads.Take(i).FirstOrDefault(other => other.IsSameAs(read) && other.IsFollowedBy(read));
            string? message = earlier is not null
                ? "Flag '" + read.Use.Key + "' was read in line " + LineOf(earlier).ToString(CultureInfo.InvariantCulture) + " of this method already: keep the answer in a variable, so that both places decide alike"
                : read.IsInLoop() ? "Flag '" + read.Use.Key + "' is read in every turn of the loop: read it once before" : null;
            if (message is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(FLAG4001_RepeatedRead, read.Use.Syntax.GetLocation(), message));
            }
        }
    }

    /// <summary>Known SDKs, and wrappers that answer later; a marked method that answers at once may well be free.</summary>
    private static bool Costs(FlagParameter parameter) => parameter.Role == FlagApiRole.Read && (parameter.Api is null || !FlagRead.IsOwn(parameter.Api));

    private static ISymbol? TargetOf(IOperation operation) => operation switch
    {
        IAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local,
        IAssignmentOperation { Target: IParameterReferenceOperation parameter } => parameter.Parameter,
        IIncrementOrDecrementOperation { Target: ILocalReferenceOperation local } => local.Local,
        IIncrementOrDecrementOperation { Target: IParameterReferenceOperation parameter } => parameter.Parameter,
        _ => null,
    };

    private static int LineOf(RepeatableRead read) => read.Use.Syntax.GetLocation().GetMappedLineSpan().StartLinePosition.Line + 1;
}
