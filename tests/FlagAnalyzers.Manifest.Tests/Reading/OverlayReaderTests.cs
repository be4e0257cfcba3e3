using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Reading;

public sealed class OverlayReaderTests
{
    private const string Manifest = """
        {
          "context": { "plan": { "type": "string", "enum": ["free", "pro"] }, "age": "number" },
          "$evaluators": { "is-pro": { "==": [{ "var": "plan" }, "pro"] }, "color": "blue" },
          "flags": {
            "new-checkout": {
              "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off",
              "targeting": { "if": [{ "$ref": "is-pro" }, "on", null] }
            },
            "limit": { "flagType": "integer", "defaultValue": 1, "state": "ENABLED", "variants": { "low": 1, "high": 2 }, "defaultVariant": "low", "suppress": ["FLAG1003"] },
            "short": { "flagType": "boolean", "defaultValue": false }
          },
          "retired": { "old-checkout": "2026-05-01" }
        }
        """;

    [Fact]
    public void Read_OverlayThatFits_GivesTheFlagsAsTheyAreThere()
    {
        OverlayReading reading = ManifestAssert.OverlayIssues(Manifest, """
            {
              "$schema": "flags-overlay-schema.json",
              "flags": {
                "new-checkout": { "state": "DISABLED", "defaultVariant": "on", "targeting": {} },
                "limit": { "targeting": { "if": [{ "and": [{ "$ref": "is-pro" }, { ">": [{ "var": "age" }, 18] }] }, "high", null] } },
                "short": { "state": "DISABLED" }
              }
            }
            """);

        Assert.Equal(["new-checkout Disabled on False", "limit Enabled low True", "short Disabled  False"], reading.Flags.Select(flag => $"{flag.Key} {flag.State} {flag.DefaultVariant} {flag.Targeting is not null}"));
    }

    [Theory]
    [InlineData("""{|FLAG1009:"new-chekout"|}: { "state": "DISABLED" }""", "The manifest declares no flag 'new-chekout', so nothing differs here. Did you mean 'new-checkout'?")]
    [InlineData("""{|FLAG1009:"something"|}: { "state": "DISABLED" }""", "declares no flag 'something', so nothing differs here.")]
    [InlineData("""{|FLAG1009:"old-checkout"|}: {}""", "It was retired.")]
    [InlineData(""" "limit": { {|FLAG1009:"flagType"|}: "float" }""", "is of type 'integer', and 'float' here")]
    [InlineData(""" "limit": { {|FLAG1009:"flagType"|}: "integer" }""", "'flagType' of the flag 'limit' cannot differ here")]
    [InlineData(""" "limit": { {|FLAG1009:"variants"|}: { "low": "one" }, "defaultVariant": "low" }""", "'variants' of the flag 'limit' cannot differ here. Types, values and names are compiled in")]
    [InlineData(""" "limit": { {|FLAG1009:"defaultValue"|}: true }""", "an overlay gives 'state', 'defaultVariant' or 'targeting'.")]
    [InlineData(""" "limit": { {|FLAG1009:"name"|}: "Max", {|FLAG1009:"choice"|}: true }""", null)]
    public void Read_OverlayThatDoesNotFitTheManifest_IsFlag1009(string flag, string? words) => AssertFlag(flag, words);

    [Theory]
    [InlineData(""" "new-checkout": { "defaultVariant": {|FLAG1003:"of"|} }""", "The flag has no variant 'of'. Its variants are 'on' or 'off'. Did you mean 'on'?")]
    [InlineData(""" "new-checkout": { "defaultVariant": {|FLAG1003:true|} }""", "found true")]
    [InlineData(""" "new-checkout": { "targeting": { "if": [{ "$ref": "is-pro" }, {|FLAG1003:"onn"|}, null] } }""", "Did you mean 'on'?")]
    [InlineData(""" "new-checkout": { "targeting": { "if": [true, { "$ref": {|FLAG1003:"color"|} }, null] } }""", "The flag has no variant 'blue'")]
    [InlineData(""" "new-checkout": { "targeting": { "$ref": {|FLAG1003:"is-pro"|} } }""", "answers true or false")]
    [InlineData(""" "limit": { "defaultVariant": "hgih" }""", null)]
    public void Read_VariantThatTheFlagDoesNotHave_IsFlag1003InTheOverlay(string flag, string? words) => AssertFlag(flag, words);

