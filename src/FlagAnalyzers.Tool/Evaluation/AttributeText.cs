using System.Diagnostics.CodeAnalysis;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Tool.Evaluation;

/// <summary>The value of an attribute as a text of the command line.</summary>
/// <param name="name">The attribute.</param>
/// <param name="text">What was given.</param>
/// <param name="declared">How the manifest declares it; null where it does not.</param>
internal sealed class AttributeText(string name, string text, ContextAttribute? declared)
{
    /// <summary>Reads it as its type; where none is declared, as what it looks like.</summary>
    public bool TryRead([NotNullWhen(true)] out JsonValue? value, [NotNullWhen(false)] out string? error)
    {
        JsonValue? json = Parse(text);
        (value, string expected) = declared?.Type switch
        {
            null => (json is { Kind: not JsonKind.String and not JsonKind.Null } ? json : JsonValue.StringFrom(text), ""),
            AttributeType.Number => (json?.Kind == JsonKind.Number ? json : null, "a number such as 12 or 0.5"),
            AttributeType.Boolean => (json?.IsBoolean == true ? json : null, "true or false"),
            AttributeType.StringList => (this.ReadList(json), "texts with commas between them, or a JSON array of texts such as [\"beta\"]"),
            AttributeType.Object => (json?.Kind is JsonKind.Object or JsonKind.Array ? json : null, "JSON such as {\"score\": 5}"),
            _ => (JsonValue.StringFrom(text), ""),
        };
        error = value is null ? $"The attribute '{name}' is {expected}; found '{text}'." : null;
        return value is not null;
    }

    /// <summary>A sentence about a text that is allowed but is hardly meant, or null.</summary>
    public string? Oddity() => declared switch
    {
        { Values.Count: > 0 } when !declared.Values.Contains(text) =>
            $"'{text}' is not one of the values of '{name}', which are {Place.OneOf(declared.Values)}.{NearestName.Hint(text, declared.Values)}",
        { Type: AttributeType.SemVer } when !SemanticVersion.TryParse(text, out _) => $"'{text}' is no version such as 2.4.0, which '{name}' is declared to be.",
        _ => null,
    };

    private JsonValue? ReadList(JsonValue? json)
    {
        if (text.AsSpan().TrimStart().StartsWith("[", StringComparison.Ordinal))
        {
            return json is { Kind: JsonKind.Array } && json.Items.All(item => item.Kind == JsonKind.String) ? json : null;
        }

        string[] items = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return JsonValue.ArrayFrom(new EquatableArray<JsonValue>([.. items.Select(JsonValue.StringFrom)]));
    }

    // Null for what is no JSON, and for a number beyond all numbers.
    private static JsonValue? Parse(string text)
    {
        JsonText json = JsonText.Parse(text);
        JsonValue? value = json.Errors.Count == 0 ? json.Root.ToValue() : null;
        return value is { Kind: JsonKind.Number } && double.IsInfinity(value.Number) ? null : value;
    }
}
