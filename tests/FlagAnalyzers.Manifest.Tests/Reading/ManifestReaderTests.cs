using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Reading;

public sealed class ManifestReaderTests
{
    [Theory]
    [InlineData("""{|FLAG1002:[]|}""", "A manifest is an object")]
    [InlineData("""{ "flags": {|FLAG1002:[]|} }""", "\"flags\" is an object")]
    [InlineData("""{|FLAG1002:{|} "metadata": {} }""", "has no \"flags\"")]
    [InlineData("""{ "flags": {}, {|FLAG1007:"flag"|}: {} }""", "Did you mean 'flags'?")]
    [InlineData("""{ "flags": {}, "$evaluators": {|FLAG1002:[]|} }""", "\"$evaluators\" is an object")]
    [InlineData("""{ "flags": {}, "retired": { "a": {|FLAG1007:"May"|} } }""", "YYYY-MM-DD")]
    [InlineData("""{ "flags": {}, "metadata": { "a": {|FLAG1002:{}|} } }""", "Metadata is flat")]
    [InlineData("""{ "flags": {}, "context": { "plan": {|FLAG1002:"text"|} } }""", "is no attribute type")]
    [InlineData("""{ "flags": {}, "context": { "plan": {|FLAG1002:"int"|} } }""", "Did you mean 'number'?")]
    [InlineData("""{ "flags": {}, "context": { "plan": { "type": "string", {|FLAG1007:"enums"|}: [] } } }""", "Did you mean 'enum'?")]
    [InlineData("""{ "flags": {}, "context": { {|FLAG1002:"targetingKey"|}: "string" } }""", "has a targeting key")]
    [InlineData("""{ "flags": {}, "context": { "user.id": "string", {|FLAG1004:"userId"|}: "string" } }""", "Rename one of them")]
    public void Read_SectionOfTheWrongShape_IsReported(string markup, string words) => ManifestAssert.Issues(markup, words);

    [Fact]
    public void Read_ContextSection_TypedAttributes()
    {
        ManifestReading reading = ManifestAssert.Issues("""
            { "context": { "plan": { "type": "string", "enum": [ "free", "pro" ] }, "age": "number", "beta": "boolean", "v": "semver", "groups": "string[]", "user.score": "number", "order": "object" }, "flags": {} }
            """);

        Assert.True(reading.Manifest.ContextIsDeclared);
        Assert.Equal(
            ["plan Plan String free|pro", "age Age Number ", "beta Beta Boolean ", "v V SemVer ", "groups Groups StringList ", "user.score UserScore Number ", "order Order Object "],
            reading.Manifest.Context.Select(attribute => $"{attribute.Path} {attribute.Name} {attribute.Type} {string.Join('|', attribute.Values)}"));
    }

    [Theory]
    [InlineData("""{ "==": [ { "var": "x" }, "a" ] }""", "String")]
    [InlineData("""{ "<": [ { "var": "x" }, 5 ] }""", "Number")]
    [InlineData("""{ "+": [ { "var": "x" }, 5 ] }""", "Number")]
    [InlineData("""{ "!!": [ { "var": "x" } ] }""", "Boolean")]
    [InlineData("""{ "sem_ver": [ { "var": "x" }, "=", "1.0.0" ] }""", "SemVer")]
    [InlineData("""{ "or": [ { "sem_ver": [ { "var": "x" }, "=", "1.0.0" ] }, { "starts_with": [ { "var": "x" }, "1" ] } ] }""", "SemVer")]
    [InlineData("""{ "in": [ "beta", { "var": [ "x", [] ] } ] }""", "StringList")]
    [InlineData("""{ "in": [ "beta", { "var": "x" } ] }""", "Object")]
    [InlineData("""{ "in": [ { "var": "x" }, [ "a", "b" ] ] }""", "String")]
    [InlineData("""{ "in": [ { "var": "x" }, [ 1, 2 ] ] }""", "Number")]
    [InlineData("""{ "or": [ { "==": [ { "var": "x" }, "a" ] }, { "==": [ { "var": "x" }, 1 ] } ] }""", "Object")]
    [InlineData("""{ "==": [ { "var": [ "x", 7 ] }, { "var": [ "x", 7 ] } ] }""", "Number")]
    public void Read_NoContextSection_TypesTellFromUse(string condition, string expected)
    {
        ManifestReading reading = ManifestAssert.Issues($$"""
            {|FLAG1008:{|} "flags": { "a": { "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "on": true, "off": false }, "targeting": { "if": [ {{condition}}, "on", "off" ] } } } }
            """, "\"context\": { \"x\":");

        ContextAttribute attribute = Assert.Single(reading.Manifest.Context);
        Assert.Equal(("x", expected), (attribute.Path, attribute.Type.ToString()));
    }

    [Fact]
    public void Read_RepeatedKeys_AreFlag1004AndTheLastCounts()
    {
        ManifestReading reading = ManifestAssert.Issues("""
            {
              "flags": {
                "a": { "flagType": "boolean", "defaultValue": false }
              },
              {|FLAG1004:"flags"|}: {
                "b": { "flagType": "boolean", "defaultValue": false },
                {|FLAG1004:"b"|}: { "flagType": "boolean", "defaultValue": true, {|FLAG1004:"defaultValue"|}: true }
              }
            }
            """, "is given twice, first in line");

        Assert.Equal(["b"], reading.Manifest.Flags.Select(flag => flag.Key));
        Assert.Equal(JsonValue.True, reading.Manifest.Flags[0].DefaultValue);
    }

