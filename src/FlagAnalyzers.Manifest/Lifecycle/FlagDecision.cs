using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Manifests.Lifecycle;

/// <summary>
/// Whether a flag answers everybody the same. Reasons on the rule tree: collects what the rule can answer whatever the context holds, and asks whether all of it is one
/// value. What it cannot follow counts as anything, so that "decided" is never said of a flag that is not.
/// </summary>
/// <remarks>A percentage rule that gives one variant all the weight counts as giving it to everybody, although a read without a targeting key gets the default variant:
/// such reads are mistakes of their own.</remarks>
internal sealed class FlagDecision(EquatableArray<Evaluator> evaluators)
{
    /// <summary>How many days a flag may stay after it was decided, unless the project says otherwise.</summary>
    public const int UsualDays = 30;

    private readonly RuleAnswers answers = new(evaluators);

    /// <summary>Whether a flag of the kind is meant to go away once everybody gets the same; kill-switches, operational flags and permissions are not.</summary>
    public static bool CanBeDecided(string? kind) => kind is not ("kill-switch" or "operational" or "permission");

    /// <summary>The value that everybody gets, or null where there are several, or no telling.</summary>
    public JsonValue? ValueOf(Flag flag)
    {
        if (flag.State == FlagState.Disabled || flag.IsShortForm)
        {
            return flag.DefaultValue;
        }

        JsonValue? served = Served(flag, flag.DefaultVariant);
        if (flag.Targeting is not { } rule)
        {
            return served;
        }

        if (this.answers.Of(rule) is not { Count: > 0 } possible)
        {
            return null;
        }

        JsonValue? decided = null;
        foreach (RuleAnswer answer in possible)
        {
            JsonValue? value = answer.Kind switch
            {
                RuleAnswerKind.Nothing => served,
                RuleAnswerKind.Name => flag.FindVariant(answer.Text)?.Value ?? flag.DefaultValue,
                _ => flag.DefaultValue,
            };
            if (value is null || (decided is not null && !decided.Equals(value)))
            {
                return null;
            }

            decided = value;
        }

        return decided;
    }

    /// <summary>The value that everybody gets in every environment, or null.</summary>
    /// <param name="flag">The flag as the manifest has it.</param>
    /// <param name="elsewhere">The same flag as overlays have it.</param>
    public JsonValue? ValueOf(Flag flag, IEnumerable<Flag> elsewhere)
    {
        JsonValue? value = this.ValueOf(flag);
        return value is not null && elsewhere.All(other => value.Equals(this.ValueOf(other))) ? value : null;
    }

    /// <summary>A flag as an overlay has it.</summary>
    public static Flag Overlaid(Flag flag, FlagOverlay overlay)
    {
        foreach (JsonMember property in overlay.Properties)
        {
            flag = property.Name switch
            {
                "state" => flag with { State = property.Value is { Kind: JsonKind.String, Text: "DISABLED" } ? FlagState.Disabled : FlagState.Enabled },
                "defaultVariant" => flag with { DefaultVariant = property.Value is { Kind: JsonKind.String, Text.Length: > 0 } ? property.Value.Text : null },
                "targeting" => flag with { Targeting = RuleOf(property.Value) },
                _ => flag,
            };
        }

        return flag;
    }

    private static Rule? RuleOf(JsonValue targeting) =>
        targeting is { Kind: JsonKind.Object, Members.Count: 0 } ? null : new RuleReader(checks: null).Read(JsonText.Parse(targeting.ToString()).Root);

    private static JsonValue? Served(Flag flag, string? variant) =>
        variant is null ? flag.DefaultValue : flag.FindVariant(variant)?.Value ?? flag.DefaultValue;
}
