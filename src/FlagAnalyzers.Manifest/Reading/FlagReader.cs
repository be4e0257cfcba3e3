using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Reads one flag: an OpenFeature CLI entry, a flagd definition, or both at once.</summary>
internal sealed class FlagReader(IssueList issues, RuleReader rules, JsonNode? evaluators, RepeatedNames repeated)
{
    private static readonly string[] Properties = [.. OverlayProperties.Layered, .. OverlayProperties.Compiled, .. OverlayProperties.Descriptive];

    private readonly FlagDefinitionReader definitions = new(issues, rules);
    private readonly MetadataReader metadata = new(issues);
    private readonly ResultChecks results = new(issues, evaluators);
    private readonly List<string> suppressed = [];

    /// <summary>The flag, or null for what cannot be one (that was reported).</summary>
    public FlagDraft? Read(JsonProperty member)
    {
        JsonNode node = member.Value;
        string key = member.Name;
        if (!FlagDefinitionReader.IsFlag(member))
        {
            this.ReportNoFlag(member);
            return null;
        }

        this.ReadSuppressions(node, key);
        repeated.ReportIn(node);
        this.ReportUnknownProperties(node);
        Flag flag = this.definitions.Read(new FlagNode(member), out FlagType? type);
        string? chosenName = this.ReadText(node, "name", out JsonProperty name);
        flag = flag with
        {
            IsChoice = this.ReadChoice(member, type, flag.Variants),
            Description = this.ReadText(node, "description", out _),
            Lifecycle = node.TryFind("metadata", out JsonProperty section) ? this.metadata.ReadLifecycle(section.Value) : FlagLifecycle.None,
            Suppressed = this.suppressed.ToEquatableArray(),
        };
        if (flag.Targeting is not null && flag.Variants.Count > 0 && node.TryFind("targeting", out JsonProperty targeting))
        {
            this.results.Check(targeting.Value, flag.Variants);
        }

        this.ReportForm(member, flag, type);
        return new FlagDraft(flag, member.NameRange, chosenName, chosenName is null ? default : name.Value.Range);
    }

    private void ReportNoFlag(JsonProperty member)
    {
        if (member.IsNamed(""))
        {
            issues.Report("FLAG1002", member.NameRange, "A flag key is a text of at least one character.");
        }
        else if (!member.Value.IsBroken)
        {
            issues.Report("FLAG1002", member.Value.Range, $"A flag is an object, for example {{ \"flagType\": \"boolean\", \"defaultValue\": false }}; found {Place.Describe(member.Value)}.");
        }
    }

    private void ReadSuppressions(JsonNode node, string key)
    {
        this.suppressed.Clear();
        if (!node.TryFind("suppress", out JsonProperty property))
        {
            return;
        }

        if (property.Value.Kind != JsonKind.Array && !property.Value.IsBroken)
        {
            issues.Report("FLAG1002", property.Value.Range, $"\"suppress\" is an array of diagnostic ids, for example [\"FLAG1007\"]; found {Place.Describe(property.Value)}.");
        }

        foreach (JsonNode id in property.Value.Items)
        {
            if (id.Kind == JsonKind.String)
            {
                this.suppressed.Add(id.Text);
                issues.Suppress(key, id.Text);
            }
            else if (!id.IsBroken)
            {
                issues.Report("FLAG1002", id.Range, $"\"suppress\" lists diagnostic ids such as \"FLAG1007\"; found {Place.Describe(id)}.");
            }
        }
    }

    private void ReportUnknownProperties(JsonNode node)
    {
        foreach (JsonProperty property in node.Members)
        {
            if (!IsKnown(property))
            {
                issues.Report("FLAG1007", property.NameRange, $"A flag has no property '{property.Name}'.{NearestName.Hint(property.Name, Properties)}");
            }
        }
    }

    private static bool IsKnown(JsonProperty property)
    {
        foreach (string name in Properties)
        {
            if (property.IsNamed(name))
            {
                return true;
            }
        }

        return false;
    }

    private bool ReadChoice(JsonProperty member, FlagType? type, EquatableArray<Variant> variants)
    {
        bool isGiven = member.Value.TryFind("choice", out JsonProperty property);
        if (!isGiven)
        {
            return false;
        }

        if (property.Value.Kind is not (JsonKind.True or JsonKind.False))
        {
            if (!property.Value.IsBroken)
            {
                issues.Report("FLAG1002", property.Value.Range, $"\"choice\" is true or false; found {Place.Describe(property.Value)}.");
            }

            return false;
        }

        if (property.Value.Kind == JsonKind.True && (type != FlagType.String || variants.Count == 0))
        {
            issues.Report("FLAG1002", property.Value.Range, "Only a string flag with variants can be a choice.");
            return false;
        }

        return property.Value.Kind == JsonKind.True;
    }

    private string? ReadText(JsonNode node, string name, out JsonProperty property)
    {
        if (!node.TryFind(name, out property))
        {
            return null;
        }

        if (property.Value.Kind == JsonKind.String)
        {
            return property.Value.Text;
        }

        if (!property.Value.IsBroken)
        {
            issues.Report("FLAG1002", property.Value.Range, $"\"{name}\" is a text; found {Place.Describe(property.Value)}.");
        }

        return null;
    }

    private void ReportForm(JsonProperty member, Flag flag, FlagType? type)
    {
        if (flag.IsShortForm && type is not null && !member.Value.TryFind("variants", out _)
            && !member.Value.TryFind("defaultVariant", out _) && !member.Value.TryFind("targeting", out _))
        {
            issues.Report("FLAG1008", member.NameRange, $"The flag '{flag.Key}' always answers its default. To roll it out give it \"state\", \"variants\" and \"defaultVariant\".");
        }

        if (type == FlagType.String && !member.Value.TryFind("choice", out _) && LooksLikeChoice(flag))
        {
            issues.Report("FLAG1008", member.NameRange, $"The flag '{flag.Key}' looks like a choice between {Place.OneOf(flag.Variants.Select(variant => variant.Value.Text))}. With \"choice\": true it becomes an enum; false keeps the string.");
        }

        if (flag.Lifecycle.Kind == "kill-switch" && flag.DefaultValue?.Kind == JsonKind.True && member.Value.TryFind("defaultValue", out JsonProperty property))
        {
            issues.Report("FLAG1007", property.Value.Range, $"The kill-switch '{flag.Key}' defaults to on: when it is disabled or cannot be evaluated, the feature stays on. Make the default the safe value, false.");
        }
    }

    // Two or more different words: then a switch over an enum says more than a comparison of texts.
    private static bool LooksLikeChoice(Flag flag) =>
        flag.Variants.Count >= 2
        && flag.Variants.All(static variant => variant.Value.Kind == JsonKind.String && IsWord(variant.Value.Text))
        && flag.Variants.Select(static variant => variant.Value.Text).Distinct(StringComparer.Ordinal).Count() == flag.Variants.Count;

    private static bool IsWord(string text) =>
        text.Length is > 0 and <= 30 && char.IsLetter(text[0]) && text.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_');
}