    [Fact]
    public void Read_TwoKeysWithOneName_IsFlag1004ThatNamesBoth() => ManifestAssert.FlagIssues("""
        "new-checkout": { "flagType": "boolean", "defaultValue": false }, {|FLAG1004:"new.checkout"|}: { "flagType": "boolean", "defaultValue": false }
        """, "'new-checkout' and 'new.checkout' both give the C# name 'NewCheckout'");

    [Fact]
    public void Read_NameGiven_ResolvesTheConflict()
    {
        ManifestReading reading = ManifestAssert.FlagIssues("""
            "new-checkout": { "flagType": "boolean", "defaultValue": false }, "new.checkout": { "flagType": "boolean", "defaultValue": false, "name": "OtherCheckout" }
            """);

        Assert.Equal(["NewCheckout", "OtherCheckout"], reading.Manifest.Flags.Select(flag => flag.Name));
    }

    [Theory]
    [InlineData("class", "but a keyword")]
    [InlineData("my flag", "Did you mean 'MyFlag'?")]
    public void Read_NameThatIsNoIdentifier_IsFlag1004(string name, string words) => ManifestAssert.FlagIssues($$"""
        "a": { "flagType": "boolean", "defaultValue": false, "name": {|FLAG1004:"{{name}}"|} }
        """, words);

    [Fact]
    public void Read_RetiredKeyDeclaredAgain_IsFlag1004() => ManifestAssert.Issues("""
        { "flags": { {|FLAG1004:"old"|}: { "flagType": "boolean", "defaultValue": false } }, "retired": { "old": "2026-05-01" } }
        """, "was retired on 2026-05-01");

    [Theory]
    [InlineData("for", "ForFlag")]
    [InlineData("keys", "KeysFlag")]
    [InlineData("flags", "FlagsFlag")]
    [InlineData("to-string", "ToStringFlag")]
    [InlineData("class", "Class")]
    [InlineData("2fa.login", "_2faLogin")]
    public void Read_KeyThatMeetsAMember_GetsAnotherName(string key, string expected)
    {
        ManifestReading reading = ManifestAssert.FlagIssues($$"""
            "{{key}}": { "flagType": "boolean", "defaultValue": false }
            """);

        Assert.Equal(expected, reading.Manifest.Flags[0].Name);
    }

    [Fact]
    public void Read_KeyThatIsAnotherFlagsTypeName_TypeGivesWay()
    {
        ManifestReading reading = ManifestAssert.FlagIssues("""
            "search-value": { "flagType": "boolean", "defaultValue": false }, "search": { "flagType": "object", "defaultValue": {} }
            """);

        Assert.Equal(["SearchValue:", "Search:SearchValueType"], reading.Manifest.Flags.Select(flag => $"{flag.Name}:{flag.ValueTypeName}"));
    }

    [Fact]
    public void Read_SyntaxError_CostsThatFlagOnly()
    {
        ManifestReading reading = ManifestReader.Read("""
            {
              "flags": {
                "first": { "flagType": "boolean", "defaultValue": false },
                "broken": { "flagType": "boolean", "defaultValue":
                "second": { "flagType": "boolean", "defaultValue": true },
                "third": { "flagType": "string", "defaultValue": "x" }
              }
            }
            """);

        Assert.Equal(["first", "broken", "second", "third"], reading.Manifest.Flags.Select(flag => flag.Key));
        Assert.Equal(JsonValue.True, reading.Manifest.Flags[2].DefaultValue);
        Assert.False(reading.IsLoadable);
        Assert.StartsWith("flags.json(4,54): Expected a value", reading.RefusalReason("flags.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SameMeaningOtherLayout_EqualManifest()
    {
        const string Text = """{"flags":{"a":{"flagType":"object","defaultValue":{"x":[1,2.0]},"state":"ENABLED","variants":{"v":{"x":[]}},"targeting":{"if":[{"$ref":"e"},"v",null]}}},"$evaluators":{"e":{"!!":[{"var":"b"}]}}}""";
        using System.Text.Json.JsonDocument document = System.Text.Json.JsonDocument.Parse(Text);
        string other = System.Text.Json.JsonSerializer.Serialize(document, new System.Text.Json.JsonSerializerOptions { WriteIndented = true });

        Manifest first = ManifestReader.Read(Text).Manifest;
        Manifest second = ManifestReader.Read("// a comment\n" + other).Manifest;

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, ManifestReader.Read(Text.Replace("2.0", "2.1", StringComparison.Ordinal)).Manifest);
        Assert.NotEqual(first, ManifestReader.Read(Text.Replace("\"!!\"", "\"!\"", StringComparison.Ordinal)).Manifest);
    }

    [Fact]
    public void KeyRangeOf_DeclaredKey_ItsPlace()
    {
        const string Text = """{ "flags": { "a": {}, "b\n": {} } }""";
        ManifestReading reading = ManifestReader.Read(Text);

        Assert.Equal(Text.IndexOf("\"b\\n\"", StringComparison.Ordinal), reading.KeyRangeOf("b\n")!.Value.Start);
        Assert.Null(reading.KeyRangeOf("c"));
    }
}
