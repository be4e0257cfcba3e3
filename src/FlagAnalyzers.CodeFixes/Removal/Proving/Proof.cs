using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Proving;

/// <summary>
/// Compiles what was edited, and the files that speak of a declaration that is not the same any more. Errors that were there before are not held against the
/// removal.
/// </summary>
internal static class Proof
{
    /// <summary>The errors that the edits brought, in their files.</summary>
    public static async Task<IReadOnlyList<(DocumentId? Document, Diagnostic Error)>> NewErrorsAsync(Solution before, Solution after, IReadOnlyCollection<DocumentId> edited, CancellationToken cancellationToken)
    {
        List<(DocumentId?, Diagnostic)> found = [];
        foreach (DocumentId id in await ConcernedAsync(before, after, edited, cancellationToken).ConfigureAwait(false))
        {
            IReadOnlyList<Diagnostic> errors = await ErrorsAsync(after.GetDocument(id)!, cancellationToken).ConfigureAwait(false);
            if (errors.Count == 0)
            {
                continue;
            }

            Dictionary<string, int> known = new(StringComparer.Ordinal);
            foreach (Diagnostic error in await ErrorsAsync(before.GetDocument(id)!, cancellationToken).ConfigureAwait(false))
            {
                known[Name(error)] = known.TryGetValue(Name(error), out int count) ? count + 1 : 1;
            }

            foreach (Diagnostic error in errors)
            {
                if (known.TryGetValue(Name(error), out int count) && count > 0)
                {
                    known[Name(error)] = count - 1;
                }
                else
                {
                    found.Add((id, error));
                }
            }
        }

        return found;
    }

    private static async Task<HashSet<DocumentId>> ConcernedAsync(Solution before, Solution after, IReadOnlyCollection<DocumentId> edited, CancellationToken cancellationToken)
    {
        HashSet<DocumentId> concerned = [.. edited];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (DocumentId id in edited)
        {
            SyntaxNode root = (await after.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            names.UnionWith(ChangedDeclarations.Between((await before.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!, root));

            // The other parts see private members too.
            names.UnionWith(root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>()
                .Where(static type => type.Modifiers.Any(SyntaxKind.PartialKeyword)).Select(static type => type.Identifier.ValueText));
        }

        names.Remove(string.Empty);
        foreach (Document document in names.Count == 0 ? [] : after.Projects.Where(static project => project.Language == LanguageNames.CSharp).SelectMany(static project => project.Documents))
        {
            if (!concerned.Contains(document.Id) && Uses.FlagNames.Contains(await document.GetTextAsync(cancellationToken).ConfigureAwait(false), names))
            {
                concerned.Add(document.Id);
            }
        }

        return concerned;
    }

    private static async Task<IReadOnlyList<Diagnostic>> ErrorsAsync(Document document, CancellationToken cancellationToken) =>
        await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? [.. model.GetDiagnostics(cancellationToken: cancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]
            : [];

    private static string Name(Diagnostic error) => error.Id + "|" + error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
