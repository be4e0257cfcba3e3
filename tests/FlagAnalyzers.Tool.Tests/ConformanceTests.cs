using System.Globalization;
using System.Text.Json;

namespace FlagAnalyzers.Tool;

/// <summary>The vectors that the interpreter is held against, through the command.</summary>
public sealed class ConformanceTests
{
    [Theory]
    [InlineData("portable-vectors.jsonl", 5000)]
    [InlineData("outcome-vectors.jsonl", 600)]
    public void JsonLines_Vectors_AgreeWithFlagd(string file, int count) => AssertAll(file, count);

    [Fact]
    public void JsonLines_OtherCulture_AgreesWithFlagd()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("sv-SE");

            // Without culture data the test would say nothing.
            Assert.Equal("1,5", 1.5.ToString(CultureInfo.CurrentCulture));
            AssertAll("outcome-vectors.jsonl", 600);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void AssertAll(string file, int count)
    {
        string[] requests = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Conformance", file));
        using ToolRun tool = new();

        Assert.Equal(ExitCode.Fine, tool.RunOn(string.Join('\n', requests), "eval", "--jsonl"));

        Assert.Equal(count, requests.Length);
        Assert.Equal(count, tool.Lines.Length);
        List<string> differences = [.. requests.Zip(tool.Lines, Difference).OfType<string>()];
        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join("\n", differences.Take(10))}");
    }

    private static string? Difference(string request, string answer)
    {
        using JsonDocument asked = JsonDocument.Parse(request);
        using JsonDocument answered = JsonDocument.Parse(answer);
        JsonElement expected = asked.RootElement.GetProperty("expect");
        bool isSame = new[] { "value", "variant", "reason", "errorCode" }.All(name => JsonElement.DeepEquals(expected.GetProperty(name), answered.RootElement.GetProperty(name)))
            && JsonElement.DeepEquals(asked.RootElement.GetProperty("id"), answered.RootElement.GetProperty("id"))
            && answered.RootElement.EnumerateObject().Count() == 5;
        return isSame ? null : $"expected {expected.GetRawText()}, found {answer}";
    }
}
