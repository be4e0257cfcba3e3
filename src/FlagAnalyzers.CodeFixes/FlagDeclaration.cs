using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Manifests.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.CodeFixes;

/// <summary>A flag to be declared.</summary>
/// <param name="Key">Its key.</param>
/// <param name="FlagType">Its <c>flagType</c>.</param>
/// <param name="File">The path of the manifest.</param>
internal sealed record FlagDeclaration(string Key, FlagType FlagType, string File)
{
    /// <summary>What would make the diagnostic go away; null where the project owns no manifest, or its text cannot take the flag.</summary>
    public static async Task<FlagDeclaration?> FromAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Key, out string? key)
            || string.IsNullOrEmpty(key)
            || !diagnostic.Properties.TryGetValue(FixProperties.FlagType, out string? typeName)
            || !Enum.TryParse(typeName, out FlagType flagType)
            || OwnManifest(project) is not { FilePath: { } path } manifest)
        {
            return null;
        }

        FlagDeclaration declaration = new(key!, flagType, path);
        SourceText text = await manifest.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return Insert(text, [declaration]) == text ? null : declaration;
    }

    /// <summary>
    /// Makes one edit per manifest. A file that several projects (or target frameworks) have is changed in each, to the same text, so that whoever writes
    /// the solution to disk writes it once or writes the same twice.
    /// </summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<FlagDeclaration> declarations, CancellationToken cancellationToken)
    {
        Solution changed = solution;
        foreach (IGrouping<string, FlagDeclaration> file in declarations.GroupBy(static declaration => declaration.File, StringComparer.Ordinal))
        {
            SourceText? text = null;
            foreach (TextDocument document in solution.Projects.SelectMany(static project => project.AdditionalDocuments).Where(document => document.FilePath == file.Key))
            {
                text ??= Insert(await document.GetTextAsync(cancellationToken).ConfigureAwait(false), file);
                changed = changed.WithAdditionalDocumentText(document.Id, text);
            }
        }

        return changed;
    }

    /// <summary>The text with the flags, by key; the same text when it has them already or is too broken to be edited safely.</summary>
    private static SourceText Insert(SourceText text, IEnumerable<FlagDeclaration> declarations)
    {
        string content = text.ToString();
        ManifestReading reading = ManifestReader.Read(content);
        if (reading.Issues.Any(static issue => issue.Id == "FLAG0001"))
        {
            return text;
        }

        IEnumerable<(string, FlagType)> missing = declarations
            .Where(declaration => reading.KeyRangeOf(declaration.Key) is null)
            .GroupBy(static declaration => declaration.Key, StringComparer.Ordinal)
            .OrderBy(static key => key.Key, StringComparer.Ordinal)
            .Select(static key => (key.Key, key.First().FlagType));
        return text.WithChanges(ManifestEditor.InsertFlags(content, missing).Select(static edit => new TextChange(new TextSpan(edit.Range.Start, edit.Range.Length), edit.NewText)));
    }

    private static TextDocument? OwnManifest(Project project)
    {
        string? path = project.AnalyzerOptions.AdditionalFiles
            .Where(file => ManifestFile.RoleOf(file, project.AnalyzerOptions.AnalyzerConfigOptionsProvider) == ManifestRole.Manifest)
            .Select(static file => file.Path)
            .OrderBy(static path => path, StringComparer.Ordinal)
            .FirstOrDefault();
        return project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == path);
    }
}
