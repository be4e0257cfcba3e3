using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;

namespace FlagAnalyzers.Manifests.Lifecycle;

public sealed class FlagDecisionTests
{
    [Theory]
    [InlineData("""{}""", "false")]
    [InlineData("""{ "if": [ { "var": "beta" }, "on", "on" ] }""", "true")]
    [InlineData("""{ "if": [ { "==": [ { "var": "plan" }, "pro" ] }, "on", { "$ref": "staff" }, "on", "yes" ] }""", "true")]
    [InlineData("""{ "if": [ { "var": "beta" }, "off", null ] }""", "false")]
    [InlineData("""{ "if": [ { "var": "beta" }, "off" ] }""", "false")]
    [InlineData("""{ "if": [ true, "on", "off" ] }""", "true")]
    [InlineData("""{ "if": [ false, "on", "off" ] }""", "false")]
    [InlineData("""{ "if": [ { "and": [ { "var": "beta" }, false ] }, "on", "off" ] }""", "false")]
    [InlineData("""{ "if": [ { "or": [ { "!": [ false ] }, { "var": "beta" } ] }, "on", "off" ] }""", "true")]
    [InlineData("""{ "if": [ { "==": [ 1, 1.0 ] }, "on", "off" ] }""", "true")]
    [InlineData("""{ "if": [ { "!==": [ "a", "a" ] }, "on", "off" ] }""", "false")]
    [InlineData("""{ "fractional": [ [ "on", 100 ], [ "off", 0 ] ] }""", "true")]
    [InlineData("""{ "fractional": [ { "cat": [ "seed" ] }, [ "off", -5 ], [ "off", 1 ], [ "on", 0 ] ] }""", "false")]
    [InlineData("""{ "fractional": [ "seed", [ "off", -5 ], [ "off", 1 ], [ "on", 0 ] ] }""", "false")]
    [InlineData("""{ "fractional": [ [ "on" ], [ "yes", 50 ] ] }""", "true")]
    [InlineData("""{ "fractional": [ [ "on", 0 ], [ "yes", 0 ] ] }""", "false")]
    [InlineData("""{ "if": [ { "$ref": "staff" }, { "fractional": [ [ "on", 1 ] ] }, "yes" ] }""", "true")]
    [InlineData("""{ "$ref": "all" }""", "true")]

    // Different for somebody.
    [InlineData("""{ "if": [ { "var": "beta" }, "on", "off" ] }""", null)]
    [InlineData("""{ "if": [ { "var": "beta" }, "on" ] }""", null)]
    [InlineData("""{ "fractional": [ [ "on", 99 ], [ "off", 1 ] ] }""", null)]
    [InlineData("""{ "fractional": [ [ "on", { "-": [ { "var": "$flagd.timestamp" }, 1 ] } ], [ "off", 1 ] ] }""", null)]
    [InlineData("""{ "fractional": [ { "var": "email" }, [ "on", 100 ] ] }""", null)]
    [InlineData("""{ "if": [ { "<": [ { "var": "$flagd.timestamp" }, 5 ] }, "on", "off" ] }""", null)]
    [InlineData("""{ "var": "beta" }""", null)]
    [InlineData("""{ "$ref": "circle" }""", null)]

    // The rule may fail, and then the code default is answered, which is another value.
    [InlineData("""{ "if": [ { "in": [ { "var": "plan" }, "free pro" ] }, "on", "on" ] }""", null)]
    [InlineData("""{ "if": [ { "<": [ { "+": [ { "var": "age" }, 1 ] }, 5 ] }, "on", "on" ] }""", null)]
    [InlineData("""{ "if": [ { "in": [ { "var": "plan" }, "free pro" ] }, "off", "off" ] }""", "false")]
    [InlineData("""{ "if": [ { "nope": [] }, "on", "on" ] }""", null)]
    [InlineData("""{ "==": [ { "var": "plan" }, "pro" ] }""", "false")]
    public void ValueOf_Rule_IsWhatEverybodyGets(string targeting, string? expected)
    {
        Manifest manifest = Read($$"""
            { "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "yes": true, "off": false }, "defaultVariant": "off", "targeting": {{targeting}} }
            """);

        Assert.Equal(expected, new FlagDecision(manifest.Evaluators).ValueOf(manifest.Flags[0])?.ToString());
    }

    [Theory]
    [InlineData("""{ "flagType": "boolean", "defaultValue": false }""", "false")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "state": "DISABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off" }""", "true")]
    [InlineData("""{ "flagType": "integer", "defaultValue": 1, "state": "ENABLED", "variants": { "a": 5, "b": 7 }, "defaultVariant": "b" }""", "7")]
    [InlineData("""{ "flagType": "integer", "defaultValue": 1, "state": "ENABLED", "variants": { "a": 5, "b": 7 } }""", "1")]
    [InlineData("""{ "flagType": "boolean", "state": "DISABLED", "variants": { "on": true } }""", null)]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "true": true, "false": false }, "targeting": { "!": [ false ] } }""", "true")]
    public void ValueOf_FlagWithoutChoice_IsWhatItServes(string flag, string? expected)
    {
        Manifest manifest = Read(flag);

        Assert.Equal(expected, new FlagDecision(manifest.Evaluators).ValueOf(manifest.Flags[0])?.ToString());
    }

    [Theory]
    [InlineData("""{ "defaultVariant": "on", "targeting": {} }""", null)]
    [InlineData("""{ "state": "DISABLED" }""", "false")]
    public void ValueOf_FlagOfAnOverlay_CountsToo(string overlaid, string? expected)
    {
        ManifestReading reading = ManifestReader.Read("""{ "flags": { "a": { "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off" } } }""");
        OverlayReading overlay = OverlayReader.Read($$"""{ "flags": { "a": {{overlaid}} } }""", reading);

        Assert.Equal(expected, new FlagDecision(default).ValueOf(reading.Manifest.Flags[0], overlay.Flags)?.ToString());
    }

    private static Manifest Read(string flag) => ManifestReader.Read($$"""
        {
          "$evaluators": {
            "staff": { "ends_with": [ { "var": "email" }, "@corp.example" ] },
            "all": { "if": [ { "$ref": "staff" }, "on", "yes" ] },
            "circle": { "if": [ { "var": "beta" }, "on", { "$ref": "circle" } ] }
          },
          "flags": { "a": {{flag}} }
        }
        """).Manifest;
}
