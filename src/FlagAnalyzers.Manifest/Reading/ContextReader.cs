using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Reads the <c>context</c> section: a type name for each attribute, or an object with <c>type</c> and <c>enum</c>.</summary>
internal sealed class ContextReader(IssueList issues)
{
    private static readonly IReadOnlyDictionary<string, AttributeType> Types = new Dictionary<string, AttributeType>(StringComparer.Ordinal)
    {
        ["string"] = AttributeType.String,
        ["number"] = AttributeType.Number,
        ["boolean"] = AttributeType.Boolean,
        ["semver"] = AttributeType.SemVer,
        ["string[]"] = AttributeType.StringList,
        ["object"] = AttributeType.Object,
    };

    public static string NameOf(AttributeType type) => Types.First(entry => entry.Value == type).Key;

    public List<ContextAttribute> Read(JsonNode section)
    {
        OrderedMembers<ContextAttribute> attributes = new();
        if (section.Kind != JsonKind.Object)
        {
            if (!section.IsBroken)
            {
                issues.Report("FLAG1002", section.Range, $"\"context\" is an object of attribute names and their types; found {Place.Describe(section)}.");
            }

            return [];
        }

        AttributeNames names = new();
        foreach (JsonProperty member in section.Members)
        {
            string path = member.Name;
            if (path.Length == 0 || AttributeUse.IsBuiltIn(path) || path.StartsWith("$flagd", StringComparison.Ordinal))
            {
                issues.Report("FLAG1002", member.NameRange, $"'{path}' is not an attribute to declare: {(path == "targetingKey" ? "every context has a targeting key" : "flagd adds it, or it has no name")}.");
                continue;
            }

            AttributeType type = this.ReadType(member, out EquatableArray<string> values);
            if (!attributes.Contains(path))
            {
                string name = names.Take(path, out string? holder);
                if (holder is not null)
                {
                    issues.Report("FLAG1004", member.NameRange, $"The attributes '{holder}' and '{path}' both give the property '{CSharpName.FromKey(path)}'. Rename one of them.");
                }

                attributes.Set(path, new ContextAttribute(path, name, type, values));
            }
        }

        return [.. attributes.Select(static (_, attribute) => attribute)];
    }

    private AttributeType ReadType(JsonProperty member, out EquatableArray<string> values)
    {
        JsonNode node = member.Value;
        values = default;
        if (node.Kind == JsonKind.Object)
        {
            foreach (JsonProperty property in node.Members)
            {
                if (property.Name is not ("type" or "enum" or "description"))
                {
                    issues.Report("FLAG1007", property.NameRange, $"An attribute has no property '{property.Name}'.{NearestName.Hint(property.Name, ["type", "enum", "description"])}");
                }
            }

            values = this.ReadValues(node);
            if (!node.TryFind("type", out JsonProperty typeProperty))
            {
                if (values.Count == 0)
                {
                    issues.Report("FLAG1002", member.NameRange, $"The attribute '{member.Name}' has no \"type\". Expected {Place.OneOf(Types.Keys)}.");
                }

                return AttributeType.String;
            }

            node = typeProperty.Value;
        }

        if (node.Kind == JsonKind.String && Types.TryGetValue(node.Text, out AttributeType type))
        {
            return type;
        }

        if (!node.IsBroken)
        {
            string hint = node.Kind != JsonKind.String ? "" : node.Text switch
            {
                "bool" => " Did you mean 'boolean'?",
                "int" or "integer" or "float" or "double" or "long" => " Did you mean 'number'?",
                "array" or "list" or "string[ ]" => " Did you mean 'string[]'?",
                "version" => " Did you mean 'semver'?",
                _ => NearestName.Hint(node.Text, Types.Keys),
            };
            issues.Report("FLAG1002", node.Range, $"{(node.Kind == JsonKind.String ? $"'{node.Text}' is no attribute type" : $"An attribute type is a text, found {Place.Describe(node)}")}. Expected {Place.OneOf(Types.Keys)}.{hint}");
        }

        return AttributeType.Object;
    }

    private EquatableArray<string> ReadValues(JsonNode node)
    {
        List<string> values = [];
        if (!node.TryFind("enum", out JsonProperty property))
        {
            return default;
        }

        if (property.Value.Kind != JsonKind.Array)
        {
            issues.Report("FLAG1002", property.Value.Range, $"\"enum\" is an array of texts; found {Place.Describe(property.Value)}.");
        }

        foreach (JsonNode item in property.Value.Items)
        {
            if (item.Kind == JsonKind.String)
            {
                values.Add(item.Text);
            }
            else if (!item.IsBroken)
            {
                issues.Report("FLAG1002", item.Range, $"\"enum\" lists texts; found {Place.Describe(item)}.");
            }
        }

        return values.ToEquatableArray();
    }
}
