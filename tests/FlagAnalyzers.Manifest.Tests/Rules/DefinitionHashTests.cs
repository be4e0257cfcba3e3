using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Manifests.Writing;

namespace FlagAnalyzers.Manifests.Rules;

public sealed class DefinitionHashTests
{
    private const string Rule = """{ "if": [{ "$ref": "staff" }, "on", { "==": [{ "var": "plan" }, "pro"] }, "on"] }""";
    private const string Variants = """{ "on": true, "off": false }""";

    private static readonly ulong Base = Hash(Flag(Variants, "off", Rule));

    [Theory]
    [InlineData("""{ "off": false, "on": true }""", "off", Rule)]
    [InlineData("""{ "on": true, "off": true }""", "off", Rule)]
    [InlineData("""{ "on": true, "of": false }""", null, Rule)]
    [InlineData(Variants, "on", Rule)]
    [InlineData(Variants, null, Rule)]
    [InlineData(Variants, "off", """{ "if": [{ "$ref": "staff" }, "on", { "==": [{ "var": "plan" }, "free"] }, "on"] }""")]
    [InlineData(Variants, "off", """{ "if": [{ "$ref": "staff" }, "on", { "===": [{ "var": "plan" }, "pro"] }, "on"] }""")]
    [InlineData(Variants, "off", """{ "if": [{ "$ref": "staff" }, "on", { "==": [{ "var": ["plan"] }, "pro"] }, "on"] }""")]
    [InlineData(Variants, "off", """{ "if": [{ "$ref": "beta" }, "on", { "==": [{ "var": "plan" }, "pro"] }, "on"] }""")]
    [InlineData(Variants, "off", """{ "if": [[{ "$ref": "staff" }, "on"], { "==": [{ "var": "plan" }, "pro"] }, "on"] }""")]
    [InlineData(Variants, "off", "{}")]
    public void Of_WhatIsEvaluatedDiffers_Differs(string variants, string? defaultVariant, string rule) =>
        Assert.NotEqual(Base, Hash(Flag(variants, defaultVariant, rule)));

    [Fact]
    public void Of_AnEvaluatorItRefersToDiffers_Differs() =>
        Assert.NotEqual(Base, Hash(Flag(Variants, "off", Rule), staff: """{ "ends_with": [{ "var": "email" }, "@other.example"] }"""));

    [Fact]
    public void Of_Disabled_Differs() => Assert.NotEqual(Base, Hash(Flag(Variants, "off", Rule).Replace("ENABLED", "DISABLED", StringComparison.Ordinal)));

    [Fact]
    public void Of_WhatIsNotEvaluatedDiffers_IsTheSame() => Assert.Equal(
        Base,
        Hash(Flag(Variants, "off", Rule).Replace("\"state\"", "\"description\": \"new\", \"defaultValue\": true, \"metadata\": { \"owner\": \"me\" }, \"state\"", StringComparison.Ordinal)));

    [Fact]
    public void Of_CanonicalTextOfTheManifest_IsTheSame()
    {
        Manifest manifest = ManifestReader.Read(SampleManifest.OfFlags(40)).Manifest;
        Manifest again = ManifestReader.Read(string.Concat(ManifestWriter.WriteChunks(manifest))).Manifest;
        DefinitionHash hash = new(manifest.Evaluators);
        DefinitionHash hashAgain = new(again.Evaluators);

        Assert.NotEmpty(manifest.Flags);
        Assert.Equal(manifest.Flags.Select(hash.Of), again.Flags.Select(hashAgain.Of));
    }

    [Fact]
    public void Of_EvaluatorsThatReferToEachOther_Ends() =>
        Assert.NotEqual(0UL, Hash(Flag(Variants, "off", Rule), staff: """{ "!": [{ "$ref": "staff" }] }"""));

    [Fact]
    public void Of_FlagsInAnyOrder_IsTheSame()
    {
        Manifest manifest = ManifestReader.Read($$"""
            {
              "$evaluators": { "a": { "!": [{ "$ref": "b" }] }, "b": { "or": [{ "$ref": "a" }, { "$ref": "c" }] }, "c": true },
              "flags": { "f": {{Flag(Variants, "off", """{ "$ref": "a" }""")}}, "g": {{Flag(Variants, "off", """{ "$ref": "b" }""")}}, "h": {{Flag(Variants, "off", """{ "$ref": "c" }""")}} }
            }
            """).Manifest;
        DefinitionHash forwards = new(manifest.Evaluators);
        DefinitionHash backwards = new(manifest.Evaluators);

        Assert.Equal(manifest.Flags.Select(forwards.Of), manifest.Flags.Reverse().Select(backwards.Of).ToArray().Reverse());
    }

    private static string Flag(string variants, string? defaultVariant, string rule) =>
        $$"""{ "state": "ENABLED", "variants": {{variants}}, {{(defaultVariant is null ? "" : $"\"defaultVariant\": \"{defaultVariant}\",")}} "targeting": {{rule}} }""";

    private static ulong Hash(string flag, string staff = """{ "ends_with": [{ "var": "email" }, "@corp.example"] }""")
    {
        Manifest manifest = ManifestReader.Read($$"""
            { "$evaluators": { "staff": {{staff}}, "beta": { "ends_with": [{ "var": "email" }, "@corp.example"] } }, "flags": { "f": {{flag}} } }
            """).Manifest;
        return new DefinitionHash(manifest.Evaluators).Of(Assert.Single(manifest.Flags));
    }
}
