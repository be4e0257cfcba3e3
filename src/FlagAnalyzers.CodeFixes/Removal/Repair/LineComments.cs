using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlagAnalyzers.Removal.Repair;

/// <summary>
/// A comment to the end of the line must be the last of its line. Where folding pulled code up behind one, it goes behind the closing marks that follow, in
/// the place of what was said there of the operand that is gone; before anything else a line end is put.
/// </summary>
internal static class LineComments
{
    public static SyntaxNode Clear(SyntaxNode root, SyntaxTrivia endOfLine)
    {
        Dictionary<SyntaxToken, SyntaxToken> changes = [];
        foreach (SyntaxToken token in root.DescendantTokens())
        {
            if (token.TrailingTrivia.Any(SyntaxKind.SingleLineCommentTrivia) && !IsLineEnded(token))
            {
                Repair(token, changes, endOfLine);
            }
        }

        return changes.Count == 0 ? root : root.ReplaceTokens(changes.Keys, (token, _) => changes[token]);
    }

    private static bool IsLineEnded(SyntaxToken token) =>
        Layout.EndsLine(token.TrailingTrivia) || token.GetNextToken(includeZeroWidth: true) is not { RawKind: not 0 } next || next.IsKind(SyntaxKind.EndOfFileToken)
        || (next.LeadingTrivia.Count > 0 && (next.LeadingTrivia[0].IsKind(SyntaxKind.EndOfLineTrivia) || next.LeadingTrivia[0].IsDirective));

    private static void Repair(SyntaxToken token, Dictionary<SyntaxToken, SyntaxToken> changes, SyntaxTrivia endOfLine)
    {
        SyntaxToken last = token.GetNextToken();
        while (IsClosing(last) && !last.TrailingTrivia.Any(Remarks.IsComment) && !Layout.EndsLine(last.TrailingTrivia) && IsClosing(last.GetNextToken()) && last.LeadingTrivia.Count == 0)
        {
            last = last.GetNextToken();
        }

        if (!IsClosing(last) || last.LeadingTrivia.Any(Remarks.IsComment) || !Layout.EndsLine(last.TrailingTrivia) || changes.ContainsKey(last))
        {
            changes[token] = token.WithTrailingTrivia(token.TrailingTrivia.Add(endOfLine));
            return;
        }

        changes[token] = token.WithTrailingTrivia();
        changes[last] = last.WithTrailingTrivia(token.TrailingTrivia.AddRange(last.TrailingTrivia.Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))));
    }

    private static bool IsClosing(SyntaxToken token) => token.Kind() is SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.SemicolonToken or SyntaxKind.CommaToken;
}
