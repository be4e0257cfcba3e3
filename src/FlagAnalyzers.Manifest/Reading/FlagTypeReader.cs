using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Finds the type of a flag, told or from its variants, and holds its values against it.</summary>
/// <param name="issues">Where problems go; null where nobody asks for them.</param>
internal sealed class FlagTypeReader(IssueList? issues)
{
    private const string Id = "FLAG1002";

    private static readonly IReadOnlyDictionary<string, FlagType> Types = new Dictionary<string, FlagType>(StringComparer.Ordinal)
    {
        ["boolean"] = FlagType.Boolean,
        ["string"] = FlagType.String,
        ["integer"] = FlagType.Integer,
        ["float"] = FlagType.Float,
        ["object"] = FlagType.Object,
    };

    public static string NameOf(FlagType type) => Types.First(entry => entry.Value == type).Key;

    /// <summary>The type; null when neither <c>flagType</c> nor the values tell it (that was reported).</summary>
    public FlagType? Read(JsonProperty member, EquatableArray<Variant> variants)
    {
        JsonNode flag = member.Value;
        bool hasVariants = flag.TryFind("variants", out JsonProperty variantsProperty);
        FlagType? type = flag.TryFind("flagType", out JsonProperty property)
            ? this.ReadName(property.Value)
            : null;
        type ??= InferFrom(variants.Count > 0 ? variants.Select(static variant => variant.Value) : DefaultOf(flag));
        if (type is null && !flag.TryFind("flagType", out _))
        {
            TextRange place = hasVariants ? variantsProperty.NameRange : member.NameRange;
            issues?.Report(Id, place, variants.Count > 0
                ? $"The variants of '{member.Name}' have several types; a flag has one. Give them one type and name it with \"flagType\"."
                : $"The type of '{member.Name}' is unknown. Add \"flagType\": {Place.OneOf(Types.Keys)}.");
            return null;
        }

        if (type is { } known && hasVariants && issues is not null)
        {
            foreach (JsonProperty variant in variantsProperty.Value.Members)
            {
                this.Fits(variant.Value, known, "The variant", variant);
            }
        }

        return type;
    }

    /// <summary>Whether a value is of the type; reports it where it is not.</summary>
    /// <param name="node">The value.</param>
    /// <param name="type">The type.</param>
    /// <param name="role">What the value is to its owner, for the message.</param>
    /// <param name="owner">The owner.</param>
    public bool Fits(JsonNode node, FlagType type, string role, JsonProperty owner)
    {
        string? problem = Problem(node, type);
        if (problem is not null && !node.IsBroken)
        {
            issues?.Report(Id, node.Range, $"{role} '{owner.Name}' is {Place.Describe(node)}; {problem}.");
        }

        return problem is null;
    }

    private static string? Problem(JsonNode node, FlagType type)
    {
        switch (type)
        {
            case FlagType.Boolean:
                return node.Kind is JsonKind.True or JsonKind.False ? null : "a boolean flag has true or false";
            case FlagType.String:
                return node.Kind == JsonKind.String ? null : "a string flag has texts";
            case FlagType.Object:
                return node.Kind == JsonKind.Object ? null : "an object flag has objects";
            case FlagType.Integer:
                JsonValue integer = node.ToValue();
                return !integer.IsInteger ? "an integer flag has whole numbers"
                    : integer.Number is < int.MinValue or > int.MaxValue ? "an integer flag is an int in C#, from -2147483648 to 2147483647"
                    : null;
            default:
                JsonValue number = node.ToValue();
                return number.Kind != JsonKind.Number ? "a float flag has numbers"
                    : double.IsInfinity(number.Number) ? "it is larger than a double can hold"
                    : null;
        }
    }

    private static IEnumerable<JsonValue> DefaultOf(JsonNode flag) => flag.TryFind("defaultValue", out JsonProperty property) ? [property.Value.ToValue()] : [];

    private static FlagType? InferFrom(IEnumerable<JsonValue> values)
    {
        FlagType? type = null;
        foreach (JsonValue value in values)
        {
            FlagType? own = value.Kind switch
            {
                JsonKind.True or JsonKind.False => FlagType.Boolean,
                JsonKind.String => FlagType.String,
                JsonKind.Object => FlagType.Object,
                JsonKind.Number => value.IsInteger && Math.Abs(value.Number) <= int.MaxValue ? FlagType.Integer : FlagType.Float,
                _ => null,
            };
            if (own is null)
            {
                return null;
            }

            bool areNumbers = type is FlagType.Integer or FlagType.Float && own is FlagType.Integer or FlagType.Float;
            if (type is not null && type != own && !areNumbers)
            {
                return null;
            }

            type = areNumbers && type != own ? FlagType.Float : own;
        }

        return type;
    }

    private FlagType? ReadName(JsonNode node)
    {
        if (node.Kind == JsonKind.String && Types.TryGetValue(node.Text, out FlagType type))
        {
            return type;
        }

        if (!node.IsBroken)
        {
            string hint = node.Kind != JsonKind.String ? "" : node.Text switch
            {
                "bool" => " Did you mean 'boolean'?",
                "int" or "long" => " Did you mean 'integer'?",
                "number" or "double" or "decimal" => " Did you mean 'float' (or 'integer')?",
                "json" => " Did you mean 'object'?",
                _ => NearestName.Hint(node.Text, Types.Keys),
            };
            issues?.Report(Id, node.Range, $"\"flagType\" is {Place.OneOf(Types.Keys)}; found {Place.Describe(node)}.{hint}");
        }

        return null;
    }
}
