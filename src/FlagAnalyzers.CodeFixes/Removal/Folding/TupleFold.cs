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
    public static TupleFold? Of(TupleExpressionSyntax tuple, IReadOnlyList<SwitchExpressionArmSyntax> arms)
    {
        int index = 0;
        while (index < tuple.Arguments.Count && Mark.TruthOf(tuple.Arguments[index].Expression) is null)
        {
            index++;
        }

        if (index == tuple.Arguments.Count || tuple.Arguments.Count < 2)
        {
            return null;
        }

        bool truth = Mark.TruthOf(tuple.Arguments[index].Expression)!.Value;
        SwitchExpressionArmSyntax?[] left = new SwitchExpressionArmSyntax?[arms.Count];
        for (int i = 0; i < arms.Count; i++)
        {
            switch (arms[i].Pattern)
            {
                case DiscardPatternSyntax:
                    left[i] = arms[i];
                    break;
                case RecursivePatternSyntax { Type: null, Designation: null, PropertyPatternClause: null, PositionalPatternClause: { } parts } pattern
                    when parts.Subpatterns.Count == tuple.Arguments.Count && TruthPattern.Matches(parts.Subpatterns[index].Pattern, truth) is { } matches:
                    left[i] = matches ? arms[i].WithPattern(Without(parts, index).WithTriviaFrom(pattern)) : null;
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
