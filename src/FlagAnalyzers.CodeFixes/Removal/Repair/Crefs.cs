using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Removal.Repair;

/// <summary>References in documentation to members that are gone: only the name stays, since the compiler warns of the reference (CS1574).</summary>
internal static class Crefs
{
    /// <summary>The changes to the text of the file as it is; both versions are bound with their documentation.</summary>
    public static IReadOnlyCollection<TextChange> Between(SemanticModel then, SemanticModel now, CancellationToken cancellationToken)
    {
        XmlCrefAttributeSyntax[] dangling = [.. In(now, isBound: false, cancellationToken)];
        if (dangling.Length == 0)
        {
            return [];
        }

        HashSet<string> known = new(In(then, isBound: true, cancellationToken).Select(static cref => cref.Cref.ToString()), StringComparer.Ordinal);
        return [.. dangling.Where(cref => known.Contains(cref.Cref.ToString())).Select(Replacement).OfType<TextChange>().OrderBy(static change => change.Span.Start)];
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

    private static IEnumerable<XmlCrefAttributeSyntax> In(SemanticModel model, bool isBound, CancellationToken cancellationToken) => model.SyntaxTree.GetRoot(cancellationToken)
        .DescendantNodes(descendIntoTrivia: true)
        .OfType<XmlCrefAttributeSyntax>()
        .Where(cref => (model.GetSymbolInfo(cref.Cref, cancellationToken) is { } info && (info.Symbol is not null || !info.CandidateSymbols.IsEmpty)) == isBound);
}
