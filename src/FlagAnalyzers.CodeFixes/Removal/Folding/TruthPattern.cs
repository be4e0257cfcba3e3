using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Folding;

/// <summary>Patterns that a truth value is held against.</summary>
internal static class TruthPattern
{
    /// <summary>Whether the pattern takes the value; null when it does more than look at it, or cannot be judged.</summary>
    public static bool? Matches(PatternSyntax pattern, bool truth) => pattern switch
    {
        ConstantPatternSyntax constant => constant.Expression.Kind() switch
        {
            SyntaxKind.TrueLiteralExpression => truth,
            SyntaxKind.FalseLiteralExpression => !truth,
            SyntaxKind.NullLiteralExpression => false,
            _ => null,
        },
        UnaryPatternSyntax not => !Matches(not.Pattern, truth),
        ParenthesizedPatternSyntax brackets => Matches(brackets.Pattern, truth),
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } either => Either(Matches(either.Left, truth), Matches(either.Right, truth)),
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.AndPattern } both => !Either(!Matches(both.Left, truth), !Matches(both.Right, truth)),
        DiscardPatternSyntax => true,
        VarPatternSyntax { Designation: DiscardDesignationSyntax } => true,
        RecursivePatternSyntax { Type: null, Designation: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0 } => true,
        _ => null,
    };

    private static bool? Either(bool? left, bool? right) => left == true || right == true ? true : left is null || right is null ? null : false;
}
