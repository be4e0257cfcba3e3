using System.Globalization;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.RemovalStudy;

/// <summary>Whether what was changed, and every project that sees it, still compiles as far as it did: packages that are missing give errors on both sides.</summary>
internal static class CompileErrors
{
    /// <summary>The number of errors before, and those that were not there before.</summary>
    public static async Task<(int Before, IReadOnlyList<Diagnostic> New)> CompareAsync(Solution before, Solution after)
    {
        ProjectId[] changed = [.. after.GetChanges(before).GetProjectChanges().Select(static project => project.ProjectId)];
        ProjectDependencyGraph graph = before.GetProjectDependencyGraph();
        int known = 0;
        List<Diagnostic> added = [];
        foreach (ProjectId id in changed.Union(changed.SelectMany(graph.GetProjectsThatTransitivelyDependOnThisProject)))
        {
            List<string> then = [.. (await ErrorsAsync(before.GetProject(id)!)).Select(Name)];
            known += then.Count;
            added.AddRange((await ErrorsAsync(after.GetProject(id)!)).Where(error => !then.Remove(Name(error))));
        }

        return (known, added);
    }

    private static async Task<IEnumerable<Diagnostic>> ErrorsAsync(Project project) =>
        (await project.GetCompilationAsync())!.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static string Name(Diagnostic error) => error.Id + " " + error.Location.SourceTree?.FilePath + " " + error.GetMessage(CultureInfo.InvariantCulture);
}
