using System.Globalization;
using System.Text.Json;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Evaluation;

/// <summary>What flagd makes of the vectors, generated and compiled flags make of them too.</summary>
public sealed class CompiledVectorTests
{
    private const int BatchSize = 500;

    [Theory]
    [InlineData("portable-vectors.jsonl", 5000, 1)]
    [InlineData("outcome-vectors.jsonl", 600, 1)]
    public void Evaluate_Vectors_AgreesWithFlagd(string file, int count, int step) => AssertAgree(ReadLines(file, count, step), isPortable: file.StartsWith("portable", StringComparison.Ordinal));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    public void Evaluate_OtherCulture_AgreesWithFlagd(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal("1,5", 1.5.ToString(CultureInfo.CurrentCulture));
            AssertAgree(ReadLines("portable-vectors.jsonl", 5000, step: 20), isPortable: true);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static List<string> ReadLines(string file, int count, int step)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Conformance", file));
        Assert.Equal(count, lines.Length);
        return [.. lines.Where((_, i) => i % step == 0)];
    }

    private static void AssertAgree(List<string> lines, bool isPortable)
    {
        List<string> differences = [];
        int notCompiled = 0;
        int otherTypes = 0;
        foreach (string[] chunk in lines.Chunk(BatchSize))
        {
            List<JsonElement> vectors = [.. chunk.Select(static line => JsonDocument.Parse(line).RootElement)];
            using CompiledBatch batch = new(vectors.Select(static vector => vector.GetProperty("flags").GetRawText()));
            for (int i = 0; i < vectors.Count; i++)
            {
                string? found = Evaluate(batch, i, vectors[i]);
                if (found == "other type")
                {
                    otherTypes++;
                }
                else if (found is not null)
                {
                    differences.Add($"{vectors[i].GetProperty("id")}: expected {vectors[i].GetProperty("expect").GetRawText()}, found {found}");
                }

                if (batch.SourceOf(i).Contains("Interpreted, not compiled", StringComparison.Ordinal))
                {
                    notCompiled++;
                    if (isPortable)
                    {
                        string reason = batch.SourceOf(i).Split('\n').First(static line => line.Contains("Interpreted, not compiled", StringComparison.Ordinal));
                        differences.Add($"{vectors[i].GetProperty("id")} is not compiled: {reason.Trim()}");
                    }
                }
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join("\n", differences.Take(20))}");
        Assert.True(notCompiled + otherTypes < lines.Count / 5, $"{notCompiled} not compiled, {otherTypes} asked for as another type, of {lines.Count}");
    }

    /// <summary>Null where it is as expected.</summary>
    private static string? Evaluate(CompiledBatch batch, int index, JsonElement vector)
    {
        JsonElement expect = vector.GetProperty("expect");
        string key = vector.GetProperty("flagKey").GetString()!;
        JsonElement flags = vector.GetProperty("flags");
        if (!flags.GetProperty("flags").TryGetProperty(key, out _))
        {
            // A flag that is not there has no property; FlagSetTests read it by its key.
            return null;
        }

        string found = batch.Evaluate(
            index,
            key,
            vector.GetProperty("type").GetString()!,
            vector.GetProperty("default").GetRawText(),
            vector.GetProperty("context").GetRawText(),
            vector.GetProperty("now").GetInt64());
        if (found == "other type")
        {
            return found;
        }

        string[] parts = found.Split('|');
        bool isObject = vector.GetProperty("type").GetString() == "object";
        bool isSame = (isObject || AreEqual(expect.GetProperty("value"), parts[0]))
            && (expect.GetProperty("variant").GetString() ?? "null") == parts[1]
            && expect.GetProperty("reason").GetString() == parts[2]
            && (expect.GetProperty("errorCode").GetString() ?? "null") == parts[3]
            && parts[5] == "True";
        return isSame ? null : found;
    }

    private static bool AreEqual(JsonElement expected, string found)
    {
        using JsonDocument document = JsonDocument.Parse(found);
        return expected.ValueKind == JsonValueKind.Number && document.RootElement.ValueKind == JsonValueKind.Number
            ? expected.GetDouble() == document.RootElement.GetDouble()
            : expected.ToString() == document.RootElement.ToString();
    }
}
