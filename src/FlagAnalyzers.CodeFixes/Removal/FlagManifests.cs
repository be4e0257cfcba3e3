using FlagAnalyzers.Generators.Rules.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Removal;

/// <summary>The manifests among the additional files of a solution.</summary>
public static class FlagManifests
{
    private const string UsualName = "flags.json";

    /// <summary>The files that projects own as their manifest, or look at as one; and those that have its name where the build says nothing of them.</summary>
    /// <param name="solution">The solution.</param>
    public static IEnumerable<TextDocument> In(Solution solution)
    {
        foreach (Project project in solution.Projects)
        {
            AnalyzerConfigOptionsProvider options = project.AnalyzerOptions.AnalyzerConfigOptionsProvider;
            foreach (AdditionalText file in project.AnalyzerOptions.AdditionalFiles.OrderBy(static file => file.Path, StringComparer.Ordinal))
            {
                bool isManifest = ManifestFile.RoleOf(file, options) is ManifestRole.Manifest or ManifestRole.Analysis || Path.GetFileName(file.Path) == UsualName;
                if (isManifest && project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == file.Path) is { } document)
                {
                    yield return document;
                }
            }
        }
    }
}
