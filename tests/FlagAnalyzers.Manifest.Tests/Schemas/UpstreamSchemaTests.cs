namespace FlagAnalyzers.Manifests.Schemas;

/// <summary>One file for the compiler, flagd and the OpenFeature CLI: the published schemas accept what ours accepts in full form.</summary>
public sealed class UpstreamSchemaTests
{
    [Theory]
    [InlineData("flags.json")]
    [InlineData("flags.example.json")]
    public void Flagd_FullForm_Accepts(string file) => Assert.Empty(PublishedSchema.Flagd.Errors(PublishedSchema.Text(file)));

    [Theory]
    [InlineData("flags.json")]
    [InlineData("flags.example.json")]
    public void OpenFeatureCli_FullForm_Accepts(string file) => Assert.Empty(PublishedSchema.OpenFeatureCli.Errors(PublishedSchema.Text(file)));

    [Fact]
    public void Flagd_RuleWithUnknownOperator_Refuses() => Assert.NotEmpty(PublishedSchema.Flagd.Errors(
        """{ "flags": { "a": { "state": "ENABLED", "variants": { "on": true }, "targeting": { "iff": [true, "on"] } } } }"""));

    [Fact]
    public void OpenFeatureCli_DefaultOfAnotherType_Refuses() => Assert.NotEmpty(PublishedSchema.OpenFeatureCli.Errors(
        """{ "flags": { "a": { "flagType": "boolean", "defaultValue": "on" } } }"""));
}
