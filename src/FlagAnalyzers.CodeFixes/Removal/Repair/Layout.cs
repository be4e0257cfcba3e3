using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Repair;

/// <summary>Lines and indentation of what moves.</summary>
internal static class Layout
{
    public static SyntaxTrivia EndOfLineOf(SyntaxNode root)
    {
        foreach (SyntaxTrivia trivia in root.DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                return SyntaxFactory.EndOfLine(trivia.ToString());
            }
        }

        return SyntaxFactory.EndOfLine("\n");
    }

    public static bool StartsLine(SyntaxToken token)
    {
        SyntaxToken previous = token.GetPreviousToken(includeZeroWidth: false);
        return previous.RawKind == 0 || EndsLine(previous.TrailingTrivia) || token.LeadingTrivia.Any(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia) || trivia.IsDirective);
    }

    /// <summary>The white space that begins the line on which the node begins.</summary>
    public static string IndentOf(SyntaxNode node)
    {
        SyntaxToken token = node.GetFirstToken();
        while (!StartsLine(token))
        {
            token = token.GetPreviousToken();
        }

        return IndentIn(token.LeadingTrivia);
    }

    /// <summary>Moves the lines of a node to the left or right. What is inside tokens, and directives, stay where they are.</summary>
    public static T Shift<T>(T node, string from, string to)
        where T : SyntaxNode
    {
        if (from == to)
        {
            return node;
        }

        SyntaxToken first = node.GetFirstToken();
        return node.ReplaceTokens(
            node.DescendantTokens(descendIntoTrivia: false),
            (original, token) => original == first || IsAfterLineEnd(original) || token.LeadingTrivia.Any(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                ? token.WithLeadingTrivia(Shift(token.LeadingTrivia, from, to, original == first || IsAfterLineEnd(original)))
                : token);
    }

    public static SyntaxTriviaList Shift(SyntaxTriviaList trivia, string from, string to, bool startsLine = true)
    {
        List<SyntaxTrivia> shifted = [];
        bool isStart = startsLine;
        foreach (SyntaxTrivia item in trivia)
        {
            if (isStart && item.IsKind(SyntaxKind.WhitespaceTrivia) && item.ToString() is { } white && white.StartsWith(from, StringComparison.Ordinal))
            {
                shifted.Add(SyntaxFactory.Whitespace(to + white.Substring(from.Length)));
            }
            else
            {
                if (isStart && from.Length == 0 && to.Length > 0 && !item.IsKind(SyntaxKind.EndOfLineTrivia) && !item.IsDirective)
                {
                    shifted.Add(SyntaxFactory.Whitespace(to));
                }

                shifted.Add(item);
            }

            isStart = item.IsKind(SyntaxKind.EndOfLineTrivia) || item.IsDirective;
        }

        if (isStart && from.Length == 0 && to.Length > 0)
        {
            shifted.Add(SyntaxFactory.Whitespace(to));
        }

        return SyntaxFactory.TriviaList(shifted);
    }

    /// <summary>The trivia without the indentation of the token that it leads.</summary>
    public static SyntaxTriviaList WithoutIndent(SyntaxTriviaList trivia) =>
        trivia.Count > 0 && trivia.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? trivia.RemoveAt(trivia.Count - 1) : trivia;

    public static bool EndsLine(SyntaxTriviaList trivia) => trivia.Count > 0 && trivia.Last().IsKind(SyntaxKind.EndOfLineTrivia);

    /// <summary>A statement on lines of its own.</summary>
    public static StatementSyntax OnOwnLine(StatementSyntax statement, string indent, SyntaxTrivia endOfLine)
    {
        SyntaxTriviaList trailing = statement.GetTrailingTrivia();
        if (!EndsLine(trailing))
        {
            trailing = WithoutIndent(trailing).Add(endOfLine);
        }

        return statement.WithLeadingTrivia(WithoutIndent(statement.GetLeadingTrivia()).Add(SyntaxFactory.Whitespace(indent))).WithTrailingTrivia(trailing);
    }

    public static BlockSyntax BlockOf(IReadOnlyList<StatementSyntax> statements, string indent, string unit, SyntaxTrivia endOfLine) => SyntaxFactory.Block(
        SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Whitespace(indent)), SyntaxKind.OpenBraceToken, SyntaxFactory.TriviaList(endOfLine)),
        SyntaxFactory.List(statements.Select(statement => OnOwnLine(statement, indent + unit, endOfLine))),
        SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Whitespace(indent)), SyntaxKind.CloseBraceToken, SyntaxFactory.TriviaList(endOfLine)));

    /// <summary>What one more level of indentation looks like below the node.</summary>
    public static string UnitOf(string outer, string inner) => inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal) ? inner.Substring(outer.Length)
        : outer.Length > 0 && outer[0] == '\t' ? "\t" : "    ";

    private static bool IsAfterLineEnd(SyntaxToken token)
    {
        SyntaxToken previous = token.GetPreviousToken(includeZeroWidth: false);
        return previous.RawKind != 0 && EndsLine(previous.TrailingTrivia);
    }

    private static string IndentIn(SyntaxTriviaList leading) => leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? leading.Last().ToString() : string.Empty;
}
