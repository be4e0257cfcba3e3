using System.Globalization;
using System.Text;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers.Tool.Evaluation;

/// <summary>Writes explanations, for people and for scripts.</summary>
internal static class ExplanationText
{
    /// <summary>A name and what it is, a line each.</summary>
    public static string Plain(Explanation explanation)
    {
        StringBuilder text = new();
        Line(text, "value", explanation.Value is { } value ? JsonWriter.WriteReadable(value) : "none: the manifest gives no \"defaultValue\"");
        Line(text, "variant", explanation.Variant ?? "none: the default is answered");
        Line(text, "reason", explanation.OutcomeWords is { } words ? $"{explanation.Outcome.Reason()}: {words}" : explanation.Outcome.Reason());
        if (explanation.Error is { } error)
        {
            Line(text, "error", $"{explanation.Outcome.ErrorCode()}: {error}");
        }

        Line(text, "rule", explanation.Rule ?? "");
        foreach (Evaluator evaluator in explanation.Reads.Evaluators)
        {
            Line(text, "where", $"{evaluator.Name}: {RuleWords.Describe(evaluator)}");
        }

        foreach (JsonMember attribute in explanation.Context.Attributes)
        {
            string given = $"{attribute.Name} = {JsonWriter.WriteReadable(attribute.Value)}";
            Line(text, "given", explanation.IsRead(attribute.Name) ? given : $"{given}, which the rule does not read");
        }

        foreach (string path in explanation.NotGiven)
        {
            Line(text, "not given", $"{path}, which the rule reads");
        }

        if (explanation.Reads.ReadsTime)
        {
            Line(text, "time", Time(explanation.Now));
        }

        if (explanation.ManifestName != ManifestFile.DefaultName)
        {
            Line(text, "manifest", explanation.ManifestName);
        }

        foreach (string note in explanation.Context.Notes)
        {
            Line(text, "note", note);
        }

        return text.ToString();
    }

    /// <summary>One JSON object and a line end.</summary>
    public static string Json(Explanation explanation)
    {
        List<JsonMember> members =
        [
            new("key", JsonValue.StringFrom(explanation.Key)),
            new("value", explanation.Value ?? JsonValue.Null),
            new("variant", Text(explanation.Variant)),
            new("reason", Text(explanation.Outcome.Reason())),
            new("errorCode", Text(explanation.Outcome.ErrorCode())),
            new("error", Text(explanation.Error)),
            new("rule", Text(explanation.Rule)),
            new("evaluators", Object(explanation.Reads.Evaluators.Select(evaluator => new JsonMember(evaluator.Name, Text(RuleWords.Describe(evaluator)))))),
            new("given", Object(explanation.Context.Attributes)),
            new("reads", List(explanation.Reads.Paths)),
            new("notGiven", List(explanation.NotGiven)),
            new("now", JsonValue.NumberFrom(explanation.Now.ToString(CultureInfo.InvariantCulture))),
            new("manifest", Text(explanation.ManifestName)),
            new("notes", List(explanation.Context.Notes)),
        ];
        return $"{Object(members)}\n";
    }

    private static void Line(StringBuilder text, string name, string content)
    {
        text.Append(name.PadRight(11));
        foreach (char c in content)
        {
            // What a manifest says must not steer a terminal.
            text.Append(char.IsControl(c) ? '\uFFFD' : c);
        }

        text.Append('\n');
    }

    private static string Time(long seconds)
    {
        bool isDate = seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        string date = isDate ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToString(" (yyyy-MM-dd HH:mm:ss 'UTC')", CultureInfo.InvariantCulture) : "";
        return $"{seconds.ToString(CultureInfo.InvariantCulture)}{date}, which the rule reads";
    }

    private static JsonValue Text(string? text) => text is null ? JsonValue.Null : JsonValue.StringFrom(text);

    private static JsonValue List(IEnumerable<string> texts) => JsonValue.ArrayFrom(new EquatableArray<JsonValue>([.. texts.Select(JsonValue.StringFrom)]));

    private static JsonValue Object(IEnumerable<JsonMember> members) => JsonValue.ObjectFrom(new EquatableArray<JsonMember>([.. members]));
}
