using System.Diagnostics.CodeAnalysis;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers.Layers;

/// <summary>The manifest in force and the overlays on it, before settings and overrides.</summary>
/// <param name="Stored">The flags, as readers take them.</param>
/// <param name="Base">The layer that the manifest comes from; null for the one that the program brings with it.</param>
internal sealed record LayeredManifest(StoredManifest Stored, SourceLayer? Base)
{
    /// <summary>Puts the layers on each other.</summary>
    /// <param name="root">What the program brings with it.</param>
    /// <param name="layers">The sources, each before those in front of it.</param>
    /// <param name="environment">The environment, or null.</param>
    /// <param name="layered">The result, or null.</param>
    /// <param name="error">Why there is none, as <c>name(line,column): sentence</c>; or null.</param>
    public static bool TryCompose(
        RootManifest root,
        IReadOnlyList<SourceLayer> layers,
        string? environment,
        [NotNullWhen(true)] out LayeredManifest? layered,
        [NotNullWhen(false)] out string? error)
    {
        SourceLayer? below = null;
        ManifestDocument? environmentOverlay = null;
        List<ManifestDocument> overlays = [];
        foreach (SourceLayer layer in layers)
        {
            SourceDocument document = layer.Document;
            below = document.Manifest is null ? below : layer;
            environmentOverlay = document.Environment == environment ? document.EnvironmentOverlay ?? environmentOverlay : environmentOverlay;
            if (document.LibraryOverlay is { } own)
            {
                overlays.Add(own);
            }
        }

        if ((environmentOverlay ?? root.OverlayFor(environment)) is { } first)
        {
            overlays.Insert(0, first);
        }

        ManifestDocument? manifest = below?.Document.Manifest;
        if (overlays.Count == 0 && (manifest is null || root.IsText(manifest.Text)))
        {
            // Recognised, not parsed.
            layered = new LayeredManifest(root.Stored, below);
            error = null;
            return true;
        }

        layered = FlagSnapshot.TryLoad(manifest ?? root.Stored.Snapshot.Document, overlays, out FlagSnapshot? snapshot, out error)
            ? new LayeredManifest(new StoredManifest(snapshot), below)
            : null;
        return layered is not null;
    }
}
