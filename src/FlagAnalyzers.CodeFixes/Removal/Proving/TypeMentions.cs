using FlagAnalyzers.Removal.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Removal.Proving;

/// <summary>Where code still names the type that is generated for the values of a flag: it would not compile once the flag is retired.</summary>
internal static class TypeMentions
{
    /// <summary>The lines of the original solution whose mention is still there, as uses that were left.</summary>
    /// <param name="before">The original solution.</param>
    /// <param name="after">The solution after the removal.</param>
    /// <param name="names">The names of the flag.</param>
    /// <param name="reported">The lines that are reported already.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<IReadOnlyList<RemovedUse>> LeftAsync(Solution before, Solution after, FlagNames names, IReadOnlyCollection<RemovedUse> reported, CancellationToken cancellationToken)
    {
        List<RemovedUse> left = [];
        if (names.ValueTypes.Count == 0)
        {
            return left;
        }

        HashSet<(string, int)> lines = [.. reported.Where(static use => !use.IsRemoved).Select(static use => (use.File, use.Line))];
        foreach (Document document in after.Projects.Where(static project => project.Language == LanguageNames.CSharp).SelectMany(static project => project.Documents))
        {
            IReadOnlyList<TextLine> now = await LinesAsync(document, names, cancellationToken).ConfigureAwait(false);
            List<TextLine> then = now.Count == 0 ? [] : [.. await LinesAsync(before.GetDocument(document.Id)!, names, cancellationToken).ConfigureAwait(false)];
            foreach (TextLine line in now)
            {
                // The line as it was: the same text in the same order, or what is nearest to that.
                string text = line.ToString().Trim();
                int index = Math.Max(0, then.FindIndex(old => old.ToString().Trim() == text));
                int number = index < then.Count ? then[index].LineNumber : line.LineNumber;
                if (index < then.Count)
                {
                    then.RemoveAt(index);
                }

                if (lines.Add((document.FilePath ?? document.Name, number + 1)))
                {
                    left.Add(new RemovedUse(document.FilePath ?? document.Name, number + 1, text, "it names a type, and '" + names.ValueTypes.First() + "' goes with the flag"));
                }
            }
        }

        return left;
    }

    private static async Task<IReadOnlyList<TextLine>> LinesAsync(Document document, FlagNames names, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (!FlagNames.Contains(text, names.ValueTypes)
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || GeneratedCode.Is(document, root)
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return [];
        }

        return
        [
            .. root.DescendantNodes(descendIntoTrivia: true).OfType<IdentifierNameSyntax>()
                .Where(name => names.ValueTypes.Contains(name.Identifier.ValueText)
                    && model.GetSymbolInfo(name, cancellationToken).Symbol is INamedTypeSymbol type
                    && Values.FlagTypes.GoesWithFlag(type)
                    && !IsInOwner(name, type, model, cancellationToken))
                .Select(name => text.Lines.GetLineFromPosition(name.SpanStart))
                .Distinct(),
        ];
    }

    private static bool IsInOwner(SyntaxNode name, INamedTypeSymbol type, SemanticModel model, CancellationToken cancellationToken) => name.Ancestors()
        .OfType<TypeDeclarationSyntax>()
        .Any(owner => SymbolEqualityComparer.Default.Equals(model.GetDeclaredSymbol(owner, cancellationToken), type.ContainingType));
}
