namespace FlagAnalyzers.Tool;

/// <summary><c>dotnet flags eval --jsonl</c>.</summary>
public sealed class EvaluationLinesTests
{
    private const string Flags = """ "flags": {"flags": {"f": {"flagType": "float", "defaultValue": 1.50, "variants": {"a": 10.00, "b": 2e3}, "defaultVariant": "a", "targeting": {"if": [{">": [{"var": "$flagd.timestamp"}, 1795420799]}, "b"]}}}} """;

    [Fact]
    public void Request_Numbers_AreWrittenAsTheManifestSpellsThem() =>
        Assert.Equal("""{"id":1,"value":10.00,"variant":"a","reason":"DEFAULT","errorCode":null}""", Answer($$"""{"id": 1, {{Flags}}, "flagKey": "f", "type": "number", "now": 5}"""));

    [Fact]
    public void Request_WithoutNow_HasTheTimeOfTheMachine() =>
        Assert.Equal("""{"id":1,"value":2e3,"variant":"b","reason":"TARGETING_MATCH","errorCode":null}""", Answer($$"""{"id": 1, {{Flags}}, "flagKey": "f"}"""));

    [Fact]
    public void Request_WithoutType_IsOfTheTypeOfTheFlag() =>
        Assert.Equal("""{"id":null,"value":10.00,"variant":"a","reason":"DEFAULT","errorCode":null}""", Answer($$"""{{{Flags}}, "flagKey": "f", "now": 5}"""));

    [Fact]
    public void Request_OtherType_AnswersTheDefaultAsItIsSpelled() =>
        Assert.Equal("""{"id":null,"value":7.0,"variant":null,"reason":"ERROR","errorCode":"TYPE_MISMATCH"}""", Answer($$"""{{{Flags}}, "flagKey": "f", "type": "boolean", "default": 7.0}"""));

    [Fact]
    public void Request_UnknownFlag_AnswersTheDefault() =>
        Assert.Equal("""{"id":null,"value":"x","variant":null,"reason":"ERROR","errorCode":"FLAG_NOT_FOUND"}""", Answer($$"""{{{Flags}}, "flagKey": "g", "type": "string", "default": "x"}"""));

    [Fact]
    public void Request_WithoutDefault_AnswersThatOfTheManifest() =>
        Assert.Equal("""{"id":null,"value":1.50,"variant":null,"reason":"ERROR","errorCode":"TYPE_MISMATCH"}""", Answer($$"""{{{Flags}}, "flagKey": "f", "type": "object"}"""));

    [Theory]
    [InlineData("{\"a\": [1.0, null, \"\u00e9\"]}", "{\"a\":[1.0,null,\"\\u00e9\"]}")]
    [InlineData("12345678901234567890.10", "12345678901234567890.10")]
    [InlineData("\"\\ud800\"", "\"\\ud800\"")]
    public void Request_Id_ComesBackAsItWas(string id, string echo) =>
        Assert.Equal($$"""{"id":{{echo}},"value":10.00,"variant":"a","reason":"DEFAULT","errorCode":null}""", Answer($$"""{"id": {{id}}, {{Flags}}, "flagKey": "f", "now": 5}"""));

    // Attributes of C# cannot hold half a character.
    [Fact]
    public void Request_IdWithHalfACharacter_ComesBackEscaped() =>
        Assert.StartsWith("{\"id\":\"\\ud800\",\"value\":10.00,", Answer($$"""{"id": "{{'\ud800'}}", {{Flags}}, "flagKey": "f", "now": 5}"""), StringComparison.Ordinal);

    [Fact]
    public void Request_HalfCharactersEverywhere_AreAnswered() => Assert.Equal(
        """{"id":"\ud800","value":"\udc00","variant":"\ud800","reason":"TARGETING_MATCH","errorCode":null}""",
        Answer("""{"id": "\ud800", "flags": {"flags": {"\ud800": {"variants": {"\ud800": "\udc00"}, "targeting": {"fractional": [{"var": "\udfff"}, ["\ud800", 1]]}}}}, "flagKey": "\ud800", "context": {"\udfff": "\ud800"}}"""));

