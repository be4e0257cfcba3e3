using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Schema;

namespace FlagAnalyzers.Manifests.Schemas;

/// <summary>A JSON schema file, ours or a copy of an upstream one, ready to validate with.</summary>
internal sealed class PublishedSchema
{
    private readonly JSchema schema;

    private PublishedSchema(string file, Uri location, params (Uri Location, string File)[] references)
    {
        JSchemaPreloadedResolver resolver = new();
        foreach ((Uri referenceLocation, string referenceFile) in references)
        {
            resolver.Add(referenceLocation, Text(referenceFile));
        }

        this.schema = JSchema.Parse(Text(file), new JSchemaReaderSettings { BaseUri = location, Resolver = resolver, ValidateVersion = true });
    }

    public static PublishedSchema Flags { get; } = new("flags-schema.json", new Uri("https://localhost/flags-schema.json"));

    public static PublishedSchema FlagsOverlay { get; } = new(
        "flags-overlay-schema.json",
        new Uri("https://localhost/flags-overlay-schema.json"),
        (new Uri("https://localhost/flags-schema.json"), "flags-schema.json"));

    public static PublishedSchema Flagd { get; } = new(
        "Upstream/flagd-flags.json",
        new Uri("https://flagd.dev/schema/v0/flags.json"),
        (new Uri("https://flagd.dev/schema/v0/targeting.json"), "Upstream/flagd-targeting.json"));

    public static PublishedSchema OpenFeatureCli { get; } = new(
        "Upstream/openfeature-cli-flag-manifest.json",
        new Uri("https://localhost/flag-manifest.json"));

    /// <summary>The text of a file of the Schemas folder.</summary>
    public static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schemas", file));

    /// <summary>What the schema has against the document, each with its place; empty when it is valid.</summary>
    public IReadOnlyList<string> Errors(string document)
    {
        using JsonTextReader reader = new(new StringReader(document)) { DateParseHandling = DateParseHandling.None };
        JToken token = JToken.ReadFrom(reader, new JsonLoadSettings { CommentHandling = CommentHandling.Load, DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
        token.IsValid(this.schema, out IList<ValidationError> errors);
        return [.. errors.Select(error => $"{error.Path}: {error.Message}")];
    }
}
