using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Json;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[true,false,null],"c":{"d":"e"}}""")]
    [InlineData("""[]""")]
    [InlineData("""{}""")]
    [InlineData("""[-0,0.5,1e3,-2.5E-10,1234567890123456789012345678901234567890]""")]
    [InlineData("""["\u00e9\n\t\"\\\/\b\f\r"]""")]
    [InlineData("\"text\"")]
    public void Parse_StrictJson_SameValueAsSystemTextJson(string text)
    {
        JsonText json = JsonText.Parse(text);

        Assert.Empty(json.Errors);
        using System.Text.Json.JsonDocument expected = System.Text.Json.JsonDocument.Parse(text);
        using System.Text.Json.JsonDocument actual = System.Text.Json.JsonDocument.Parse(json.Root.ToValue().ToString());
        Assert.True(System.Text.Json.JsonElement.DeepEquals(expected.RootElement, actual.RootElement));
    }

    [Fact]
    public void Parse_CommentsTrailingCommasAndByteOrderMark_NoError()
    {
        JsonText json = JsonText.Parse("\uFEFF// first\n{ /* second */ \"a\": [1, 2,], // third\n }\n// last");

        Assert.Empty(json.Errors);
        Assert.Equal("""{"a":[1,2]}""", json.Root.ToValue().ToString());
    }

    [Fact]
    public void Members_RepeatedName_AllAreThereAndTheLastIsFound()
    {
        JsonText json = JsonText.Parse("""{"a":1,"a":2}""");

        Assert.Equal(2, CountMembers(json.Root));
        Assert.True(json.Root.TryFind("a", out JsonProperty property));
        Assert.Equal("2", property.Value.Text);
        Assert.Equal("""{"a":2}""", json.Root.ToValue().ToString());
    }

    [Fact]
    public void Range_OfNamesAndValues_CoversTheirText()
    {
        const string Text = """  { "a\u0062" : [ 1 , "x" ] }""";
        JsonText json = JsonText.Parse(Text);

        Assert.True(json.Root.TryFind("ab", out JsonProperty property));
        Assert.Equal("\"a\\u0062\"", Slice(Text, property.NameRange));
        Assert.Equal("[ 1 , \"x\" ]", Slice(Text, property.Value.Range));
        Assert.Equal("{ \"a\\u0062\" : [ 1 , \"x\" ] }", Slice(Text, json.Root.Range));
    }

    [Theory]
    [InlineData("", "1:1 Expected a value: a manifest is an object that starts with '{', found the end of the file.")]
    [InlineData("{\n  \"a\": 1\n  \"b\": 2\n}", "2:9 Expected ',' or '}', found \"b\".")]
    [InlineData("{\"a\" 1}", "1:5 Expected ':' and a value after the name \"a\", found '1'.")]
    [InlineData("{\"a\": }", "1:6 Expected a value for \"a\", found '}'.")]
    [InlineData("{\"a\": \"x}", "1:7 This string is not closed: expected '\"' before the end of the line.|1:10 Expected '}' to close the '{' of line 1, found the end of the file.")]
    [InlineData("{\"a\": True}", "1:7 Expected a value, found 'True'; did you mean true?")]
    [InlineData("{\"a\": .5}", "1:7 Expected a JSON number such as 12, -3.5 or 1e6, found '.5'.")]
    [InlineData("{\"a\": 01}", "1:7 Expected a JSON number such as 12, -3.5 or 1e6, found '01'.")]
    [InlineData("{\"a\": '1'}", "1:7 Expected '\"', found \"'\": JSON strings stand in double quotes.")]
    [InlineData("{a: 1}", "1:2 Expected a member name in double quotes, found 'a'.")]
    [InlineData("{\"a\": \"\\q\"}", "1:8 Unknown escape sequence: expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u and four hexadecimal digits.")]
    [InlineData("[1 2]", "1:3 Expected ',' between two elements.")]
    [InlineData("{,}", "1:2 Expected a member, found ','.")]
    [InlineData("{} x", "1:4 Expected the end of the file after the closing bracket, found 'x'.")]
    [InlineData("{\"a\": 1 /* open", "1:9 This comment is not closed: expected '*/'.|1:8 Expected '}' to close the '{' of line 1, found the end of the file.")]
    public void Parse_NotJson_SaysWhatWasExpectedWhere(string text, string expected)
    {
        JsonText json = JsonText.Parse(text);

        LineMap lines = new(text);
        Assert.Equal(expected.Split('|'), json.Errors.Select(error => $"{lines.At(error.Range.Start).Line}:{lines.At(error.Range.Start).Column} {error.Message}"));
    }

    [Theory]
    [InlineData("""{ "a": , "b": 2 }""", """{"a":null,"b":2}""")]
    [InlineData("{ \"a\": \n \"b\": 2 }", """{"a":null,"b":2}""")]
    [InlineData("{ \"a\n \"b\": 2 }", """{"a":null,"b":2}""")]
    [InlineData("{ \"a\" \n \"b\": 2 }", """{"a":null,"b":2}""")]
    [InlineData("{ \"a\": [1, 2 \n \"b\": 2 }", """{"a":[1,2],"b":2}""")]
    [InlineData("{ \"a\": \"x \n \"b\": 2 }", """{"a":"x ","b":2}""")]
    [InlineData("{ \"a\": [1, 2}, \"b\": 2 }", """{"a":[1,2]}""")]
    [InlineData("{ \"a\": 1, ] \"b\": 2 }", """{"a":1,"b":2}""")]
    [InlineData("{ \"a\": 1; \"b\": 2 }", """{"a":1,"b":2}""")]
    [InlineData("{ {\"x\": 1}, \"b\": 2 }", """{"b":2}""")]
    public void Parse_OneMistake_KeepsTheRest(string text, string expected)
    {
        JsonText json = JsonText.Parse(text);

        Assert.NotEmpty(json.Errors);
        Assert.Equal(expected, json.Root.ToValue().ToString());
    }

    [Fact]
    public void Parse_ClosingBracketForgotten_CostsOneMemberOnly()
    {
        JsonText json = JsonText.Parse("""
            {
              "flags": {
                "first": {
                  "variants": {
                    "on": true
                },
                "second": { "x": 1 },
                "third": {
                  "y": 2
                }
              },
              "metadata": { "z": 3 }
            }
            """);

        Assert.Single(json.Errors);
        Assert.Equal("""{"flags":{"first":{"variants":{"on":true}},"second":{"x":1},"third":{"y":2}},"metadata":{"z":3}}""", json.Root.ToValue().ToString());
    }

    [Fact]
    public void Parse_ClosingBracketTooMany_CostsNothing()
    {
        JsonText json = JsonText.Parse("""
            {
              "flags": {
                "first": {
                  "x": 1
                  }
                },
                "second": { "y": 2 }
              }
            }
            """);

        Assert.NotEmpty(json.Errors);
        Assert.Equal("""{"flags":{"first":{"x":1},"second":{"y":2}}}""", json.Root.ToValue().ToString());
    }

    [Fact]
    public void Parse_NestedBeyondTheLimit_ReportsOnceAndReadsTheRest()
    {
        string deep = new string('[', 100_000) + new string(']', 100_000);

        JsonText json = JsonText.Parse($$"""{ "deep": {{deep}}, "rest": 1 }""");

        JsonError error = Assert.Single(json.Errors);
        Assert.Equal("Values nested deeper than 128 levels are not read.", error.Message);
        Assert.True(json.Root.TryFind("rest", out _));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":[")]
    [InlineData("\"")]
    [InlineData("/")]
    [InlineData("/*")]
    [InlineData("}")]
    [InlineData(",")]
    [InlineData(":")]
    [InlineData("\\")]
    public void Parse_ManyOfThem_ErrorsStayBounded(string piece)
    {
        JsonText json = JsonText.Parse(string.Concat(Enumerable.Repeat(piece, 20_000)));

        Assert.InRange(json.Errors.Count, 1, 100);
    }

    private static string Slice(string text, TextRange range) => text.Substring(range.Start, range.Length);

    private static int CountMembers(JsonNode node)
    {
        int count = 0;
        foreach (JsonProperty _ in node.Members)
        {
            count++;
        }

        return count;
    }
}
