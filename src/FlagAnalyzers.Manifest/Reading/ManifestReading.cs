using FlagAnalyzers.Manifests.Diagnostics;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>A manifest, where its parts stand in the text, and what is wrong with them.</summary>
internal sealed class ManifestReading(JsonText json, Manifest manifest, IReadOnlyList<ManifestIssue> issues, ManifestIssue? refusal)
{
    public JsonText Json { get; } = json;

    public Manifest Manifest { get; } = manifest;

    /// <summary>By place; what a flag suppresses is left out.</summary>
    public IReadOnlyList<ManifestIssue> Issues { get; } = issues;

    /// <summary>Whether a running program may take it: see <see cref="Refusal"/>.</summary>
    public bool IsLoadable => refusal is null;

    /// <summary>Why a running program must not take it, as <c>file(line,column): sentence</c>; or null.</summary>
    public string? RefusalReason(string file) => refusal is null ? null : Refusal.Describe(refusal, this.Json, file);

    /// <summary>Where a flag's key stands (the last time, if it is repeated), quotes included; null for a key that is not in the file.</summary>
    public TextRange? KeyRangeOf(string flagKey) =>
        this.Json.Root.TryFind("flags", out JsonProperty flags) && flags.Value.TryFind(flagKey, out JsonProperty flag) ? flag.NameRange : null;
}
