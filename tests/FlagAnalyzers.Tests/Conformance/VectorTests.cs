using System.Text.Json;

namespace FlagAnalyzers.Conformance;

public sealed class VectorTests
{
    [Theory]
    [InlineData("portable-vectors.jsonl", 5000)]
    [InlineData("outcome-vectors.jsonl", 600)]
    public void Evaluate_AttributesOfTheOpenBag_AgreesWithFlagd(string file, int count) => AssertAll(file, count, JsonContext.Open);

    [Theory]
    [InlineData("portable-vectors.jsonl", 5000)]
    [InlineData("outcome-vectors.jsonl", 600)]
    public void Evaluate_DeclaredAttributes_AgreesWithFlagd(string file, int count) => AssertAll(file, count, JsonContext.Declared);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    public void Evaluate_OtherCulture_AgreesWithFlagd(string culture) => ConformanceFile.RunIn(culture, static () =>
    {
        AssertAll("portable-vectors.jsonl", 5000, JsonContext.Open);
        AssertAll("outcome-vectors.jsonl", 600, JsonContext.Open);
    });

    private static void AssertAll(string file, int count, Func<JsonElement, EvaluationContext> createContext)
    {
        List<string> lines = ConformanceFile.ReadLines(file).ToList();
        List<string> differences = [.. lines.Select(line => new EvaluationVector(line).Difference(createContext)).OfType<string>()];

        Assert.Equal(count, lines.Count);
        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join("\n", differences.Take(10))}");
    }
}
