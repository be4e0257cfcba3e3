using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlagAnalyzers.Removal.Repair;

/// <summary>Comments that name a part of a test, such as <c>// Arrange</c>: they belong to all that follows, not to the first statement of it.</summary>
internal static class Headings
{
    private static readonly HashSet<string> Parts = new(StringComparer.OrdinalIgnoreCase) { "arrange", "act", "assert", "given", "when", "then", "setup", "act & assert", "act and assert" };

    /// <summary>What stands before a statement, up to the end of the line with the heading; empty without one, and when another comment follows it.</summary>
    public static SyntaxTriviaList In(SyntaxTriviaList leading)
    {
        int heading = -1;
        for (int i = 0; i < leading.Count; i++)
        {
            if (Remarks.IsComment(leading[i]))
            {
                heading = heading < 0 && leading[i].IsKind(SyntaxKind.SingleLineCommentTrivia) && Parts.Contains(leading[i].ToString().Trim('/', ' ', '\t', ':', '.')) ? i : leading.Count;
            }
        }

        return heading >= 0 && heading + 1 < leading.Count && leading[heading + 1].IsKind(SyntaxKind.EndOfLineTrivia) ? SyntaxFactory.TriviaList(leading.Take(heading + 2)) : default;
    }

    /// <summary>The last line's indentation and whatever is said, without the empty lines before it.</summary>
    public static SyntaxTriviaList WithoutBlankLines(SyntaxTriviaList leading)
    {
        int last = -1;
        for (int i = 0; i < leading.Count && (leading[i].IsKind(SyntaxKind.WhitespaceTrivia) || leading[i].IsKind(SyntaxKind.EndOfLineTrivia)); i++)
        {
            last = leading[i].IsKind(SyntaxKind.EndOfLineTrivia) ? i : last;
        }

        return SyntaxFactory.TriviaList(leading.Skip(last + 1));
    }
}
