using System.Diagnostics.CodeAnalysis;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Tool.Evaluation;

/// <summary>One line of JSON that asks for an evaluation.</summary>
/// <param name="Manifest">The text of the manifest.</param>
/// <param name="Key">The flag.</param>
/// <param name="Type">The type asked for; null for the flag's own.</param>
/// <param name="Default">The code default; null for the flag's own.</param>
/// <param name="Context">For whom.</param>
/// <param name="Now">Seconds since 1970; null for the time of the machine.</param>
internal sealed record EvaluationRequest(string Manifest, string Key, FlagType? Type, JsonValue? Default, EvaluationContext Context, long? Now)
{
    /// <summary>Reads a line. The id is read wherever the line is a JSON object.</summary>
    /// <param name="line">Any text.</param>
    /// <param name="id">What the answer is to carry; JSON null where the line has none.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="error">Why the line is no request, a sentence.</param>
    public static bool TryRead(string line, out JsonValue id, [NotNullWhen(true)] out EvaluationRequest? request, [NotNullWhen(false)] out string? error)
    {
        id = JsonValue.Null;
        request = null;
        JsonText json = JsonText.Parse(line);
        JsonNode root = json.Root;
        error = string.IsNullOrWhiteSpace(line) ? "A request is an object with \"flags\" and \"flagKey\"; the line is empty."
            : json.Errors.Count > 0 ? $"{json.Errors[0].Message} (column {json.Errors[0].Range.Start + 1})"
            : root.Kind != JsonKind.Object ? $"A request is an object with \"flags\" and \"flagKey\"; found {Place.Describe(root)}."
            : null;
        if (error is not null)
        {
            return false;
        }

        id = root.TryFind("id", out JsonProperty given) ? given.Value.ToValue() : JsonValue.Null;
        Reader reader = new(root);
        string manifest = reader.Manifest();
        string key = reader.Key();
        FlagType? type = reader.Type();
        EvaluationContext context = reader.Context();
        long? now = reader.Now();
        JsonValue? codeDefault = root.TryFind("default", out JsonProperty member) ? member.Value.ToValue() : null;
        error = reader.Error;
        request = error is null ? new EvaluationRequest(manifest, key, type, codeDefault, context, now) : null;
        return request is not null;
    }

    /// <summary>Reads the members; keeps what is wrong first.</summary>
    private sealed class Reader(JsonNode root)
    {
        public string? Error { get; private set; }

        public string Manifest()
        {
            if (!root.TryFind("flags", out JsonProperty flags))
            {
                this.Error ??= "A request has a manifest in \"flags\"; there is none.";
                return "";
            }

            TextRange range = flags.Value.Range;
            return root.Document.Text.Substring(range.Start, range.Length);
        }

        public string Key()
        {
            JsonNode? key = this.Find("flagKey");
            this.Expect(key is { Kind: JsonKind.String }, key, "A request names its flag in \"flagKey\", a text");
            return key?.Text ?? "";
        }

        public FlagType? Type()
        {
            JsonNode? type = this.Find("type");
            FlagType? read = type is { Kind: JsonKind.String } ? type.Value.Text switch
            {
                "boolean" => FlagType.Boolean,
                "string" => FlagType.String,
                "integer" => FlagType.Integer,
                "number" or "float" => FlagType.Float,
                "object" => FlagType.Object,
                _ => null,
            }
            : null;
            this.Expect(type is null || read is not null, type, "\"type\" is boolean, string, integer, number or object");
            return read;
        }

        public EvaluationContext Context()
        {
            EvaluationContext context = new();
            JsonNode? given = this.Find("context");
            this.Expect(given is null or { Kind: JsonKind.Object }, given, "\"context\" is an object of attributes");
            if (given is { Kind: JsonKind.Object } attributes)
            {
                foreach (JsonMember attribute in attributes.ToValue().Members)
                {
                    context[attribute.Name] = attribute.Value.Kind == JsonKind.String ? attribute.Value.Text : attribute.Value;
                }
            }

            return context;
        }

        public long? Now()
        {
            JsonNode? now = this.Find("now");
            JsonValue? value = now?.ToValue();
            this.Expect(value is null or { IsInteger: true }, now, "\"now\" is whole seconds since 1970");
            return value is { IsInteger: true } ? (long)value.Number : null;
        }

        // JSON null is as good as nothing.
        private JsonNode? Find(string name) => root.TryFind(name, out JsonProperty member) && member.Value.Kind != JsonKind.Null ? member.Value : null;

        private void Expect(bool condition, JsonNode? found, string expectation)
        {
            if (!condition)
            {
                this.Error ??= $"{expectation}; found {(found is { } node ? Place.Describe(node) : "none")}.";
            }
        }
    }
}
