using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Removal.Proving;

/// <summary>Compiles what was edited. Errors that were there before are not held against the removal.</summary>
internal static class Proof
{
    /// <summary>The errors that the edits brought, in their files.</summary>
    public static async Task<IReadOnlyList<(DocumentId? Document, Diagnostic Error)>> NewErrorsAsync(Solution before, Solution after, IReadOnlyCollection<DocumentId> edited, CancellationToken cancellationToken)
    {
        List<(DocumentId?, Diagnostic)> found = [];
        foreach (ProjectId id in edited.Select(static document => document.ProjectId).Distinct())
        {
            IReadOnlyList<Diagnostic> errors = await ErrorsAsync(after.GetProject(id)!, cancellationToken).ConfigureAwait(false);
            if (errors.Count == 0)
            {
                continue;
            }

            Dictionary<string, int> known = new(StringComparer.Ordinal);
            foreach (Diagnostic error in await ErrorsAsync(before.GetProject(id)!, cancellationToken).ConfigureAwait(false))
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
                    found.Add((after.GetDocument(error.Location.SourceTree)?.Id, error));
                }
            }
        }

        return found;
    }

    private static async Task<IReadOnlyList<Diagnostic>> ErrorsAsync(Project project, CancellationToken cancellationToken)
    {
        Compilation? compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        return compilation is null ? [] : [.. compilation.GetDiagnostics(cancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
    }

    private static string Name(Diagnostic error) => error.Location.SourceTree?.FilePath + "|" + error.Id + "|" + error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
