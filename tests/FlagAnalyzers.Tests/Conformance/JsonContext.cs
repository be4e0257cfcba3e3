using System.Text.Json;
using FlagAnalyzers.CompilerServices;

namespace FlagAnalyzers.Conformance;

/// <summary>Contexts from JSON: all in the open bag, or declared as generated code does it.</summary>
internal static class JsonContext
{
    public static EvaluationContext Open(JsonElement json)
    {
        EvaluationContext context = new();
        foreach (JsonProperty member in json.EnumerateObject())
        {
            context[member.Name] = ToObject(member.Value);
        }

        return context;
    }

    public static EvaluationContext Declared(JsonElement json)
    {
        Dictionary<string, AttributeValue> attributes = new(StringComparer.Ordinal);
        DeclaredContext context = new(attributes);
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (member.Name == "targetingKey" && member.Value.ValueKind == JsonValueKind.String)
            {
                context.TargetingKey = member.Value.GetString();
            }
            else
            {
                Declare(attributes, member.Name, member.Value);
            }
        }

        return context;
    }

    public static object? ToObject(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Array => json.EnumerateArray().Select(ToObject).ToList(),
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(member => member.Name, member => ToObject(member.Value)),
        _ => null,
    };

    private static void Declare(Dictionary<string, AttributeValue> attributes, string path, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object when json.EnumerateObject().Any() && path != "$flagd":
                foreach (JsonProperty member in json.EnumerateObject())
                {
                    Declare(attributes, path + "." + member.Name, member.Value);
                }

                break;
            case JsonValueKind.Number:
                attributes[path] = AttributeValue.From(json.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                attributes[path] = AttributeValue.From(json.GetBoolean());
                break;
            case JsonValueKind.Array when json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String):
                attributes[path] = AttributeValue.From(json.EnumerateArray().Select(item => item.GetString()!).ToArray());
                break;
            case JsonValueKind.String:
                attributes[path] = AttributeValue.From(json.GetString());
                break;
            default:
                attributes[path] = AttributeValue.From(ToObject(json));
                break;
        }
    }

    private sealed class DeclaredContext(Dictionary<string, AttributeValue> attributes) : EvaluationContext
    {
        protected override IReadOnlyList<string> DeclaredPaths => [.. attributes.Keys];

        protected override bool TryGetDeclared(string path, out AttributeValue value) => attributes.TryGetValue(path, out value);
    }
}
