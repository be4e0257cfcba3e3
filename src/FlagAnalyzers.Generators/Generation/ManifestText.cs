using System.Collections.Immutable;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Generation;

/// <summary>A manifest read once, for two consumers.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Manifest">What it says.</param>
/// <param name="Diagnostics">Where it is no JSON.</param>
internal sealed record ManifestResult(string Path, Manifest Manifest, EquatableArray<DiagnosticSpec> Diagnostics);

/// <summary>The additional file that flags are generated from.</summary>
internal static class ManifestText
{
    /// <summary>Only the project that owns the manifest generates; one found further up (role <c>Analysis</c>) is for analyzers.</summary>
    public static bool IsOwned(AdditionalText file, AnalyzerConfigOptionsProvider options)
        => ManifestFile.RoleOf(file, options) == ManifestRole.Manifest;

    /// <summary>The first by path, whatever order the build gave them in; null where there is none.</summary>
    public static AdditionalText? First(ImmutableArray<AdditionalText> files)
    {
        AdditionalText? first = null;
        foreach (AdditionalText file in files)
        {
            if (first is null || string.CompareOrdinal(file.Path, first.Path) < 0)
            {
                first = file;
            }
        }

        return first;
    }

    /// <summary>Reads the file; null where there is none, or it cannot be read (the compiler reports that itself).</summary>
    public static ManifestResult? Read(AdditionalText? file, CancellationToken cancellationToken)
    {
        if (file?.GetText(cancellationToken) is not { } text)
        {
            return null;
        }

        ManifestReading reading = ManifestReader.Read(text.ToString());
        Manifest manifest = reading.Manifest with { Fingerprint = ManifestFingerprint.Of(text.ToString()) };
        return new ManifestResult(file.Path, manifest, SyntaxErrors.Of(file.Path, text, reading.Json));
    }
}
