using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlagAnalyzers.Removal.Repair;

/// <summary>Which comments outlive the statement that they stand at. One that speaks of the flag does not.</summary>
internal sealed class Remarks(IEnumerable<string> flagNames)
{
    private readonly string[] names = [.. flagNames.Select(Plain).Where(static name => name.Length > 2).Distinct(StringComparer.Ordinal)];

    /// <summary>The lines before a statement that is replaced by what was in it, without those that name the flag and without the last indentation.</summary>
    public SyntaxTriviaList Kept(SyntaxTriviaList leading)
    {
        List<SyntaxTrivia> kept = [];
        List<SyntaxTrivia> line = [];
        bool names = leading.Any(trivia => this.NamesFlag(trivia));
        foreach (SyntaxTrivia trivia in Layout.WithoutIndent(leading))
        {
            line.Add(trivia);
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia) || trivia.IsDirective)
            {
                Take();
            }
        }

        Take();
        return SyntaxFactory.TriviaList(kept);

        void Take()
        {
            if (!(names && line.Any(IsComment)))
            {
                kept.AddRange(line);
            }

            line.Clear();
        }
    }

    /// <summary>The comment lines alone: what stood between a branch and its <c>else</c>.</summary>
    public SyntaxTriviaList KeptComments(SyntaxTriviaList leading)
    {
        List<SyntaxTrivia> kept = [];
        List<SyntaxTrivia> line = [];
        foreach (SyntaxTrivia trivia in this.Kept(leading))
        {
            line.Add(trivia);
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia) || trivia.IsDirective)
            {
                if (line.Any(IsComment) || trivia.IsDirective)
                {
                    kept.AddRange(line);
                }

                line.Clear();
            }
        }

        return SyntaxFactory.TriviaList(kept);
    }

    /// <summary>Directives do not go with a statement: their other half may be elsewhere.</summary>
    public static SyntaxTriviaList Directives(SyntaxTriviaList leading)
    {
        int last = -1;
        for (int i = 0; i < leading.Count; i++)
        {
            if (leading[i].IsDirective || leading[i].IsKind(SyntaxKind.DisabledTextTrivia))
            {
                last = i;
            }
        }

        return SyntaxFactory.TriviaList(leading.Take(last + 1));
    }

    public static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    private static string Plain(string text)
    {
        StringBuilder plain = new();
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }

    private bool NamesFlag(SyntaxTrivia trivia) =>
        IsComment(trivia) && Plain(trivia.ToFullString()) is { } text && Array.Exists(this.names, name => text.IndexOf(name, StringComparison.Ordinal) >= 0);
}
