using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Reads what a running program needs of a flag: its type and code default, its state, variants and rule, its metadata.</summary>
/// <param name="issues">Where problems go; null where nobody asks for them, which also saves the looking.</param>
/// <param name="rules">Reads the targeting rules.</param>
internal sealed class FlagDefinitionReader(IssueList? issues, RuleReader rules)
{
    private static readonly string[] States = ["ENABLED", "DISABLED"];

    private readonly FlagTypeReader types = new(issues);
    private readonly MetadataReader metadata = new(issues);

    /// <summary>Whether a member of <c>flags</c> is a flag: it has a key, and is an object.</summary>
    public static bool IsFlag(JsonProperty member) => member.Value.Kind == JsonKind.Object && !member.IsNamed("");

    /// <summary>The flag, without what only the compiler asks for.</summary>
    /// <param name="flag">A member that <see cref="IsFlag"/>, and what overlays say of it.</param>
    /// <param name="type">The type; null when nothing tells it, and then the flag counts as boolean.</param>
    public Flag Read(FlagNode flag, out FlagType? type)
    {
        JsonProperty member = flag.Member;
        JsonNode node = member.Value;
        EquatableArray<Variant> variants = this.ReadVariants(node, member);
        type = this.types.Read(member, variants);
        JsonValue? defaultValue = this.ReadDefault(member, type);
        string? defaultVariant = this.ReadDefaultVariant(flag, variants);
        Rule? targeting = this.ReadTargeting(flag);
        return new Flag(
            member.Name,
            Name: "",
            ValueTypeName: null,
            type ?? FlagType.Boolean,
            IsChoice: node.TryFind("choice", out JsonProperty choice) && choice.Value.Kind == JsonKind.True,
            defaultValue,
            Description: null,
            this.ReadState(flag, variants.Count > 0),
            variants,
            defaultVariant,
            targeting,
            FlagLifecycle.None,
            node.TryFind("metadata", out JsonProperty section) ? this.metadata.Read(section.Value) : default,
            Suppressed: default);
    }

    /// <summary>A flag as it is under an overlay. Only what the overlay gives is read, and reported on.</summary>
    /// <param name="member">The flag in the manifest.</param>
    /// <param name="overlay">What differs of it.</param>
    /// <param name="declared">What the manifest says.</param>
    public Flag ReadOverlay(JsonProperty member, JsonNode overlay, Flag declared)
    {
        FlagNode flag = new FlagNode(member).With(overlay);
        return declared with
        {
            State = overlay.TryFind("state", out _) ? this.ReadState(flag, isFull: false) : declared.State,
            DefaultVariant = overlay.TryFind("defaultVariant", out _) ? this.ReadDefaultVariant(flag, declared.Variants) : declared.DefaultVariant,
            Targeting = overlay.TryFind("targeting", out _) ? this.ReadTargeting(flag) : declared.Targeting,
        };
    }

    private EquatableArray<Variant> ReadVariants(JsonNode node, JsonProperty member)
    {
        OrderedMembers<JsonValue> variants = new();
        bool isFull = node.TryFind("variants", out JsonProperty property);
        if (isFull && property.Value.Kind != JsonKind.Object)
        {
            if (!property.Value.IsBroken)
            {
                issues?.Report("FLAG1002", property.Value.Range, $"\"variants\" is an object of names and values, for example {{ \"on\": true, \"off\": false }}; found {Place.Describe(property.Value)}.");
            }

            return default;
        }

        JsonNode values = isFull ? property.Value : default;
        foreach (JsonProperty variant in values.Members)
        {
            if (variant.Name.Length == 0)
            {
                issues?.Report("FLAG1002", variant.NameRange, "A variant has a name of at least one character.");
            }

            variants.Set(variant.Name, variant.Value.ToValue());
        }

        bool needsVariants = isFull || node.TryFind("defaultVariant", out _) || node.TryFind("targeting", out _);
        if (needsVariants && variants.Count == 0)
        {
            issues?.Report("FLAG1002", isFull ? property.Value.Range : member.NameRange, $"The flag '{member.Name}' has no variants, so nothing can be served. Add \"variants\": {{ \"on\": true, \"off\": false }}, or leave only \"flagType\" and \"defaultValue\".");
        }

        return variants.Select(static (name, value) => new Variant(name, value));
    }

    private JsonValue? ReadDefault(JsonProperty member, FlagType? type)
    {
        if (!member.Value.TryFind("defaultValue", out JsonProperty property))
        {
            issues?.Report("FLAG1001", member.NameRange, $"The flag '{member.Name}' has no \"defaultValue\", the value that code gets when the flag cannot be evaluated.");
            return null;
        }

        return type is { } known && this.types.Fits(property.Value, known, "The default of", member) ? property.Value.ToValue() : null;
    }

    private string? ReadDefaultVariant(FlagNode flag, EquatableArray<Variant> variants)
    {
        if (DefaultVariant.Of(flag) is not { } variant)
        {
            return null;
        }

        if (variant.Node.Kind != JsonKind.String)
        {
            issues?.Report("FLAG1003", variant.Node.Range, $"\"defaultVariant\" is the name of a variant, a text or null; found {Place.Describe(variant.Node)}.");
        }

        if (!variant.IsMissing)
        {
            return variant.Name;
        }

        if (variant.Node.Kind == JsonKind.String && variants.Count > 0)
        {
            issues?.Report("FLAG1003", variant.Node.Range, variant.Message);
        }

        return null;
    }

    private Rule? ReadTargeting(FlagNode flag)
    {
        if (!flag.TryFindLayered("targeting", out JsonProperty property))
        {
            return null;
        }

        JsonNode targeting = property.Value;
        if (targeting.Kind == JsonKind.Null && !targeting.IsBroken)
        {
            issues?.Report("FLAG1005", targeting.Range, "\"targeting\" is a rule; null is none. Leave the property out, or write {} for no targeting.");
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

        return rules.Read(targeting);
    }

    private FlagState ReadState(FlagNode flag, bool isFull)
    {
        JsonProperty member = flag.Member;
        if (!flag.TryFindLayered("state", out JsonProperty property))
        {
            if (isFull)
            {
                issues?.Report("FLAG1008", member.NameRange, $"The flag '{member.Name}' has no \"state\" and counts as enabled; flagd's schema requires it. Add \"state\": \"ENABLED\".");
            }

            return FlagState.Enabled;
        }

        if (!property.Value.IsBroken && (property.Value.Kind != JsonKind.String || !States.Contains(property.Value.Text)))
        {
            issues?.Report("FLAG1002", property.Value.Range, $"\"state\" is {Place.OneOf(States)}; found {Place.Describe(property.Value)}, which counts as enabled.{(property.Value.Kind == JsonKind.String ? NearestName.Hint(property.Value.Text, States) : "")}");
        }

        return property.Value.Kind == JsonKind.String && property.Value.Text == "DISABLED" ? FlagState.Disabled : FlagState.Enabled;
    }
}
