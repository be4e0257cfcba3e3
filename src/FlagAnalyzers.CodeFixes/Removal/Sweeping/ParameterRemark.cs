using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Sweeping;

/// <summary>The documentation of a parameter that goes.</summary>
internal static class ParameterRemark
{
    /// <summary>The parameter's name when the documentation of the declaration speaks of it; null when it does not.</summary>
    public static string? Of(SyntaxNode declaration, string parameter) => declaration.GetLeadingTrivia().Any(trivia => ElementOf(trivia, parameter) is not null) ? parameter : null;

    public static SyntaxNode Without(SyntaxNode declaration, string parameter)
    {
        SyntaxTrivia trivia = declaration.GetLeadingTrivia().FirstOrDefault(trivia => ElementOf(trivia, parameter) is not null);
        if (trivia.GetStructure() is not DocumentationCommentTriviaSyntax comment || ElementOf(trivia, parameter) is not { } element)
        {
            return declaration;
        }

        // The line break before the element goes with it: what stands between is the next line's "///".
        int index = comment.Content.IndexOf(element);
        SyntaxList<XmlNodeSyntax> content = comment.Content.RemoveAt(index);
        if (index > 0 && index < comment.Content.Count && comment.Content[index - 1] is XmlTextSyntax text && string.IsNullOrWhiteSpace(text.ToString().Replace("///", string.Empty)))
        {
            content = content.RemoveAt(index - 1);
        }

        return declaration.ReplaceTrivia(trivia, SyntaxFactory.Trivia(comment.WithContent(content)));
    }

    private static XmlElementSyntax? ElementOf(SyntaxTrivia trivia, string parameter) =>
        trivia.GetStructure() is DocumentationCommentTriviaSyntax comment
            ? comment.Content.OfType<XmlElementSyntax>().FirstOrDefault(element => element.StartTag.Name.LocalName.ValueText == "param"
                && element.StartTag.Attributes.OfType<XmlNameAttributeSyntax>().Any(attribute => attribute.Identifier.Identifier.ValueText == parameter))
            : null;
}