    [Theory]
    [InlineData(""" "new-checkout": { "targeting": { {|FLAG1005:"iff"|}: [true, "on", "off"] } }""", "Did you mean 'if'?")]
    [InlineData(""" "new-checkout": { "targeting": { "if": [{ "$ref": {|FLAG1005:"is-prof"|} }, "on", null] } }""", "Did you mean 'is-pro'?")]
    [InlineData(""" "new-checkout": { "targeting": { "if": [{ "==": [{ "var": {|FLAG1005:"plann"|} }, "pro"] }, "on", null] } }""", "The attribute 'plann' is not declared in \"context\". Did you mean 'plan'?")]
    [InlineData(""" "new-checkout": { "targeting": { "if": [{ "==": [{ "var": "plan" }, {|FLAG1005:"prof"|}] }, "on", null] } }""", "is not one of the values of 'plan'")]
    [InlineData(""" "new-checkout": { "targeting": { "if": [{ "==": [{ "var": {|FLAG1005:"age"|} }, "18"] }, "on", null] } }""", "is declared as 'number'")]
    [InlineData(""" "new-checkout": { "targeting": {|FLAG1005:null|} }""", "write {} for no targeting")]
    public void Read_RuleThatCannotWork_IsFlag1005InTheOverlay(string flag, string words) => AssertFlag(flag, words);

    [Theory]
    [InlineData(""" "new-checkout": { "state": {|FLAG1002:"OFF"|} }""", "\"state\" is 'ENABLED' or 'DISABLED'")]
    [InlineData(""" "new-checkout": {|FLAG1002:"off"|}""", "What differs of a flag is an object")]
    [InlineData(""" "short": { {|FLAG1002:"defaultVariant"|}: "on", {|FLAG1002:"targeting"|}: {} }""", "has no variants in the manifest")]
    [InlineData(""" "new-checkout": { {|FLAG1007:"defaultVarient"|}: "on" }""", "Did you mean 'defaultVariant'?")]
    [InlineData(""" "new-checkout": { {|FLAG1007:"metadata"|}: { "owner": "x" } }""", "is the same in every environment")]
    [InlineData(""" "new-checkout": { "state": "ENABLED", {|FLAG1004:"state"|}: "DISABLED" }""", "is given twice")]
    [InlineData(""" "short": {}, {|FLAG1004:"short"|}: {}""", "The flag 'short' is given twice")]
    public void Read_WhatNoOverlaySays_IsReportedAsInAManifest(string flag, string words) => AssertFlag(flag, words);

    [Theory]
    [InlineData("""{|FLAG1002:[]|}""", "is an object")]
    [InlineData("""{ "flags": {|FLAG1002:[]|} }""", "\"flags\" is an object")]
    [InlineData("""{|FLAG1002:{|} }""", "The overlay has no \"flags\"")]
    [InlineData("""{ "flags": {}, {|FLAG1007:"context"|}: {} }""", "has no section 'context'")]
    [InlineData("""{ "flags": { "short": { "state": {|FLAG0001:DISABLED|} } } }""", null)]
    public void Read_TextThatIsNoOverlay_IsReported(string markup, string? words) => ManifestAssert.OverlayIssues(Manifest, markup, words is null ? [] : [words]);

    [Fact]
    public void Read_OnABrokenManifest_SaysNothingOfFlagsThatMayBeThere() => ManifestAssert.OverlayIssues(Manifest + "!", """
        { "flags": { "who-knows": { "state": "DISABLED" }, "new-checkout": { "defaultVariant": {|FLAG1003:"x"|} } } }
        """);

    [Fact]
    public void Read_OnAManifestWithoutContext_TakesEveryAttribute() => ManifestAssert.OverlayIssues(
        """{ "flags": { "a": { "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off" } } }""",
        """{ "flags": { "a": { "targeting": { "if": [{ "==": [{ "var": "plan" }, "pro"] }, "on", null] } } } }""");

    [Fact]
    public void ReadFlags_OfAnOverlay_IsWhatMayDifferOnly()
    {
        const string Text = """
            { // somewhere else
              "flags": { "b": { "targeting": {}, "variants": {} }, "a": { "state": "ENABLED", "state": "DISABLED" }, "": {}, "c": 1, "b": { "defaultVariant": "on", "description": "x" } }
            }
            """;

        EquatableArray<FlagOverlay> flags = OverlayProperties.ReadFlags(Json.JsonText.Parse(Text));

        Assert.Equal(["b {\"defaultVariant\":\"on\"}", "a {\"state\":\"DISABLED\"}"], flags.Select(flag => $"{flag.Key} {JsonValue.ObjectFrom(flag.Properties)}"));
        Assert.Equal(flags, OverlayProperties.ReadFlags(Json.JsonText.Parse(Text.Replace("\n", "\r\n\t", StringComparison.Ordinal))));
    }

    private static void AssertFlag(string flag, string? words) => ManifestAssert.OverlayIssues(Manifest, $$"""{ "flags": { {{flag}} } }""", words is null ? [] : [words]);
}
