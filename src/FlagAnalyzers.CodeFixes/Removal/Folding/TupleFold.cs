using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Folding;

/// <summary>A switch over a tuple of which the flag is a part: the part goes, with the arms that want its other value.</summary>
/// <param name="Value">What is left of the tuple.</param>
/// <param name="Arms">The arms, null where one goes.</param>
internal sealed record TupleFold(ExpressionSyntax Value, SwitchExpressionArmSyntax?[] Arms)
{
    /// <summary>Null when no part is the flag, or an arm looks at the tuple in another way than part by part.</summary>
    /// <param name="tuple">The tuple.</param>
    /// <param name="bound">The same in the bound tree.</param>
    /// <param name="arms">The arms, and their patterns in the bound tree.</param>
    /// <param name="model">The model of the bound tree.</param>
    public static TupleFold? Of(TupleExpressionSyntax tuple, TupleExpressionSyntax bound, IReadOnlyList<(SwitchExpressionArmSyntax Now, PatternSyntax Then)> arms, SemanticModel model)
    {
        int index = 0;
        KnownValue? known = null;
        while (index < tuple.Arguments.Count && (known = KnownValue.Of(tuple.Arguments[index].Expression, bound.Arguments[index].Expression, model)) is null)
        {
            index++;
        }

        if (known is null || tuple.Arguments.Count < 2)
        {
            return null;
        }

        SwitchExpressionArmSyntax?[] left = new SwitchExpressionArmSyntax?[arms.Count];
        for (int i = 0; i < arms.Count; i++)
        {
            SwitchExpressionArmSyntax arm = arms[i].Now;
            switch (arm.Pattern)
            {
                case DiscardPatternSyntax:
                    left[i] = arm;
                    break;
                case RecursivePatternSyntax { Type: null, Designation: null, PropertyPatternClause: null, PositionalPatternClause: { } parts } pattern
                    when parts.Subpatterns.Count == tuple.Arguments.Count && arms[i].Then is RecursivePatternSyntax { PositionalPatternClause: { } originals } && known.Matches(originals.Subpatterns[index].Pattern) is { } matches:
                    left[i] = matches ? arm.WithPattern(Without(parts, index).WithTriviaFrom(pattern)) : null;
                    break;
                default:
                    return null;
            }
        }

        return new TupleFold(Without(tuple, index), left);
    }

    private static PatternSyntax Without(PositionalPatternClauseSyntax parts, int index)
    {
        SeparatedSyntaxList<SubpatternSyntax> rest = parts.Subpatterns.RemoveAt(index);
        if (rest.Count == 1)
        {
            return rest[0].Pattern.WithoutTrivia();
        }

        rest = rest.Replace(rest[0], rest[0].WithLeadingTrivia(parts.Subpatterns[0].GetLeadingTrivia()));
        return SyntaxFactory.RecursivePattern(null, parts.WithSubpatterns(rest), null, null);
    }

    private static ExpressionSyntax Without(TupleExpressionSyntax tuple, int index)
    {
        SeparatedSyntaxList<ArgumentSyntax> rest = tuple.Arguments.RemoveAt(index);
        return rest.Count == 1
            ? rest[0].Expression.WithoutTrivia()
            : tuple.WithArguments(rest.Replace(rest[0], rest[0].WithLeadingTrivia(tuple.Arguments[0].GetLeadingTrivia())));
    }
}
