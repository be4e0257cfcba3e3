using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Rules;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers.Tool.Evaluation;

/// <summary>What a flag answered, and how it came to that.</summary>
/// <param name="Key">The key that was asked for.</param>
/// <param name="Flag">The flag; null where there is none.</param>
/// <param name="Outcome">How the evaluation ended.</param>
/// <param name="Value">The value; null for a code default that the manifest does not give.</param>
/// <param name="Variant">The variant that has it, or null for the code default.</param>
/// <param name="Error">What is wrong, in sentences; null when nothing is.</param>
/// <param name="Context">For whom.</param>
/// <param name="Reads">What the rule looks at.</param>
/// <param name="Now">The time that the rule saw, seconds since 1970.</param>
/// <param name="ManifestName">The file.</param>
internal sealed record Explanation(
    string Key,
    Flag? Flag,
    Outcome Outcome,
    JsonValue? Value,
    string? Variant,
    string? Error,
    GivenContext Context,
    RuleReads Reads,
    long Now,
    string ManifestName)
{
    public static Explanation Of(string key, GivenContext context, long now, ManifestFile file)
    {
        FlagSnapshot snapshot = file.Snapshot;
        BoundFlag? bound = snapshot.Find(key);
        Flag? flag = file.Manifest.Flags.FirstOrDefault(candidate => candidate.Key == key);
        Resolution resolution = snapshot.Resolve(bound, flag?.Type ?? FlagType.Boolean, context, now);
        string? error = flag is null ? NotFound(key, file) : resolution.Outcome.Message(key, TypeName(flag.Type));
        return new Explanation(
            key,
            flag,
            resolution.Outcome,
            resolution.Variant is { } variant ? variant.Value : flag?.DefaultValue,
            resolution.Variant?.Name,
            error,
            context,
            RuleReads.Of(flag, file.Manifest),
            now,
            file.Name);
    }

    /// <summary>What the rule reads and nobody gave.</summary>
    public IEnumerable<string> NotGiven => this.Reads.Paths.Where(path => !this.Context.Gives(path));

    /// <summary>The rule in words.</summary>
    public string? Rule => this.Flag is null ? null : RuleWords.Describe(this.Flag);

    /// <summary>Whether the rule looks at an attribute.</summary>
    public bool IsRead(string name) => this.Reads.Paths.Any(path => GivenContext.AreRelated(path, name));

    /// <summary>The outcome in words; null where the error says it.</summary>
    public string? OutcomeWords => this.Outcome switch
    {
        Outcome.TargetingMatch => "the rule chose this variant",
        Outcome.Static when this.Variant is null => "the flag has nothing but its default",
        Outcome.Static => "the flag has no rule; everybody gets the defaultVariant",
        Outcome.Default when this.Variant is not null => "the rule left it to the defaultVariant",
        Outcome.Default when this.Flag?.Targeting is null => "the flag has neither a rule nor a defaultVariant; everybody gets the default",
        Outcome.Default => "the rule decided nothing and there is no defaultVariant; that leaves the default",
        Outcome.Disabled => "the flag is DISABLED; everybody gets the default",
        _ => null,
    };

    private static string NotFound(string key, ManifestFile file)
    {
        string retired = file.Manifest.Retired.FirstOrDefault(flag => flag.Key == key) is { } tombstone
            ? $" It was retired{(tombstone.Date.Length > 0 ? $" on {tombstone.Date}" : "")}." : "";
        return $"{file.Name} has no flag '{key}' ({EvaluationErrorCode.FlagNotFound}).{retired}{NearestName.Hint(key, file.Manifest.Flags.Select(flag => flag.Key))}";
    }

    private static string TypeName(FlagType type) => type switch
    {
        FlagType.Boolean => "boolean",
        FlagType.String => "string",
        FlagType.Integer => "integer",
        FlagType.Float => "float",
        _ => "object",
    };
}
