using System.Runtime.CompilerServices;
using FlagAnalyzers.Manifests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Generators.Rules.Declarations;

/// <summary>An environment overlay among the additional files, held against the manifest that the project owns.</summary>
internal sealed record OverlayFile(string Path, SourceText Text, OverlayReading Reading)
{
    /// <summary>By both texts that a reading comes from, so that an edit elsewhere reads neither again.</summary>
    private static readonly ConditionalWeakTable<ManifestReading, ConditionalWeakTable<SourceText, OverlayReading>> Readings = new();

    /// <summary>The overlays of the compilation, by path; none where the project owns no manifest.</summary>
    public static IReadOnlyList<OverlayFile> ReadAll(AnalyzerOptions options, IReadOnlyList<ManifestFile> manifests, CancellationToken cancellationToken)
    {
        List<OverlayFile> files = [];
        if (manifests.FirstOrDefault(static file => file.Role == ManifestRole.Manifest) is not { } manifest)
        {
            return files;
        }

        ConditionalWeakTable<SourceText, OverlayReading> readings = Readings.GetValue(manifest.Reading, static _ => new ConditionalWeakTable<SourceText, OverlayReading>());
        foreach (AdditionalText file in options.AdditionalFiles)
        {
            if (ManifestFile.RoleOf(file, options.AnalyzerConfigOptionsProvider) == ManifestRole.Overlay && file.GetText(cancellationToken) is { } text)
            {
                files.Add(new OverlayFile(file.Path, text, readings.GetValue(text, key => OverlayReader.Read(key.ToString(), manifest.Reading))));
            }
        }

        files.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return files;
    }
}
