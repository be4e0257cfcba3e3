using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Removal.Uses;

/// <summary>Names of the flag in code that <c>#if</c> leaves out: nothing is known of it, so it stays.</summary>
internal static class InactiveCode
{
    public static IEnumerable<FlagUse> In(DocumentId document, SyntaxNode root, FlagNames names)
    {
        foreach (SyntaxTrivia trivia in root.DescendantTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia)))
        {
            foreach (SyntaxToken token in SyntaxFactory.ParseTokens(trivia.ToString()))
            {
                if (names.Accessors.Contains(token.ValueText) || (token.Value is string text && names.IsKey(text, orName: false)))
                {
                    yield return new FlagUse(document, root, new TextSpan(trivia.SpanStart + token.SpanStart, token.Span.Length), FlagUseKind.Other, "it is in code that #if leaves out in this build");
                }
            }
        }
    }
}
