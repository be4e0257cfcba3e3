using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlagAnalyzers.Removal.Uses;

/// <summary>Where a text says a word, and not only as a part of a longer one. Few files say much of a flag: looking at their text first saves making their nodes.</summary>
internal static class Occurrences
{
    public static IEnumerable<int> Of(string word, string text)
    {
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !SyntaxFacts.IsIdentifierPartCharacter(text[at - 1])) && (at + word.Length == text.Length || !SyntaxFacts.IsIdentifierPartCharacter(text[at + word.Length])))
            {
                yield return at;
            }
        }
    }

    /// <summary>The tokens in which one of the words stands, in the order of the text; those in comments aside.</summary>
    /// <param name="words">The words.</param>
    /// <param name="root">The file.</param>
    /// <param name="text">Its text.</param>
    public static IEnumerable<SyntaxToken> Of(IEnumerable<string> words, SyntaxNode root, string text)
    {
        int end = 0;
        foreach (int at in new SortedSet<int>(words.Distinct(StringComparer.Ordinal).SelectMany(word => Of(word, text))))
        {
            SyntaxToken token = root.FindToken(at);
            if (token.Span.Contains(at) && at >= end)
            {
                end = token.Span.End;
                yield return token;
            }
        }
    }
}
