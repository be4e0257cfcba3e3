using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Rules;

/// <summary>How a rule is written down, for those who look at it in its place: operators, arguments, attributes.</summary>
internal static class RuleSyntax
{
    /// <summary>The arguments of an operation: the elements of an array, or the one value that stands without.</summary>
    public static List<JsonNode> ArgumentsOf(JsonNode value)
    {
        List<JsonNode> arguments = [];
        if (value.Kind != JsonKind.Array)
        {
            arguments.Add(value);
            return arguments;
        }

        foreach (JsonNode item in value.Items)
        {
            arguments.Add(item);
        }

        return arguments;
    }

    /// <summary>The operator and its arguments of an object with one member; false for every other value.</summary>
    public static bool TryGetOperation(JsonNode node, out JsonProperty operation)
    {
        operation = default;
        int count = 0;
        foreach (JsonProperty member in node.Members)
        {
            operation = member;
            count++;
        }

        return count == 1;
    }

    /// <summary><c>{"var": "plan"}</c>, <c>{"var": ["plan"]}</c>, <c>{"var": ["plan", "free"]}</c>: the name, and the default or null.</summary>
    public static bool IsVar(JsonNode node, out JsonNode name, out JsonNode? fallback)
    {
        name = default;
        fallback = null;
        if (node.Kind != JsonKind.Object || !node.TryFind("var", out JsonProperty operation))
        {
            return false;
        }

        List<JsonNode> arguments = ArgumentsOf(operation.Value);
        if (arguments.Count == 0 || arguments[0].Kind != JsonKind.String)
        {
            return false;
        }

        name = arguments[0];
        fallback = arguments.Count > 1 ? arguments[1] : null;
        return true;
    }
}
