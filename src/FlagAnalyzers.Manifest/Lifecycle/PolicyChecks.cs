using System.Globalization;
using System.Text.RegularExpressions;
using FlagAnalyzers.Manifests.Diagnostics;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Lifecycle;

/// <summary>FLAG1010: holds the flags of a manifest against the policy of the repository.</summary>
internal static class PolicyChecks
{
    private const string Id = "FLAG1010";

    /// <summary>What is missing or too long, by place; what a flag suppresses is left out.</summary>
    public static IReadOnlyList<ManifestIssue> Check(ManifestReading reading, FlagPolicy policy)
    {
        List<ManifestIssue> issues = [];
        if (reading.Json.Root.TryFind("flags", out JsonProperty section))
        {
            // Of a repeated key the last one counts.
            Dictionary<string, JsonProperty> members = new(StringComparer.Ordinal);
            foreach (JsonProperty member in section.Value.Members)
            {
                members[member.Name] = member;
            }

            foreach (Flag flag in reading.Manifest.Flags)
            {
                if (members.TryGetValue(flag.Key, out JsonProperty member) && !flag.Suppressed.Contains(Id))
                {
                    issues.AddRange(Check(member, flag, policy));
                }
            }
        }

        return issues;
    }

    private static IEnumerable<ManifestIssue> Check(JsonProperty member, Flag flag, FlagPolicy policy)
    {
        FlagLifecycle lifecycle = flag.Lifecycle;
        ManifestIssue Missing(string message) => new(Id, member.NameRange, message, flag.Key);
        if (policy.RequiresOwner && string.IsNullOrWhiteSpace(lifecycle.Owner))
        {
            yield return Missing($"The flag '{flag.Key}' has no owner. Name the team that decides it: \"metadata\": {{ \"owner\": \"…\" }}.");
        }

        if (policy.RequiresDescription && string.IsNullOrWhiteSpace(flag.Description))
        {
            yield return Missing($"The flag '{flag.Key}' has no \"description\". Say in a sentence what it switches and for whom.");
        }

        if (policy.RequiresIssue && string.IsNullOrWhiteSpace(lifecycle.Issue))
        {
            yield return Missing($"The flag '{flag.Key}' has no issue. Name the one that ends with its removal: \"metadata\": {{ \"issue\": \"…\" }}.");
        }

        if (policy.Naming is { } pattern && !Matches(pattern, flag.Key))
        {
            yield return Missing($"The key '{flag.Key}' does not match the naming pattern {pattern.ToString().Substring(4, pattern.ToString().Length - 6)}.");
        }

        if (policy.RequiresExpiry && FlagPolicy.IsTemporary(lifecycle.Kind) && lifecycle.Expires is null && !lifecycle.IsPermanent && !HasExpiry(member))
        {
            string until = lifecycle.Created is { } start && policy.LifetimeOf(lifecycle.Kind) is { } days ? $", at the latest {start.AddDays(days)}" : "";
            yield return Missing($"The {lifecycle.Kind} flag '{flag.Key}' has no end. Give it an expiry date{until}: \"metadata\": {{ \"expires\": \"YYYY-MM-DD\" }}.");
        }

        if (policy.LifetimeOf(lifecycle.Kind) is { } maximum && lifecycle is { Created: { } created, Expires: { } expires } && expires.DaysSince(created) > maximum)
        {
            string lifetime = expires.DaysSince(created).ToString(CultureInfo.InvariantCulture);
            yield return new ManifestIssue(
                Id,
                PlaceOfExpiry(member),
                $"The {lifecycle.Kind} flag '{flag.Key}' lives {lifetime} days, from {created} to {expires}; {(lifecycle.Kind == "operational" ? "one of that kind is looked at again after" : "one of that kind lives at most")} {maximum.ToString(CultureInfo.InvariantCulture)} days. Let it expire on {created.AddDays(maximum)}{Ask(lifecycle)}.",
                flag.Key);
        }
    }

    private static string Ask(FlagLifecycle lifecycle) => string.IsNullOrWhiteSpace(lifecycle.Owner) ? "" : $", or ask {lifecycle.Owner} whether it is of another kind";

    // A date that cannot be read has its own finding.
    private static bool HasExpiry(JsonProperty member) =>
        member.Value.TryFind("metadata", out JsonProperty metadata) && metadata.Value.TryFind("expires", out _);

    private static TextRange PlaceOfExpiry(JsonProperty member) =>
        member.Value.TryFind("metadata", out JsonProperty metadata) && metadata.Value.TryFind("expires", out JsonProperty expires) ? expires.Value.Range : member.NameRange;

    // A pattern that takes too long matches: it is no reason to hold up a build.
    private static bool Matches(Regex pattern, string key)
    {
        try
        {
            return pattern.IsMatch(key);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
