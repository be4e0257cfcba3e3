using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Writing;

public sealed class ManifestEditorTests
{
    [Theory]
    [InlineData("{\n  \"flags\": {\n    \"a\": { \"x\": 1 }\n  }\n}\n", "{\n  \"flags\": {\n    \"a\": { \"x\": 1 },\n    \"b\": {\n      \"flagType\": \"boolean\",\n      \"defaultValue\": false\n    }\n  }\n}\n")]
    [InlineData("{\r\n\t\"flags\": {\r\n\t\t\"a\": {}, // last\r\n\t}\r\n}", "{\r\n\t\"flags\": {\r\n\t\t\"a\": {}, // last\r\n\t\t\"b\": {\r\n\t\t\t\"flagType\": \"boolean\",\r\n\t\t\t\"defaultValue\": false\r\n\t\t},\r\n\t}\r\n}")]
    [InlineData("{\n  \"flags\": {\n    \"a\": {} // last\n  }\n}", "{\n  \"flags\": {\n    \"a\": {}, // last\n    \"b\": {\n      \"flagType\": \"boolean\",\n      \"defaultValue\": false\n    }\n  }\n}")]
    [InlineData("{\n  \"flags\": {}\n}", "{\n  \"flags\": {\n    \"b\": {\n      \"flagType\": \"boolean\",\n      \"defaultValue\": false\n    }\n  }\n}")]
    [InlineData("{\n  \"flags\": {\n  }\n}", "{\n  \"flags\": {\n    \"b\": {\n      \"flagType\": \"boolean\",\n      \"defaultValue\": false\n    }\n  }\n}")]
    [InlineData("{\"flags\":{\"a\":{}}}", "{\"flags\":{\"a\":{},\n  \"b\": {\n    \"flagType\": \"boolean\",\n    \"defaultValue\": false\n  }\n}}")]
    [InlineData("{\n  \"metadata\": {}\n}", "{\n  \"metadata\": {},\n  \"flags\": {\n    \"b\": {\n      \"flagType\": \"boolean\",\n      \"defaultValue\": false\n    }\n  }\n}")]
    [InlineData("", "{\n  \"flags\": {\n    \"b\": {\n      \"flagType\": \"boolean\",\n      \"defaultValue\": false\n    }\n  }\n}\n")]
    public void InsertFlags_AnyStyle_StaysInStyle(string text, string expected)
    {
        Assert.Equal(expected, Apply(text, ManifestEditor.InsertFlags(text, [("b", FlagType.Boolean)])));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{ \"flags\": [] }")]
    [InlineData("{ \"flags\": {")]
    public void InsertFlags_NoPlaceForAFlag_NoEdit(string text) => Assert.Empty(ManifestEditor.InsertFlags(text, [("b", FlagType.Boolean)]));

    [Fact]
    public void InsertFlags_Several_AreReadBack()
    {
        const string Text = "{ \"flags\": { \"a\": { \"flagType\": \"boolean\", \"defaultValue\": true } } }";

        string result = Apply(Text, ManifestEditor.InsertFlags(Text, [("quote\" \\ \n", FlagType.Integer), ("übung 🚀", FlagType.String), ("o", FlagType.Object)]));

        Reading.ManifestReading reading = Reading.ManifestReader.Read(result);
        Assert.DoesNotContain(reading.Issues, issue => issue.Id != "FLAG1008");
        Assert.Equal(["a", "quote\" \\ \n", "übung 🚀", "o"], reading.Manifest.Flags.Select(flag => flag.Key));
    }

    private static string Apply(string text, IEnumerable<TextEdit> edits) =>
        edits.OrderByDescending(edit => edit.Range.Start).Aggregate(text, (current, edit) => current.Remove(edit.Range.Start, edit.Range.Length).Insert(edit.Range.Start, edit.NewText));
}
