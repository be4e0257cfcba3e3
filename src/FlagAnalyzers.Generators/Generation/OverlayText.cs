using System.Collections.Immutable;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Generation;

/// <summary>An overlay read once, for two consumers.</summary>
/// <param name="FileName">Its file.</param>
/// <param name="Flags">What it says.</param>
/// <param name="Diagnostics">Where it is no JSON.</param>
internal sealed record OverlayResult(string FileName, EquatableArray<FlagOverlay> Flags, EquatableArray<DiagnosticSpec> Diagnostics);

/// <summary>The additional files that say what differs in an environment.</summary>
internal static class OverlayText
{
    public static bool IsOverlay(AdditionalText file, AnalyzerConfigOptionsProvider options)
        => ManifestFile.RoleOf(file, options) == ManifestRole.Overlay;

    /// <summary>Reads the file; null where it cannot be read (the compiler reports that itself).</summary>
    public static OverlayResult? Read(AdditionalText file, CancellationToken cancellationToken)
    {
        if (file.GetText(cancellationToken) is not { } text)
        {
            return null;
        }

        JsonText json = JsonText.Parse(text.ToString());
        return new OverlayResult(Path.GetFileName(file.Path), OverlayProperties.ReadFlags(json), SyntaxErrors.Of(file.Path, text, json));
    }

    /// <summary>Named by their environment, in its order; one a name. What lies beside another manifest than this project's is none.</summary>
    /// <param name="files">The files.</param>
    /// <param name="manifestPath">The manifest that they lie on.</param>
    public static EquatableArray<Overlay> Name(ImmutableArray<OverlayResult> files, string manifestPath)
    {
        string prefix = Path.GetFileNameWithoutExtension(manifestPath) + ".";
        SortedDictionary<string, Overlay> overlays = new(StringComparer.OrdinalIgnoreCase);
        foreach (OverlayResult file in files.OrderBy(static file => file.FileName, StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(file.FileName);
            if (name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                string environment = name.Substring(prefix.Length);
                overlays[environment] = new Overlay(environment, file.Flags);
            }
        }

        return new EquatableArray<Overlay>([.. overlays.Values]);
    }

    public static EquatableArray<DiagnosticSpec> Diagnostics(ImmutableArray<OverlayResult> files)
        => new([.. files.SelectMany(static file => file.Diagnostics)]);
}
