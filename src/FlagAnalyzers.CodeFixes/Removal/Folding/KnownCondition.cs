using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Folding;

/// <summary>A condition whose outcome the flag decides.</summary>
/// <param name="Value">The outcome.</param>
/// <param name="IsPure">Whether nothing else happens on the way to it.</param>
internal sealed record KnownCondition(bool Value, bool IsPure)
{
    /// <summary>Null when the flag does not decide the condition. The condition belongs to the bound tree.</summary>
    public static KnownCondition? Of(ExpressionSyntax condition, Effects effects)
    {
        if (Mark.TruthOf(condition) is { } truth)
        {
            return new KnownCondition(truth, true);
        }

        switch (condition)
        {
            case ParenthesizedExpressionSyntax brackets:
                return Of(brackets.Expression, effects);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                return Of(not.Operand, effects) is { } operand ? operand with { Value = !operand.Value } : null;
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.LogicalAndExpression) || binary.IsKind(SyntaxKind.BitwiseAndExpression):
                return OfTwo(binary, decisive: false, effects);
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.LogicalOrExpression) || binary.IsKind(SyntaxKind.BitwiseOrExpression):
                return OfTwo(binary, decisive: true, effects);
            case ConditionalExpressionSyntax choice when Of(choice.WhenTrue, effects) is { } then && Of(choice.WhenFalse, effects) is { } otherwise && then.Value == otherwise.Value:
                return new KnownCondition(then.Value, then.IsPure && otherwise.IsPure && effects.IsPure(choice.Condition));
            default:
                return null;
        }
    }

    /// <param name="binary"><c>&amp;&amp;</c> and its like.</param>
    /// <param name="decisive">The value of one side that decides the whole.</param>
    /// <param name="effects">What is pure.</param>
    private static KnownCondition? OfTwo(BinaryExpressionSyntax binary, bool decisive, Effects effects)
    {
        bool stopsEarly = binary.IsKind(SyntaxKind.LogicalAndExpression) || binary.IsKind(SyntaxKind.LogicalOrExpression);
        KnownCondition? left = Of(binary.Left, effects);
        KnownCondition? right = Of(binary.Right, effects);
        if (left is not null && left.Value == decisive)
        {
            return new KnownCondition(decisive, left.IsPure && (stopsEarly || (right?.IsPure ?? effects.IsPure(binary.Right))));
        }

        if (right is not null && right.Value == decisive)
        {
            return new KnownCondition(decisive, right.IsPure && (left?.IsPure ?? effects.IsPure(binary.Left)));
        }

        return left is not null && right is not null ? new KnownCondition(!decisive, left.IsPure && right.IsPure) : null;
    }
}
