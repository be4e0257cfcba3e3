using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Json;

/// <summary>A text read as JSON: every value with its place, and what is wrong with the text.</summary>
internal sealed class JsonText
{
    private readonly JsonToken[] tokens;

    private JsonText(string text, JsonReader reader)
    {
        this.Text = text;
        this.tokens = reader.Tokens;
        this.Errors = reader.Errors;
        this.Comments = reader.Comments;
        this.TrailingCommas = reader.TrailingCommas;
    }

    public string Text { get; }

    /// <summary>In the order of the text; empty for a text that is JSON (comments and trailing commas are accepted).</summary>
    public IReadOnlyList<JsonError> Errors { get; }

    /// <summary>The comments, in the order of the text: accepted here, and refused by strict readers.</summary>
    public IReadOnlyList<TextRange> Comments { get; }

    /// <summary>The commas behind a last member or element: accepted here, and refused by strict readers.</summary>
    public IReadOnlyList<TextRange> TrailingCommas { get; }

    /// <summary>The outermost value; a broken null where the text holds none.</summary>
    public JsonNode Root => new(this, 0);

    /// <summary>Reads any text. What is wrong is reported and read around, so that it costs as little as possible.</summary>
    public static JsonText Parse(string text)
    {
        JsonReader reader = new(text, layout: null);
        reader.ReadDocument();
        if (reader.IsUnbalanced)
        {
            // Brackets alone cannot tell where the missing one belongs; the lines of a file written by people can.
            JsonReader second = new(text, new JsonLayout(text));
            second.ReadDocument();
            reader = second;
        }

        return new JsonText(text, reader);
    }

    public ref readonly JsonToken TokenAt(int index) => ref this.tokens[index];
}
