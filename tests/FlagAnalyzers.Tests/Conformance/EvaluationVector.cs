using System.Text.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers.Conformance;

/// <summary>One line of the vectors: a manifest, a context, and what @openfeature/flagd-core makes of them.</summary>
internal sealed class EvaluationVector(string line)
{
    private readonly JsonElement json = JsonDocument.Parse(line).RootElement;

    /// <summary>Null, or how the result differs.</summary>
    public string? Difference(Func<JsonElement, EvaluationContext> createContext)
    {
        JsonElement expect = this.json.GetProperty("expect");
        FlagSnapshot snapshot = FlagSnapshot.Parse(this.json.GetProperty("flags").GetRawText());
        JsonEvaluation actual = snapshot.Evaluate(
            this.json.GetProperty("flagKey").GetString()!,
            TypeOf(this.json.GetProperty("type").GetString()!),
            ToValue(this.json.GetProperty("default")),
            createContext(this.json.GetProperty("context")),
            this.json.GetProperty("now").GetInt64());
        bool isSame = AreEqual(expect.GetProperty("value"), actual.Value)
            && expect.GetProperty("variant").GetString() == actual.Variant
            && expect.GetProperty("reason").GetString() == actual.Reason
            && expect.GetProperty("errorCode").GetString() == actual.ErrorCode;
        return isSame ? null : $"{this.json.GetProperty("id")}: expected {expect.GetRawText()}, found {actual.Value} {actual.Variant} {actual.Reason} {actual.ErrorCode}";
    }

    private static FlagType TypeOf(string type) => type switch
    {
        "boolean" => FlagType.Boolean,
        "string" => FlagType.String,
        "integer" => FlagType.Integer,
        "number" or "float" => FlagType.Float,
        "object" => FlagType.Object,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No type of flag."),
    };

    private static JsonValue ToValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => JsonValue.True,
        JsonValueKind.False => JsonValue.False,
        JsonValueKind.Number => JsonValue.NumberFrom(json.GetRawText()),
        JsonValueKind.String => JsonValue.StringFrom(json.GetString()!),
        JsonValueKind.Array => JsonValue.ArrayFrom(new EquatableArray<JsonValue>([.. json.EnumerateArray().Select(ToValue)])),
        JsonValueKind.Object => JsonValue.ObjectFrom(new EquatableArray<JsonMember>([.. json.EnumerateObject().Select(member => new JsonMember(member.Name, ToValue(member.Value)))])),
        _ => JsonValue.Null,
    };

    private static bool AreEqual(JsonElement expected, JsonValue? actual) => actual is not null && AreEqual(ToValue(expected), actual);

    private static bool AreEqual(JsonValue expected, JsonValue actual) => expected.Kind == actual.Kind && expected.Kind switch
    {
        JsonKind.Number => expected.Number == actual.Number,
        JsonKind.Array => expected.Items.Count == actual.Items.Count && expected.Items.Zip(actual.Items, AreEqual).All(same => same),
        JsonKind.Object => expected.Members.Count == actual.Members.Count
            && expected.Members.All(member => actual.Find(member.Name) is { } other && AreEqual(member.Value, other)),
        _ => expected.Text == actual.Text,
    };
}