    [Theory]
    [InlineData("", "A request is an object with \\\"flags\\\" and \\\"flagKey\\\"; the line is empty.")]
    [InlineData("[1]", "A request is an object with \\\"flags\\\" and \\\"flagKey\\\"; found an array.")]
    [InlineData("{\"id\": 1", "Expected '}' to close the '{' of line 1, found the end of the file. (column 9)")]
    [InlineData("{}", "A request has a manifest in \\\"flags\\\"; there is none.")]
    [InlineData("{\"flags\": {}}", "A request names its flag in \\\"flagKey\\\", a text; found none.")]
    [InlineData("{\"flags\": {}, \"flagKey\": 5}", "A request names its flag in \\\"flagKey\\\", a text; found the number 5.")]
    [InlineData("{\"flags\": {}, \"flagKey\": \"f\", \"type\": \"int\"}", "\\\"type\\\" is boolean, string, integer, number or object; found the text \\\"int\\\".")]
    [InlineData("{\"flags\": {}, \"flagKey\": \"f\", \"context\": []}", "\\\"context\\\" is an object of attributes; found an array.")]
    [InlineData("{\"flags\": {}, \"flagKey\": \"f\", \"now\": 1.5}", "\\\"now\\\" is whole seconds since 1970; found the number 1.5.")]
    public void Line_NoRequest_IsAnErrorAndTheNextIsAnswered(string line, string error)
    {
        using ToolRun tool = new();
        string good = $$"""{"id": 2, {{Flags}}, "flagKey": "f", "now": 5}""";

        Assert.Equal(ExitCode.Findings, tool.RunOn($"{line}\n{good}\n", "eval", "--jsonl"));

        Assert.Equal(
            [
                $$"""{"id":null,"value":null,"variant":null,"reason":"ERROR","errorCode":"PARSE_ERROR","error":"line 1: {{error}}"}""",
                """{"id":2,"value":10.00,"variant":"a","reason":"DEFAULT","errorCode":null}""",
            ],
            tool.Lines);
    }

    [Fact]
    public void Line_ObjectThatIsNoRequest_KeepsItsId() =>
        Assert.StartsWith("{\"id\":7,\"value\":null,", Answer("{\"id\": 7}", ExitCode.Findings), StringComparison.Ordinal);

    [Theory]
    [InlineData("5", "flags(1,1): A manifest is an object with \\\"flags\\\"; found the number 5.")]
    [InlineData("{\"flags\": {\"f\": {\"variants\": {\"on\": true}, \"defaultVariant\": \"onn\"}}}", "flags(1,62): The flag has no variant 'onn'. Its variants are 'on'. Did you mean 'on'?")]
    public void Manifest_Refused_AnswersTheDefaultAndSaysWhy(string manifest, string error) => Assert.Equal(
        $$"""{"id":1,"value":1.0,"variant":null,"reason":"ERROR","errorCode":"PARSE_ERROR","error":"line 1: {{error}}"}""",
        Answer($$"""{"id": 1, "flags": {{manifest}}, "flagKey": "f", "default": 1.0}""", ExitCode.Findings));

    [Fact]
    public void Manifest_OtherThanOnTheLineBefore_IsTheOneThatCounts()
    {
        using ToolRun tool = new();
        string[] requests = [.. new[] { "1", "1", "2", "1" }.Select(value => $$"""{"flags": {"flags": {"f": {"flagType": "integer", "defaultValue": {{value}} } } }, "flagKey": "f"}""")];

        tool.RunOn(string.Join("\r\n", requests), "eval", "--jsonl");

        Assert.Equal(["1", "1", "2", "1"], tool.Lines.Select(line => line.Split("\"value\":")[1][..1]));
    }

    [Fact]
    public void Lines_Stream_AreAnsweredBeforeTheNextIsRead()
    {
        using ToolRun tool = new();
        using MemoryStream arrived = new();
        using StreamWriter output = new(arrived);
        WatchingReader input = new(arrived, $$"""{{{Flags}}, "flagKey": "f"}""");

        FlagsCommandLine.Run(["eval", "--jsonl"], new Surroundings(input, output, TextWriter.Null, tool.Folder, TimeProvider.System));

        Assert.Equal([0, 1, 2, 3], input.AnswersSeen);
    }

    private static string Answer(string request, ExitCode expected = ExitCode.Fine)
    {
        using ToolRun tool = new();

        Assert.Equal(expected, tool.RunOn(request, "eval", "--jsonl"));
        return Assert.Single(tool.Lines);
    }

    /// <summary>Gives a line three times and notes how many answers there were each time it was asked for one.</summary>
    private sealed class WatchingReader(MemoryStream output, string line) : TextReader
    {
        public List<int> AnswersSeen { get; } = [];

        public override string? ReadLine()
        {
            this.AnswersSeen.Add(output.ToArray().Count(c => c == '\n'));
            return this.AnswersSeen.Count <= 3 ? line : null;
        }
    }
}
