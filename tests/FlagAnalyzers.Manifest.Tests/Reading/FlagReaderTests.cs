using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Reading;

public sealed class FlagReaderTests
{
    [Fact]
    public void Read_FullForm_EveryPartIsThere()
    {
        ManifestReading reading = ManifestAssert.FlagIssues("""
            "new-checkout": {
              "flagType": "boolean", "defaultValue": false, "description": "The checkout.", "state": "DISABLED",
              "variants": { "on": true, "off": false }, "defaultVariant": "off",
              "targeting": { "if": [ { "==": [ { "var": "plan" }, "pro" ] }, "on", null ] },
              "metadata": { "owner": "shop", "kind": "release", "created": "2026-10-01", "expires": "2027-01-31", "issue": "SHOP-1", "cost": 3 },
              "suppress": [ "FLAG1010" ]
            }
            """);

        Flag flag = Assert.Single(reading.Manifest.Flags);
        Assert.Equal(("new-checkout", "NewCheckout", FlagType.Boolean, FlagState.Disabled), (flag.Key, flag.Name, flag.Type, flag.State));
        Assert.Equal(JsonValue.False, flag.DefaultValue);
        Assert.Equal("The checkout.", flag.Description);
        Assert.Equal(["on", "off"], flag.Variants.Select(variant => variant.Name));
        Assert.Equal("off", flag.DefaultVariant);
        Assert.NotNull(flag.Targeting);
        Assert.Equal(("shop", "release", "SHOP-1"), (flag.Lifecycle.Owner, flag.Lifecycle.Kind, flag.Lifecycle.Issue));
        Assert.Equal("2026-10-01..2027-01-31", $"{flag.Lifecycle.Created}..{flag.Lifecycle.Expires}");
        Assert.Equal("3", flag.Metadata.Single(member => member.Name == "cost").Value.Text);
        Assert.Equal(["FLAG1010"], flag.Suppressed);
        Assert.True(reading.IsLoadable);
    }

    [Theory]
    [InlineData("true", "Boolean")]
    [InlineData("\"x\"", "String")]
    [InlineData("1", "Integer")]
    [InlineData("1.5", "Float")]
    [InlineData("3000000000", "Float")]
    [InlineData("{}", "Object")]
    public void Read_NoFlagType_TypeOfTheVariants(string value, string expected)
    {
        ManifestReading reading = ManifestAssert.FlagIssues($$"""
            "a": { "defaultValue": {{value}}, "state": "ENABLED", "variants": { "v": {{value}} }, "defaultVariant": "v" }
            """);

        Assert.Equal(expected, reading.Manifest.Flags[0].Type.ToString());
    }

