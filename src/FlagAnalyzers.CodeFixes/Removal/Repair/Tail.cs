using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Repair;

/// <summary>The comment at the end of a line goes with the operand that stood on that line.</summary>
internal static class Tail
{
    /// <param name="before">The statement in its tree.</param>
    /// <param name="after">What is left of it.</param>
    public static StatementSyntax Repair(StatementSyntax before, StatementSyntax after)
    {
        SyntaxToken end = after.GetLastToken();
        if (!end.IsKind(SyntaxKind.SemicolonToken))
        {
            return after;
        }

        SyntaxToken last = end.GetPreviousToken();
        if (last.RawKind == 0 || !last.TrailingTrivia.Any(Remarks.IsComment))
        {
            return DropsLine(before, after) ? after.WithTrailingTrivia(LineEnd(end.TrailingTrivia)) : after;
        }

        // The operand's own comment stands between it and the semicolon now: it belongs behind.
        SyntaxTriviaList own = last.TrailingTrivia;
        SyntaxTriviaList comment = SyntaxFactory.TriviaList(own.SkipWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Where(static trivia => !trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
        StatementSyntax moved = after.ReplaceToken(last, last.WithTrailingTrivia());
        return moved.WithTrailingTrivia(comment.AddRange(LineEnd(end.TrailingTrivia)));
    }

    /// <summary>Whether the line that ends the statement held an operand of a choice that is gone, and no other.</summary>
    private static bool DropsLine(StatementSyntax before, StatementSyntax after)
    {
        SyntaxToken end = before.GetLastToken();
        if (!end.TrailingTrivia.Any(Remarks.IsComment))
        {
            return false;
        }

        ConditionalExpressionSyntax? choice = end.GetPreviousToken().Parent?.FirstAncestorOrSelf<ConditionalExpressionSyntax>();
        return choice is not null
            && choice.GetLastToken() == end.GetPreviousToken()
            && Layout.StartsLine(choice.ColonToken)
            && !after.GetLastToken().GetPreviousToken().IsEquivalentTo(end.GetPreviousToken());
    }

    private static SyntaxTriviaList LineEnd(SyntaxTriviaList trivia) => SyntaxFactory.TriviaList(trivia.Where(static item => item.IsKind(SyntaxKind.EndOfLineTrivia)));
}
