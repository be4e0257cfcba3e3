using System.Text.Json.Nodes;

namespace FlagAnalyzers.Manifests.Schemas;

public sealed class FlagsSchemaTests
{
    [Theory]
    [InlineData("flags.json")]
    [InlineData("flags.example.json")]
    public void Flags_RealManifest_Accepts(string file) => Assert.Empty(PublishedSchema.Flags.Errors(PublishedSchema.Text(file)));

    [Theory]
    [InlineData("OpenFeature CLI form", """{ "flagType": "integer", "defaultValue": 3, "description": "Three." }""")]
    [InlineData("flagd form without a type", """{ "state": "ENABLED", "variants": { "low": 1, "high": 2.5 }, "defaultVariant": "low" }""")]
    [InlineData("no default value", """{ "flagType": "boolean", "state": "ENABLED", "variants": { "on": true, "off": false } }""")]
    [InlineData("no default variant", """{ "flagType": "boolean", "defaultValue": false, "state": "DISABLED", "variants": { "on": true }, "defaultVariant": null, "targeting": {} }""")]
    [InlineData("whole number as float", """{ "flagType": "float", "defaultValue": 1, "state": "ENABLED", "variants": { "one": 1, "half": 0.5 } }""")]
    [InlineData("own name and suppression", """{ "flagType": "string", "choice": true, "defaultValue": "a", "name": "Größe", "suppress": ["FLAG1010"] }""")]
    [InlineData("team's own metadata", """{ "flagType": "boolean", "defaultValue": true, "metadata": { "owner": "x", "risk": 3, "audited": true, "wiki": "W-1" } }""")]
    public void Flags_ValidFlag_Accepts(string form, string flag)
    {
        IReadOnlyList<string> errors = PublishedSchema.Flags.Errors($$"""{ "flags": { "a": {{flag}} } }""");

        Assert.True(errors.Count == 0, $"{form}: {string.Join('\n', errors)}");
    }

    [Theory]
    [InlineData("""{ "flagType": "boolean", "defaultValue": "true" }""", "default of another type")]
    [InlineData("""{ "flagType": "string", "defaultValue": 1 }""", "default of another type")]
    [InlineData("""{ "flagType": "integer", "defaultValue": 1.5 }""", "default that is no whole number")]
    [InlineData("""{ "flagType": "integer", "defaultValue": 2147483648 }""", "default that is no int")]
    [InlineData("""{ "flagType": "float", "defaultValue": "1.5" }""", "default of another type")]
    [InlineData("""{ "flagType": "object", "defaultValue": [] }""", "default of another type")]
    [InlineData("""{ "flagType": "boolean", "state": "ENABLED", "variants": { "on": true, "off": "no" } }""", "variant of another type")]
    [InlineData("""{ "flagType": "integer", "state": "ENABLED", "variants": { "a": 1, "b": 0.5 } }""", "variant that is no whole number")]
    [InlineData("""{ "state": "ENABLED", "variants": { "on": true, "off": 0 } }""", "variants of several types")]
    [InlineData("""{ "state": "ENABLED", "defaultValue": "x", "variants": { "on": true } }""", "default unlike the variants")]
    [InlineData("""{ "flagType": "bool", "defaultValue": true }""", "unknown type")]
    [InlineData("""{ "flagType": "boolean" }""", "short form without a default")]
    [InlineData("""{ "defaultValue": true }""", "short form without a type")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "state": "enabled", "variants": { "on": true } }""", "unknown state")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "variants": { "on": true } }""", "no state")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "state": "ENABLED" }""", "no variants")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": {} }""", "empty variants")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "": true } }""", "variant without a name")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "targeting": {} }""", "rule without variants")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "on": true }, "defaultVariant": 1 }""", "default variant that is no name")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "on": true }, "targeting": null }""", "rule that is null")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "choice": true }""", "choice that is no string")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "name": "2nd" }""", "name that is no identifier")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "suppress": ["CS0168"] }""", "suppression of another id")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "defaultvariant": "on" }""", "unknown property")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "metadata": { "kind": "killswitch" } }""", "unknown kind")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "metadata": { "expires": "2027-13-01" } }""", "bad date")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "metadata": { "created": "01.02.2027" } }""", "bad date")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "metadata": { "decided": true } }""", "bad date")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "metadata": { "permanent": "yes" } }""", "permanent that is no boolean")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "metadata": { "reviewers": ["ann"] } }""", "metadata that is no scalar")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "metadata": { "owner": "" } }""", "empty owner")]
    public void Flags_InvalidFlag_Refuses(string flag, string violation) => AssertRefused($$"""{ "flags": { "a": {{flag}} } }""", violation);

    [Theory]
    [InlineData("""{ }""", "no flags")]
    [InlineData("""{ "flags": [] }""", "flags as a list")]
    [InlineData("""{ "flags": {}, "flag": {} }""", "unknown section")]
    [InlineData("""{ "flags": { "": { "flagType": "boolean", "defaultValue": true } } }""", "empty key")]
    [InlineData("""{ "flags": {}, "context": { "age": "int" } }""", "unknown attribute type")]
    [InlineData("""{ "flags": {}, "context": { "age": { "enum": ["1"] } } }""", "attribute without a type")]
    [InlineData("""{ "flags": {}, "context": { "age": { "type": "number", "enum": ["1"] } } }""", "known values of a number")]
    [InlineData("""{ "flags": {}, "context": { "plan": { "type": "string", "values": ["pro"] } } }""", "unknown property of an attribute")]
    [InlineData("""{ "flags": {}, "retired": { "old": "last year" } }""", "bad date of retirement")]
    [InlineData("""{ "flags": {}, "retired": ["old"] }""", "retired keys without dates")]
    [InlineData("""{ "flags": {}, "metadata": { "version": 3 } }""", "version that is no text")]
    [InlineData("""{ "flags": {}, "metadata": { "teams": {} } }""", "metadata that is no scalar")]
    [InlineData("""{ "flags": {}, "$evaluators": { "staff": true } }""", "evaluator that is no rule")]
    [InlineData("""{ "flags": {}, "$evaluators": { "staff": {} } }""", "evaluator without an operator")]
    public void Flags_InvalidDocument_Refuses(string document, string violation) => AssertRefused(document, violation);

    [Fact]
    public void Flags_EachPropertyAndOperator_HasDescription()
    {
        JsonNode schema = JsonNode.Parse(PublishedSchema.Text("flags-schema.json"))!;

        List<string> silent = [];
        Collect(schema, "#");

        Assert.Empty(silent);

        // An entry of "properties" that only refers gets the description of what it refers to.
        void Collect(JsonNode? node, string path)
        {
            if (node is JsonObject element)
            {
                foreach ((string name, JsonNode? child) in element)
                {
                    if (name == "properties" && element.ContainsKey("additionalProperties"))
                    {
                        silent.AddRange(child!.AsObject()
                            .Where(property => property.Value!["description"] is null && property.Value["$ref"] is null)
                            .Select(property => $"{path}/properties/{property.Key}"));
                    }

                    Collect(child, $"{path}/{name}");
                }
            }
            else if (node is JsonArray list)
            {
                for (int i = 0; i < list.Count; i++)
                {
                    Collect(list[i], $"{path}/{i}");
                }
            }
        }
    }

    private static void AssertRefused(string document, string violation) =>
        Assert.True(PublishedSchema.Flags.Errors(document).Count > 0, $"accepted: {violation}: {document}");
}
