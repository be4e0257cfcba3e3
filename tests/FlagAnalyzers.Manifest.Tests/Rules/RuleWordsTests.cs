using FlagAnalyzers.Manifests.Reading;

namespace FlagAnalyzers.Manifests.Rules;

public sealed class RuleWordsTests
{
    [Theory]
    [InlineData("""{ "if": [ { "==": [ { "var": "plan" }, "pro" ] }, "on", null ] }""", "if plan is \"pro\": on; otherwise off")]
    [InlineData("""{ "if": [ { "and": [ { "!=": [ { "var": "a" }, null ] }, { "or": [ { "var": "b" }, { "!": [ { "var": "c" } ] } ] } ] }, "on", { "in": [ { "var": "p" }, [ "x", "y" ] ] }, "on", "off" ] }""", "if a is not missing and (b or not (c)): on; else if p is one of \"x\", \"y\": on; otherwise off")]
    [InlineData("""{ "fractional": [ [ "on", 1 ], [ "off", 2 ] ] }""", "33.333 % on, 66.667 % off by targetingKey (where that gives nothing: off)")]
    [InlineData("""{ "fractional": [ { "cat": [ { "var": "$flagd.flagKey" }, { "var": [ "email", "x" ] } ] }, [ "on", { "-": [ { "var": "$flagd.timestamp" }, 100 ] } ], [ "off", 50 ] ] }""", "(the time - 100) parts on, 50 parts off by the flag's key + email (where that gives nothing: off)")]
    [InlineData("""{ "if": [ { "sem_ver": [ { "var": "v" }, "^", "2.0.0" ] }, "on", "off" ] }""", "if v has the major version of \"2.0.0\": on; otherwise off")]
    [InlineData("""{ "if": [ { "<": [ 18, { "var": "age" }, 65 ] }, "on", "off" ] }""", "if 18 < age < 65: on; otherwise off")]
    [InlineData("""{ "if": [ { "$ref": "staff" }, "on", "off" ] }""", "if staff: on; otherwise off")]
    [InlineData("""{ "var": "variant" }""", "the variant named by variant (where that gives nothing: off)")]
    [InlineData("""{ "==": [ { "var": "x" }, 1 ] }""", "true or false: x is 1")]
    [InlineData("""{ "in": [ "beta", { "var": "groups" } ] }""", "true or false: groups contains \"beta\"")]
    [InlineData("""{ "if": [ { "some": [ { "var": "xs" }, { ">": [ { "var": "" }, 1 ] } ] }, "on", "off" ] }""", "if some(xs, (the context > 1)): on; otherwise off")]
    [InlineData("""{ "if": [ { "==": [ { "var": "town" }, "Åre\n\u2028é" ] }, "on", "off" ] }""", "if town is \"Åre\\u000a\\u2028é\": on; otherwise off")]
    [InlineData("{}", "always off")]
    public void Describe_Targeting_InEnglish(string targeting, string expected)
    {
        ManifestReading reading = ManifestReader.Read($$"""
            { "$evaluators": { "staff": true }, "flags": { "a": { "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off", "targeting": {{targeting}} } } }
            """);

        Assert.Equal(expected, RuleWords.Describe(reading.Manifest.Flags[0]));
    }

    [Theory]
    [InlineData("""{ "flagType": "boolean", "defaultValue": false }""")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": false, "state": "DISABLED", "variants": { "on": true }, "defaultVariant": "on" }""")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true } }""")]
    public void Describe_FlagThatDecidesNothing_SaysTheDefault(string flag) =>
        Assert.EndsWith("always the default", RuleWords.Describe(ManifestReader.Read($$"""{ "flags": { "a": {{flag}} } }""").Manifest.Flags[0]), StringComparison.Ordinal);
}
