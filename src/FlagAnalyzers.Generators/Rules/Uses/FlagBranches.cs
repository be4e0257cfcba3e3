using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>A choice in code that a flag makes: an <c>if</c>, a <c>?:</c>, a <c>switch</c>.</summary>
/// <param name="Key">The flag; the first, where the condition reads several.</param>
/// <param name="Keys">All flags that the condition reads.</param>
/// <param name="Read">Where it is read.</param>
/// <param name="Branches">What is run or answered, each way.</param>
internal sealed record FlagBranches(string Key, ImmutableArray<string> Keys, IOperation Read, ImmutableArray<IOperation> Branches)
{
    /// <summary>The operations to ask for.</summary>
    public static readonly OperationKind[] Kinds = [OperationKind.Conditional, OperationKind.Switch, OperationKind.SwitchExpression];

    /// <summary>The branches, or null where no flag decides.</summary>
    public static FlagBranches? Of(IOperation operation, FlagReaders readers)
    {
        IReadOnlyList<(IOperation Operation, FlagReader Reader)> reads = readers.ReadsIn(ConditionOf(operation), withDeferred: false);
        return reads.Count == 0
            ? null
            : new FlagBranches(reads[0].Reader.Key, reads.Select(static read => read.Reader.Key).ToImmutableArray(), reads[0].Operation, BranchesOf(operation).OfType<IOperation>().ToImmutableArray());
    }

    private static IOperation ConditionOf(IOperation operation) => operation switch
    {
        IConditionalOperation conditional => conditional.Condition,
        ISwitchOperation choice => choice.Value,
        ISwitchExpressionOperation choice => choice.Value,
        _ => operation,
    };

    private static IEnumerable<IOperation?> BranchesOf(IOperation operation) => operation switch
    {
        IConditionalOperation conditional => (IEnumerable<IOperation?>)[conditional.WhenTrue, conditional.WhenFalse],
        ISwitchOperation choice => choice.Cases.SelectMany(static section => section.Body),
        ISwitchExpressionOperation choice => choice.Arms.Select(static arm => arm.Value),
        _ => [],
    };
}
