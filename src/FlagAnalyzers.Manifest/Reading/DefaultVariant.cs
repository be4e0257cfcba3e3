using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>The <c>defaultVariant</c> of a flag, in its place.</summary>
internal readonly struct DefaultVariant
{
    private readonly JsonNode variants;

    private DefaultVariant(JsonNode node, string name, JsonNode variants)
    {
        this.Node = node;
        this.Name = name;
        this.variants = variants;
    }

    public JsonNode Node { get; }

    /// <summary>Its text; of a value that is no text the spelling, which names a variant as well.</summary>
    public string Name { get; }

    /// <summary>Whether the flag has no variant of that name.</summary>
    public bool IsMissing
    {
        get
        {
            foreach (JsonProperty variant in this.variants.Members)
            {
                if (variant.IsNamed(this.Name))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>That it is missing, in sentences.</summary>
    public string Message
    {
        get
        {
            List<string> names = [];
            foreach (JsonProperty variant in this.variants.Members)
            {
                names.Add(variant.Name);
            }

            return Place.MissingVariant(this.Name, names.Distinct(StringComparer.Ordinal));
        }
    }

    /// <summary>Null where a flag has none; JSON null and the empty text are none.</summary>
    public static DefaultVariant? Of(FlagNode flag)
    {
        JsonNode node = default;
        JsonNode variants = default;
        bool isGiven = false;
        foreach (JsonProperty member in flag.Member.Value.Members)
        {
            if (member.IsNamed("defaultVariant"))
            {
                node = member.Value;
                isGiven = true;
            }
            else if (member.IsNamed("variants"))
            {
                variants = member.Value;
            }
        }

        if (flag.IsOverlaid && flag.TryFindLayered("defaultVariant", out JsonProperty layered))
        {
            node = layered.Value;
            isGiven = true;
        }

        if (!isGiven || node.Kind == JsonKind.Null)
        {
            return null;
        }

        string name = node.Text;
        return name.Length == 0 && node.Kind == JsonKind.String ? null : new DefaultVariant(node, name, variants);
    }
}
