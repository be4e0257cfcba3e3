using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Folding;

/// <summary>Patterns that a value is held against that is known.</summary>
internal static class TruthPattern
{
    /// <summary>Whether the pattern takes the value; null when it does more than look at it, or cannot be judged.</summary>
    public static bool? Matches(PatternSyntax pattern, bool truth) => Matches(pattern, leaf => leaf is not ConstantPatternSyntax constant ? null : constant.Expression.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => truth,
        SyntaxKind.FalseLiteralExpression => !truth,
        SyntaxKind.NullLiteralExpression => false,
        _ => null,
    });

    /// <summary>The same for a value that is not null, of which the leaves of patterns are asked.</summary>
    public static bool? Matches(PatternSyntax pattern, Func<PatternSyntax, bool?> takes) => pattern switch
    {
        UnaryPatternSyntax not => !Matches(not.Pattern, takes),
        ParenthesizedPatternSyntax brackets => Matches(brackets.Pattern, takes),
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } either => Either(Matches(either.Left, takes), Matches(either.Right, takes)),
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.AndPattern } both => !Either(!Matches(both.Left, takes), !Matches(both.Right, takes)),
        DiscardPatternSyntax => true,
        VarPatternSyntax { Designation: DiscardDesignationSyntax } => true,
        RecursivePatternSyntax { Type: null, Designation: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0 } => true,
        _ => takes(pattern),
    };

    private static bool? Either(bool? left, bool? right) => left == true || right == true ? true : left is null || right is null ? null : false;
}
