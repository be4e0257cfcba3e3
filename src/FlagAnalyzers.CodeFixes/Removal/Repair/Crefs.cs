using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Removal.Repair;

/// <summary>References in documentation to members that are gone: only the name stays, since the compiler warns of the reference (CS1574).</summary>
internal static class Crefs
{
    public static async Task<SourceText> ClearAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        SourceText text = await after.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (!Uses.FlagNames.Contains(text, ["cref"]))
        {
            return text;
        }

        HashSet<string> known = new((await CrefsAsync(before, isBound: true, cancellationToken).ConfigureAwait(false)).Select(static cref => cref.Cref.ToString()), StringComparer.Ordinal);
        List<TextChange> changes = [];
        foreach (XmlCrefAttributeSyntax cref in await CrefsAsync(after, isBound: false, cancellationToken).ConfigureAwait(false))
        {
            if (known.Contains(cref.Cref.ToString()) && Replacement(cref) is { } change)
            {
                changes.Add(change);
            }
        }

        return changes.Count == 0 ? text : text.WithChanges(changes.OrderBy(static change => change.Span.Start));
    }

    private static TextChange? Replacement(XmlCrefAttributeSyntax cref) => cref.Parent switch
    {
        XmlEmptyElementSyntax { Name.LocalName.ValueText: "see" } element => new TextChange(element.Span, "<c>" + NameIn(cref.Cref) + "</c>"),
        XmlElementStartTagSyntax { Name.LocalName.ValueText: "see", Parent: XmlElementSyntax element } => new TextChange(element.Span, element.Content.ToString()),
        _ => null,
    };

    private static string NameIn(CrefSyntax cref)
    {
        string text = cref.ToString();
        int end = text.IndexOf('(');
        return (end < 0 ? text : text.Substring(0, end)).Replace("{", "&lt;").Replace("}", "&gt;");
    }

    private static async Task<IReadOnlyList<XmlCrefAttributeSyntax>> CrefsAsync(Document document, bool isBound, CancellationToken cancellationToken)
    {
        // Without documentation the compiler reads these comments as plain text.
        if (document.Project.ParseOptions is CSharpParseOptions { DocumentationMode: DocumentationMode.None } options)
        {
            document = document.Project.WithParseOptions(options.WithDocumentationMode(DocumentationMode.Parse)).GetDocument(document.Id)!;
        }

        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return [.. root.DescendantNodes(descendIntoTrivia: true).OfType<XmlCrefAttributeSyntax>().Where(cref => (model.GetSymbolInfo(cref.Cref, cancellationToken) is { } info && (info.Symbol is not null || !info.CandidateSymbols.IsEmpty)) == isBound)];
    }
}
