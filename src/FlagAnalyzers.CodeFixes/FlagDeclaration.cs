using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Manifests.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.CodeFixes;

/// <summary>A flag to be declared.</summary>
/// <param name="Key">Its key.</param>
/// <param name="FlagType">Its <c>flagType</c>.</param>
/// <param name="File">The path of the manifest.</param>
internal sealed record FlagDeclaration(string Key, string FlagType, string File)
{
    /// <summary>What would make the diagnostic go away; null where the project owns no manifest, or its text cannot take the flag.</summary>
    public static async Task<FlagDeclaration?> FromAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Key, out string? key)
            || string.IsNullOrEmpty(key)
            || !diagnostic.Properties.TryGetValue(FixProperties.FlagType, out string? flagType)
            || OwnManifest(project) is not { FilePath: { } path } manifest)
        {
            return null;
        }

        FlagDeclaration declaration = new(key!, flagType ?? "boolean", path);
        SourceText text = await manifest.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return declaration.InsertInto(text) is null ? null : declaration;
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
                text ??= InsertAll(await document.GetTextAsync(cancellationToken).ConfigureAwait(false), file);
                changed = changed.WithAdditionalDocumentText(document.Id, text);
            }
        }

        return changed;
    }

    private static SourceText InsertAll(SourceText text, IEnumerable<FlagDeclaration> declarations)
    {
        foreach (FlagDeclaration declaration in declarations.OrderBy(static declaration => declaration.Key, StringComparer.Ordinal))
        {
            text = declaration.InsertInto(text) ?? text;
        }

        return text;
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

    /// <summary>The text with the flag, or null when it has that flag already or is too broken to be edited safely.</summary>
    private SourceText? InsertInto(SourceText text)
    {
        string content = text.ToString();
        return ManifestReader.Read(content).KeyRangeOf(this.Key) is null && ManifestEditor.InsertFlag(content, this.Key, this.FlagType) is var (position, insertion)
            ? text.WithChanges(new TextChange(new TextSpan(position, 0), insertion))
            : null;
    }
}
