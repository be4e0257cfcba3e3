using FlagAnalyzers.Manifests.Reading;

namespace FlagAnalyzers.Layers;

/// <summary>What a source gives at one time: read together, taken or refused together.</summary>
/// <param name="Manifest">A whole manifest, which takes the place of those below it; or null.</param>
/// <param name="EnvironmentOverlay">An overlay for <paramref name="Environment"/>, which takes the place of the one that was compiled in; or null.</param>
/// <param name="Environment">The environment that was asked for.</param>
/// <param name="LibraryOverlay">An overlay on whatever else there is, an application's word on a library's flags; or null.</param>
internal sealed record SourceDocument(ManifestDocument? Manifest, ManifestDocument? EnvironmentOverlay = null, string? Environment = null, ManifestDocument? LibraryOverlay = null)
{
    public static readonly SourceDocument None = new(Manifest: null);
}
