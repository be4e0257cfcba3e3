namespace FlagAnalyzers.Manifests.Schemas;

public sealed class FlagsOverlaySchemaTests
{
    [Theory]
    [InlineData("""{ "$schema": "flags-overlay-schema.json", "flags": {} }""")]
    [InlineData("""{ "flags": { "a": { "state": "DISABLED" }, "b": { "defaultVariant": "on", "targeting": {} } } }""")]
    [InlineData("""{ "flags": { "a": { "targeting": { "if": [{ "$ref": "is-staff" }, "on", null] } } } }""")]
    [InlineData("""{ "flags": { "a": {} } }""")]
    public void FlagsOverlay_ValidOverlay_Accepts(string overlay) => Assert.Empty(PublishedSchema.FlagsOverlay.Errors(overlay));

    [Theory]
    [InlineData("""{ "a": { "state": "DISABLED" } }""", "flags at the root")]
    [InlineData("""{ "flags": { "a": { "state": "OFF" } } }""", "unknown state")]
    [InlineData("""{ "flags": { "a": { "defaultVariant": true } } }""", "default variant that is no name")]
    [InlineData("""{ "flags": { "a": { "targeting": null } } }""", "rule that is null")]
    [InlineData("""{ "flags": { "a": { "targeting": { "iff": [true, "on"] } } } }""", "unknown operator")]
    [InlineData("""{ "flags": { "a": { "flagType": "boolean" } } }""", "type")]
    [InlineData("""{ "flags": { "a": { "variants": { "on": true } } } }""", "variants")]
    [InlineData("""{ "flags": { "a": { "metadata": { "owner": "x" } } } }""", "metadata")]
    [InlineData("""{ "flags": {}, "context": {} }""", "context")]
    public void FlagsOverlay_InvalidOverlay_Refuses(string overlay, string violation) =>
        Assert.True(PublishedSchema.FlagsOverlay.Errors(overlay).Count > 0, "accepted: " + violation);
}
