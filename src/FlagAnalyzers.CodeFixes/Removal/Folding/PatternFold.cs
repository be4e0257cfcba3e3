using FlagAnalyzers.Removal.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Removal.Folding;

/// <summary>What is left of a pattern of the bound tree of which the flag decides parts.</summary>
/// <param name="Matches">Whether it always or never takes what it is held against; null when that depends on the rest.</param>
/// <param name="Left">The rest.</param>
internal sealed record PatternFold(bool? Matches, PatternSyntax Left)
{
    /// <summary>Null when the flag decides nothing in the pattern.</summary>
    public static PatternFold? Of(PatternSyntax pattern, SemanticModel model) =>
        pattern.GetAnnotatedNodes(Mark.Taken).Any() || pattern.GetAnnotatedNodes(Mark.Missed).Any() ? Reduce(pattern, model) : null;

    /// <summary>Whether the patterns around the part, up to the outermost, are of the kinds that can be folded.</summary>
    public static bool CanFold(SubpatternSyntax part)
    {
        SyntaxNode? outer = part.Parent;
        while (outer is PropertyPatternClauseSyntax or PositionalPatternClauseSyntax or SubpatternSyntax or RecursivePatternSyntax or ParenthesizedPatternSyntax or UnaryPatternSyntax or BinaryPatternSyntax)
        {
            outer = outer.Parent;
        }

        return outer is IsPatternExpressionSyntax or SwitchExpressionArmSyntax or CasePatternSwitchLabelSyntax;
    }

    /// <summary>Whether the type reads flags: one that is missing is the accessor's business.</summary>
    public static bool HasFlags(ITypeSymbol? type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().OfType<IPropertySymbol>().Any(static property => Accessor.Flag(property) is not null))
            {
                return true;
            }
        }

        return false;
    }

    private static PatternFold Reduce(PatternSyntax pattern, SemanticModel model)
    {
        switch (pattern)
        {
            case ParenthesizedPatternSyntax brackets:
                PatternFold inner = Reduce(brackets.Pattern, model);
                return inner.Left == brackets.Pattern ? inner with { Left = brackets } : inner with { Left = NeedsBrackets(inner.Left) ? brackets.WithPattern(inner.Left) : inner.Left.WithTriviaFrom(brackets) };
            case UnaryPatternSyntax not:
                PatternFold negated = Reduce(not.Pattern, model);
                return new PatternFold(!negated.Matches, negated.Left == not.Pattern ? not : not.WithPattern(negated.Left));
            case BinaryPatternSyntax both:
                return ReduceTwo(both, Reduce(both.Left, model), Reduce(both.Right, model));
            case RecursivePatternSyntax recursive:
                return ReduceParts(recursive, model);
            default:
                return new PatternFold(null, pattern);
        }
    }

    private static PatternFold ReduceTwo(BinaryPatternSyntax both, PatternFold left, PatternFold right)
    {
        bool decisive = both.IsKind(SyntaxKind.OrPattern);
        return left.Matches == decisive || right.Matches == decisive ? new PatternFold(decisive, both)
            : left.Matches is not null ? right with { Left = right.Left.WithTriviaFrom(both) }
            : right.Matches is not null ? left with { Left = left.Left.WithTriviaFrom(both) }
            : left.Left == both.Left && right.Left == both.Right ? new PatternFold(null, both)
            : new PatternFold(null, both.WithLeft(left.Left).WithRight(right.Left));
    }

    private static PatternFold ReduceParts(RecursivePatternSyntax pattern, SemanticModel model)
    {
        RecursivePatternSyntax left = pattern;
        if (pattern.PositionalPatternClause is { } positions)
        {
            SeparatedSyntaxList<SubpatternSyntax> parts = positions.Subpatterns;
            for (int i = 0; i < parts.Count; i++)
            {
                PatternFold part = Reduce(positions.Subpatterns[i].Pattern, model);
                if (part.Matches == false)
                {
                    return new PatternFold(false, pattern);
                }

                PatternSyntax now = part.Matches == true ? SyntaxFactory.DiscardPattern().WithTriviaFrom(positions.Subpatterns[i].Pattern) : part.Left;
                parts = now == positions.Subpatterns[i].Pattern ? parts : parts.Replace(parts[i], parts[i].WithPattern(now));
            }

            left = parts == positions.Subpatterns ? left : left.WithPositionalPatternClause(positions.WithSubpatterns(parts));
        }

        if (pattern.PropertyPatternClause is not { } clause)
        {
            return new PatternFold(null, left);
        }

        List<SubpatternSyntax> kept = [];
        bool isChanged = false;
        foreach (SubpatternSyntax part in clause.Subpatterns)
        {
            PatternFold inner = part.Has(Mark.Taken) ? new PatternFold(true, part.Pattern) : part.Has(Mark.Missed) ? new PatternFold(false, part.Pattern) : Reduce(part.Pattern, model);
            if (inner.Matches == false)
            {
                return new PatternFold(false, pattern);
            }

            isChanged |= inner.Matches == true || inner.Left != part.Pattern;
            if (inner.Matches is null)
            {
                kept.Add(inner.Left == part.Pattern ? part : part.WithPattern(inner.Left));
            }
        }

        if (!isChanged)
        {
            return new PatternFold(null, left);
        }

        return kept.Count > 0 ? new PatternFold(null, left.WithPropertyPatternClause(clause.WithSubpatterns(Joined(kept)))) : WithoutParts(pattern, left, clause, model);
    }

    /// <summary>A pattern of whose braces everything went.</summary>
    private static PatternFold WithoutParts(RecursivePatternSyntax pattern, RecursivePatternSyntax left, PropertyPatternClauseSyntax clause, SemanticModel model)
    {
        if (left.PositionalPatternClause is not null)
        {
            return new PatternFold(null, left.WithPropertyPatternClause(null).WithTrailingTrivia(pattern.GetTrailingTrivia()));
        }

        if (left.Type is { } type)
        {
            PatternSyntax typed = left.Designation is { } name
                ? SyntaxFactory.DeclarationPattern(type, name)
                : SyntaxFactory.TypePattern(type.WithoutTrailingTrivia());
            return new PatternFold(null, typed.WithTriviaFrom(pattern));
        }

        bool isFlags = HasFlags((model.GetOperation(pattern) as IPatternOperation)?.InputType);
        return left.Designation is null && isFlags
            ? new PatternFold(true, pattern)
            : new PatternFold(null, left.WithPropertyPatternClause(clause.WithSubpatterns(default)
                .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(SyntaxFactory.Space))));
    }

    private static SeparatedSyntaxList<SubpatternSyntax> Joined(List<SubpatternSyntax> parts) => SyntaxFactory.SeparatedList(
        parts.Select((part, i) => i == parts.Count - 1 ? part.WithoutLeadingTrivia().WithTrailingTrivia(SyntaxFactory.Space) : part.WithoutTrivia()),
        Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), parts.Count - 1));

    private static bool NeedsBrackets(PatternSyntax pattern) => pattern is BinaryPatternSyntax or UnaryPatternSyntax;
}
