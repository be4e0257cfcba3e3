using FlagAnalyzers.Manifests.Diagnostics;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>An overlay held against the manifest it lies on.</summary>
/// <param name="Flags">The flags that it names, as they are where it lies on the manifest.</param>
/// <param name="Issues">What is wrong with it, by place; what a flag suppresses is left out.</param>
internal sealed record OverlayReading(IReadOnlyList<Flag> Flags, IReadOnlyList<ManifestIssue> Issues);
