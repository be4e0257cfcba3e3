using FlagAnalyzers.Manifests.Diagnostics;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Collects what is wrong with a manifest while it is read.</summary>
internal sealed class IssueList
{
    private readonly List<ManifestIssue> issues = [];
    private HashSet<(string Key, string Id)>? suppressed;

    /// <summary>The flag that is being read, or null.</summary>
    public string? FlagKey { get; set; }

    public void Report(string id, TextRange range, string message) => this.issues.Add(new ManifestIssue(id, range, message, this.FlagKey));

    public void Suppress(string flagKey, string id) => (this.suppressed ??= []).Add((flagKey, id));

    /// <summary>What was reported and not suppressed, by place.</summary>
    public IReadOnlyList<ManifestIssue> InOrder() =>
        [.. this.issues
            .Where(issue => issue.FlagKey is null || this.suppressed?.Contains((issue.FlagKey, issue.Id)) != true)
            .OrderBy(issue => issue.Range.Start)
            .ThenBy(issue => issue.Id, StringComparer.Ordinal)];
}
