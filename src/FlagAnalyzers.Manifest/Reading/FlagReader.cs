using FlagAnalyzers.Manifests.Diagnostics;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Reads one flag: an OpenFeature CLI entry, a flagd definition, or both at once.</summary>
internal sealed class FlagReader(IssueList issues, RuleReader rules, JsonNode? evaluators, RepeatedNames repeated)
{
    private static readonly string[] Properties =
    [
        "flagType", "defaultValue", "description", "state", "variants", "defaultVariant", "targeting", "metadata", "name", "choice", "suppress",
    ];

    private readonly FlagTypeReader types = new(issues);
    private readonly List<string> suppressed = [];

    /// <summary>The flag, or null for what cannot be one (that was reported).</summary>
    public FlagDraft? Read(JsonProperty member)
    {
        JsonNode node = member.Value;
        string key = member.Name;
        if (key.Length == 0)
        {
            issues.Report("FLAG1002", member.NameRange, "A flag key is a text of at least one character.");
            return null;
        }

        if (node.Kind != JsonKind.Object)
        {
            if (!node.IsBroken)
            {
                issues.Report("FLAG1002", node.Range, $"A flag is an object, for example {{ \"flagType\": \"boolean\", \"defaultValue\": false }}; found {Place.Describe(node)}.");
            }

            return null;
        }

        this.ReadSuppressions(node, key);
        repeated.ReportIn(node);
        this.ReportUnknownProperties(node);
        EquatableArray<Variant> variants = this.ReadVariants(node, member);
        FlagType? type = this.types.Read(member, variants);
        JsonValue? defaultValue = this.ReadDefault(member, type);
        ManifestIssue? refusal = null;
        string? defaultVariant = this.ReadDefaultVariant(node, variants, ref refusal);
        Rule? targeting = this.ReadTargeting(node, variants);
        JsonNode? metadataNode = node.TryFind("metadata", out JsonProperty metadata) ? metadata.Value : null;
        MetadataReader metadataReader = new(issues);
        FlagLifecycle lifecycle = metadataNode is { } section ? metadataReader.ReadLifecycle(section) : FlagLifecycle.None;
        bool isChoice = this.ReadChoice(member, type, variants);
        string? chosenName = this.ReadText(node, "name", out JsonProperty name);
        Flag flag = new(
            key,
            Name: "",
            ValueTypeName: null,
            type ?? FlagType.Boolean,
            isChoice,
            defaultValue,
            this.ReadText(node, "description", out _),
            this.ReadState(member, variants.Count > 0),
            variants,
            defaultVariant,
            targeting,
            lifecycle,
            metadataNode is { } members ? metadataReader.Read(members) : default,
            this.suppressed.ToEquatableArray());
        this.ReportForm(member, flag, type);
        return new FlagDraft(flag, member.NameRange, chosenName, chosenName is null ? default : name.Value.Range, refusal);
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

    private EquatableArray<Variant> ReadVariants(JsonNode node, JsonProperty member)
    {
        OrderedMembers<JsonValue> variants = new();
        bool isFull = node.TryFind("variants", out JsonProperty property);
        if (isFull && property.Value.Kind != JsonKind.Object)
        {
            if (!property.Value.IsBroken)
            {
                issues.Report("FLAG1002", property.Value.Range, $"\"variants\" is an object of names and values, for example {{ \"on\": true, \"off\": false }}; found {Place.Describe(property.Value)}.");
            }

            return default;
        }

        JsonNode values = isFull ? property.Value : default;
        foreach (JsonProperty variant in values.Members)
        {
            if (variant.Name.Length == 0)
            {
                issues.Report("FLAG1002", variant.NameRange, "A variant has a name of at least one character.");
            }

            variants.Set(variant.Name, variant.Value.ToValue());
        }

        bool needsVariants = isFull || node.TryFind("defaultVariant", out _) || node.TryFind("targeting", out _);
        if (needsVariants && variants.Count == 0)
        {
            issues.Report("FLAG1002", isFull ? property.Value.Range : member.NameRange, $"The flag '{member.Name}' has no variants, so nothing can be served. Add \"variants\": {{ \"on\": true, \"off\": false }}, or leave only \"flagType\" and \"defaultValue\".");
        }

        return variants.Select(static (name, value) => new Variant(name, value));
    }

    private JsonValue? ReadDefault(JsonProperty member, FlagType? type)
    {
        if (!member.Value.TryFind("defaultValue", out JsonProperty property))
        {
            issues.Report("FLAG1001", member.NameRange, $"The flag '{member.Name}' has no \"defaultValue\", the value that code gets when the flag cannot be evaluated.");
            return null;
        }

        return type is { } known && this.types.Fits(property.Value, known, $"The default of '{member.Name}'") ? property.Value.ToValue() : null;
    }

    private string? ReadDefaultVariant(JsonNode node, EquatableArray<Variant> variants, ref ManifestIssue? refusal)
    {
        if (!node.TryFind("defaultVariant", out JsonProperty property) || property.Value.Kind == JsonKind.Null)
        {
            return null;
        }

        string name = property.Value.Text;
        if (property.Value.Kind != JsonKind.String)
        {
            issues.Report("FLAG1003", property.Value.Range, $"\"defaultVariant\" is the name of a variant, a text or null; found {Place.Describe(property.Value)}.");
        }
        else if (name.Length == 0)
        {
            return null;
        }

        if (variants.All(variant => variant.Name != name))
        {
            string message = MissingVariant(name, variants);
            if (property.Value.Kind == JsonKind.String && variants.Count > 0)
            {
                issues.Report("FLAG1003", property.Value.Range, message);
            }

            refusal = new ManifestIssue("FLAG1003", property.Value.Range, message, issues.FlagKey);
            return null;
        }

        return name;
    }

    private Rule? ReadTargeting(JsonNode node, EquatableArray<Variant> variants)
    {
        if (!node.TryFind("targeting", out JsonProperty property))
        {
            return null;
        }

        JsonNode targeting = property.Value;
        if (targeting.Kind == JsonKind.Null && !targeting.IsBroken)
        {
            issues.Report("FLAG1005", targeting.Range, "\"targeting\" is a rule; null is none. Leave the property out, or write {} for no targeting.");
        }

        if (targeting.Kind == JsonKind.Object)
        {
            bool isEmpty = true;
            foreach (JsonProperty _ in targeting.Members)
            {
                isEmpty = false;
                break;
            }

            if (isEmpty)
            {
                return null;
            }
        }

        Rule rule = rules.Read(targeting);
        if (variants.Count > 0)
        {
            this.CheckResults(targeting, variants);
        }

        return rule;
    }

    private void CheckResults(JsonNode targeting, EquatableArray<Variant> variants)
    {
        RuleResults results = new(evaluators);
        results.Collect(targeting);
        foreach ((string name, Text.TextRange range) in results.Names)
        {
            if (variants.All(variant => variant.Name != name))
            {
                issues.Report("FLAG1003", range, MissingVariant(name, variants));
            }
        }

        bool answersBoth = variants.Any(variant => variant.Name == "true") && variants.Any(variant => variant.Name == "false");
        if (!answersBoth && results.Conditions.Count > 0)
        {
            (string name, Text.TextRange range) = results.Conditions[0];
            string first = variants[0].Name;
            string second = variants.Count > 1 ? $"\"{variants[1].Name}\"" : "null";
            issues.Report("FLAG1003", range, $"'{name}' answers true or false, but the flag has no variants \"true\" and \"false\". Choose a variant with {{ \"if\": [ rule, \"{first}\", {second} ] }}.");
        }
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

    private FlagState ReadState(JsonProperty member, bool isFull)
    {
        if (!member.Value.TryFind("state", out JsonProperty property))
        {
            if (isFull)
            {
                issues.Report("FLAG1008", member.NameRange, $"The flag '{member.Name}' has no \"state\" and counts as enabled; flagd's schema requires it. Add \"state\": \"ENABLED\".");
            }

            return FlagState.Enabled;
        }

        string[] states = ["ENABLED", "DISABLED"];
        if (!property.Value.IsBroken && (property.Value.Kind != JsonKind.String || !states.Contains(property.Value.Text)))
        {
            issues.Report("FLAG1002", property.Value.Range, $"\"state\" is {Place.OneOf(states)}; found {Place.Describe(property.Value)}, which counts as enabled.{(property.Value.Kind == JsonKind.String ? NearestName.Hint(property.Value.Text, states) : "")}");
        }

        return property.Value.Kind == JsonKind.String && property.Value.Text == "DISABLED" ? FlagState.Disabled : FlagState.Enabled;
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

    private static string MissingVariant(string name, EquatableArray<Variant> variants)
    {
        IEnumerable<string> names = variants.Select(static variant => variant.Name);
        return $"The flag has no variant '{name}'. Its variants are {Place.OneOf(names)}.{NearestName.Hint(name, names)}";
    }
}
