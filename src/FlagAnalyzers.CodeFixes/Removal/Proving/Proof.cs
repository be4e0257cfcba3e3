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
        Dictionary<DocumentId, bool> concerned = await ConcernedAsync(before, after, edited, cancellationToken).ConfigureAwait(false);
        return
        [
            .. (await SideBySide.SelectAsync(concerned, file => NewErrorsAsync(before.GetDocument(file.Key)!, after.GetDocument(file.Key)!, file.Value, cancellationToken), cancellationToken).ConfigureAwait(false))
                .SelectMany(static errors => errors),
        ];
    }

    private static async Task<IReadOnlyList<(DocumentId? Document, Diagnostic Error)>> NewErrorsAsync(Document before, Document after, bool inBodiesOnly, CancellationToken cancellationToken)
    {
        if ((inBodiesOnly && await AreBodiesSoundAsync(before, after, cancellationToken).ConfigureAwait(false))
            || await ErrorsAsync(after, cancellationToken).ConfigureAwait(false) is not { Count: > 0 } errors)
        {
            return [];
        }

        Dictionary<string, int> known = new(StringComparer.Ordinal);
        foreach (Diagnostic error in await ErrorsAsync(before, cancellationToken).ConfigureAwait(false))
        {
            known[Name(error)] = known.TryGetValue(Name(error), out int count) ? count + 1 : 1;
        }

        List<(DocumentId?, Diagnostic)> found = [];
        foreach (Diagnostic error in errors)
        {
            if (known.TryGetValue(Name(error), out int count) && count > 0)
            {
                known[Name(error)] = count - 1;
            }
            else
            {
                found.Add((after.Id, error));
            }
        }

        return found;
    }

    /// <summary>The files to compile, and whether only the bodies of some members can have become wrong in them.</summary>
    private static async Task<Dictionary<DocumentId, bool>> ConcernedAsync(Solution before, Solution after, IReadOnlyCollection<DocumentId> edited, CancellationToken cancellationToken)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        HashSet<DocumentId> redeclared = [];
        foreach (DocumentId id in edited)
        {
            SyntaxNode then = (await before.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            SyntaxNode now = (await after.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            string[] changed = [.. ChangedDeclarations.Between(then, now)];
            names.UnionWith(changed);
            if (changed.Length > 0)
            {
                // The other parts see private members too.
                names.UnionWith(now.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>()
                    .Where(static type => type.Modifiers.Any(SyntaxKind.PartialKeyword)).Select(static type => type.Identifier.ValueText));
            }

            if (changed.Length > 0 || now.ContainsDiagnostics || UsingsOf(then) != UsingsOf(now))
            {
                redeclared.Add(id);
            }
        }

        names.Remove(string.Empty);
        Dictionary<DocumentId, bool> concerned = edited.ToDictionary(static id => id, id => !redeclared.Contains(id));
        foreach (Document document in names.Count == 0 ? [] : after.Projects.Where(static project => project.Language == LanguageNames.CSharp).SelectMany(static project => project.Documents))
        {
            if (Uses.FlagNames.Contains(await document.GetTextAsync(cancellationToken).ConfigureAwait(false), names))
            {
                concerned[document.Id] = false;
            }
        }

        return concerned;
    }

    private static string UsingsOf(SyntaxNode root) =>
        string.Concat(Sweeping.UsingSweep.In(root).Select(static directive => directive.ToFullString()));

    /// <summary>Whether the members that are not in the same words as before have no error.</summary>
    private static async Task<bool> AreBodiesSoundAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        SyntaxNode then = (await before.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await after.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return new ChangedMembers(await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false), then).Members
            .All(member => model.GetDiagnostics(member.FullSpan, cancellationToken).All(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Error));
    }

    private static async Task<IReadOnlyList<Diagnostic>> ErrorsAsync(Document document, CancellationToken cancellationToken) =>
        await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? [.. model.GetDiagnostics(cancellationToken: cancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]
            : [];

    private static string Name(Diagnostic error) => error.Id + "|" + error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
