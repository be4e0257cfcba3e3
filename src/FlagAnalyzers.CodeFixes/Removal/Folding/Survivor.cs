using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Folding;

/// <summary>Puts the part of an expression that is left in the place of the whole.</summary>
internal static class Survivor
{
    /// <param name="whole">The expression that goes.</param>
    /// <param name="part">What is left of it.</param>
    /// <param name="original">The same part as it was, in the whole.</param>
    public static ExpressionSyntax InPlaceOf(ExpressionSyntax whole, ExpressionSyntax part, ExpressionSyntax original)
    {
        SyntaxTriviaList leading = whole.GetLeadingTrivia();
        // What stands behind a dropped operand on its line goes with it.
        if (original.SpanStart != whole.SpanStart && HasComment(Before(original)) && !Before(original).Any(static item => item.IsKind(SyntaxKind.EndOfLineTrivia)))
        {
            leading = leading.AddRange(Before(original)).AddRange(original.GetLeadingTrivia());
        }
        else if (original.SpanStart != whole.SpanStart && HasComment(original.GetLeadingTrivia()))
        {
            leading = leading.AddRange(original.GetLeadingTrivia());
        }

        SyntaxTriviaList trailing = whole.GetTrailingTrivia();
        if (original.Span.End != whole.Span.End && HasComment(original.GetTrailingTrivia()))
        {
            trailing = Trimmed(original.GetTrailingTrivia()).AddRange(trailing);
        }

        return Bracketed(part).WithLeadingTrivia(leading).WithTrailingTrivia(trailing);
    }

    /// <summary>Brackets for what would not hold together elsewhere. Those that turn out to be superfluous go in the end.</summary>
    public static ExpressionSyntax Bracketed(ExpressionSyntax part) => part switch
    {
        ParenthesizedExpressionSyntax => part.With(Mark.Brackets),
        ThrowExpressionSyntax => part,
        _ when !Negation.NeedsBrackets(part) || part is PostfixUnaryExpressionSyntax or BaseObjectCreationExpressionSyntax or InterpolatedStringExpressionSyntax => part,
        _ => Carry(part, SyntaxFactory.ParenthesizedExpression(part.WithoutTrivia()).WithTriviaFrom(part).With(Mark.Brackets)),
    };

    private static ExpressionSyntax Carry(ExpressionSyntax from, ExpressionSyntax to) => Mark.TypeFor(from) is { } type ? to.WithTypeFor(type) : to;

    private static SyntaxTriviaList Before(ExpressionSyntax part) => part.GetFirstToken().GetPreviousToken().TrailingTrivia;

    private static SyntaxTriviaList Trimmed(SyntaxTriviaList trivia)
    {
        while (trivia.Count > 0 && trivia[trivia.Count - 1].Kind() is SyntaxKind.EndOfLineTrivia or SyntaxKind.WhitespaceTrivia)
        {
            trivia = trivia.RemoveAt(trivia.Count - 1);
        }

        return trivia;
    }

    private static bool HasComment(SyntaxTriviaList trivia) =>
        trivia.Any(static item => item.IsDirective || item.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);
}