    [Fact]
    public void Read_IntegerAndFractionVariants_IsFloat()
    {
        ManifestReading reading = ManifestAssert.FlagIssues("""
            "a": { "defaultValue": 1, "state": "ENABLED", "variants": { "v": 1, "w": 1.5 }, "defaultVariant": "v" }
            """);

        Assert.Equal(FlagType.Float, reading.Manifest.Flags[0].Type);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void Read_NoDefaultVariantInOtherWords_IsNull(string spelling)
    {
        ManifestReading reading = ManifestAssert.FlagIssues($$"""
            "a": { "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true }, "defaultVariant": {{spelling}}, "targeting": {} }
            """);

        Assert.Null(reading.Manifest.Flags[0].DefaultVariant);
        Assert.Null(reading.Manifest.Flags[0].Targeting);
    }

    [Fact]
    public void Read_NoDefault_IsFlag1001() => ManifestAssert.FlagIssues("""
        {|FLAG1001:"a"|}: { "flagType": "boolean" }
        """, "has no \"defaultValue\"");

    [Theory]
    [InlineData("""{ "flagType": "boolean", "defaultValue": {|FLAG1002:"false"|} }""", "a boolean flag has true or false")]
    [InlineData("""{ "flagType": "integer", "defaultValue": {|FLAG1002:3.14|} }""", "an integer flag has whole numbers")]
    [InlineData("""{ "flagType": "integer", "defaultValue": {|FLAG1002:2147483648|} }""", "is an int in C#")]
    [InlineData("""{ "flagType": "float", "defaultValue": {|FLAG1002:1e400|} }""", "larger than a double")]
    [InlineData("""{ "flagType": "object", "defaultValue": {|FLAG1002:[]|} }""", "an object flag has objects")]
    [InlineData("""{ "flagType": {|FLAG1002:"bool"|}, "defaultValue": true }""", "Did you mean 'boolean'?")]
    [InlineData("""{ "flagType": {|FLAG1002:"strin"|}, "defaultValue": "" }""", "Did you mean 'string'?")]
    [InlineData("""{ "flagType": {|FLAG1002:5|}, "defaultValue": "" }""", "found the number 5")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "state": {|FLAG1002:"enabled"|}, "variants": { "on": true } }""", "Did you mean 'ENABLED'?")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": {|FLAG1002:{}|} }""", "has no variants")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": {|FLAG1002:[]|} }""", "\"variants\" is an object")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "on": true, "off": {|FLAG1002:0|} } }""", "The variant 'off' is the number 0")]
    [InlineData("""{ "defaultValue": true, "state": "ENABLED", {|FLAG1002:"variants"|}: { "on": true, "off": 0 } }""", "have several types")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "metadata": { "owner": {|FLAG1002:["a"]|} } }""", "Metadata is flat")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "description": {|FLAG1002:1|} }""", "\"description\" is a text")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "choice": {|FLAG1002:true|} }""", "Only a string flag")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "suppress": {|FLAG1002:"FLAG1007"|} }""", "array of diagnostic ids")]
    public void Read_ValueThatDoesNotFit_IsFlag1002(string flag, string words) => ManifestAssert.FlagIssues($"\"a\": {flag}", words);

    [Theory]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": {|FLAG1003:"of_"|} }""", "Did you mean 'off'?")]
    [InlineData("""{ "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": {|FLAG1003:true|} }""", "the name of a variant")]
    public void Read_DefaultVariantThatIsNone_IsFlag1003AndNotLoadable(string flag, string words)
    {
        ManifestReading reading = ManifestAssert.FlagIssues($"\"a\": {flag}", words);

        Assert.False(reading.IsLoadable);
        Assert.StartsWith("flags.json(1,", reading.RefusalReason("flags.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "if": [ { "var": "x" }, {|FLAG1003:"onn"|}, "off" ] }""", "Did you mean 'on'?")]
    [InlineData("""{ "if": [ { "var": "x" }, "on", { "var": "y" }, "off", {|FLAG1003:"none"|} ] }""", "Its variants are 'on' or 'off'")]
    [InlineData("""{ "fractional": [ [ {|FLAG1003:"blue"|}, 50 ], [ "off", 50 ] ] }""", "no variant 'blue'")]
    [InlineData("""{ "fractional": [ { "var": [ "email", "x" ] }, [ "on", 50 ], [ {|FLAG1003:"blue"|}, 50 ] ] }""", "no variant 'blue'")]
    [InlineData("""{|FLAG1003:"blue"|}""", "no variant 'blue'")]
    [InlineData("""{ {|FLAG1003:"=="|}: [ { "var": "x" }, "a" ] }""", "answers true or false")]
    [InlineData("""{ "and": [ { "var": "x" }, { {|FLAG1003:"in"|}: [ { "var": "y" }, [ "a" ] ] } ] }""", "{ \"if\": [ rule, \"on\", \"off\" ] }")]
    public void Read_RuleThatNamesNoVariant_IsFlag1003(string targeting, string words)
    {
        ManifestReading reading = ManifestAssert.FlagIssues($$"""
            "a": { "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "on": true, "off": false }, "targeting": {{targeting}} }
            """, words);

        Assert.True(reading.IsLoadable);
    }

    [Fact]
    public void Read_ConditionWithTrueAndFalseVariants_IsFine() => ManifestAssert.FlagIssues("""
        "a": { "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "true": true, "false": false }, "targeting": { "==": [ { "var": "x" }, "a" ] } }
        """);

    [Theory]
    [InlineData("""{ "created": {|FLAG1007:"01.10.2026"|} }""", "written YYYY-MM-DD")]
    [InlineData("""{ "expires": {|FLAG1007:"2026-02-30"|} }""", "a day of the calendar")]
    [InlineData("""{ "created": "2026-10-02", "expires": {|FLAG1007:"2026-10-01"|} }""", "before it was created")]
    [InlineData("""{ "kind": {|FLAG1007:"killswitch"|} }""", "Did you mean 'kill-switch'?")]
    [InlineData("""{ "permanent": {|FLAG1007:"yes"|} }""", "true or false")]
    [InlineData("""{ {|FLAG1007:"permanent"|}: true, "expires": "2027-01-01" }""", "remove one of the two")]
    [InlineData("""{ {|FLAG1007:"expire"|}: "2027-01-01" }""", "Did you mean 'expires'?")]
    [InlineData("""{ "team": "a", "tier": 1 }""", null)]
    public void Read_MetadataThatMisleads_IsFlag1007(string metadata, string? words) =>
        ManifestAssert.FlagIssues($$"""
            "a": { "flagType": "boolean", "defaultValue": false, "metadata": {{metadata}} }
            """, words is null ? [] : [words]);

    [Fact]
    public void Read_UnknownProperty_IsFlag1007WithTheNearest() => ManifestAssert.FlagIssues("""
        "a": { "flagType": "boolean", "defaultValue": false, {|FLAG1007:"desciption"|}: "x" }
        """, "Did you mean 'description'?");

    [Fact]
    public void Read_KillSwitchThatDefaultsToOn_IsFlag1007() => ManifestAssert.FlagIssues("""
        "a": { "flagType": "boolean", "defaultValue": {|FLAG1007:true|}, "metadata": { "kind": "kill-switch" } }
        """, "safe value");

    [Fact]
    public void Read_Suppressed_IsLeftOutForThatFlagOnly() => ManifestAssert.FlagIssues("""
        "a": { "flagType": "boolean", "suppress": [ "FLAG1001" ] }, {|FLAG1001:"b"|}: { "flagType": "boolean" }
        """);

    [Theory]
    [InlineData("""{|FLAG1008:"a"|}: { "flagType": "boolean", "defaultValue": false }""", "always answers its default")]
    [InlineData("""{|FLAG1008:"a"|}: { "flagType": "boolean", "defaultValue": false, "variants": { "on": true }, "defaultVariant": "on" }""", "has no \"state\"")]
    [InlineData("""{|FLAG1008:"a"|}: { "flagType": "string", "defaultValue": "red", "state": "ENABLED", "variants": { "r": "red", "g": "green" }, "defaultVariant": "r" }""", "\"choice\": true")]
    [InlineData(""" "a": { "flagType": "string", "choice": false, "defaultValue": "red", "state": "ENABLED", "variants": { "r": "red", "g": "green" }, "defaultVariant": "r" }""", null)]
    [InlineData(""" "a": { "flagType": "string", "defaultValue": "Hello there", "state": "ENABLED", "variants": { "r": "Hello there", "g": "green" }, "defaultVariant": "r" }""", null)]
    public void Read_FlagThatCouldSayMore_IsFlag1008(string flag, string? words) => ManifestAssert.FlagIssues(flag, words is null ? [] : [words]);

    [Theory]
    [InlineData("""{|FLAG1002:"a"|}: { "description": "x", "defaultValue": null }""", "The type of 'a' is unknown")]
    [InlineData(""" "a": {|FLAG1002:true|}""", "A flag is an object")]
    [InlineData("""{|FLAG1002:""|}: { "flagType": "boolean", "defaultValue": false }""", "at least one character")]
    public void Read_NoFlagAtAll_IsFlag1002(string flag, string words) => ManifestAssert.FlagIssues(flag, words);
}
