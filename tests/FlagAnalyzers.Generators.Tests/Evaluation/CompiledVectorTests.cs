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

    /// <summary>The edge cases of JsonLogic: what is compiled of them means what the interpreter makes of it, which MatrixTests hold against the daemon.</summary>
    [Fact]
    public void Evaluate_Matrix_CompiledIsInterpreted()
    {
        List<(string Rule, string Context)> rows = [];
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Conformance", "jsonlogic-matrix.md")))
        {
            string[] cells = line.Split(" | ");
            if (line.StartsWith("| ", StringComparison.Ordinal) && cells.Length == 6 && cells[1].StartsWith('`'))
            {
                rows.Add((cells[1].Trim('`'), cells[2].Trim('`')));
            }
        }

        Assert.Equal(242, rows.Count);
        using CompiledBatch batch = new(rows.Select(static row => $$"""
            { "flags": {
              "direct": { "state": "ENABLED", "variants": { "on": "ON", "off": "OFF", "true": "T", "false": "F", "1": "ONE", "a": "A" }, "defaultVariant": "off", "targeting": {{row.Rule}} },
              "asked": { "state": "ENABLED", "variants": { "on": "ON", "off": "OFF" }, "defaultVariant": "off", "targeting": { "if": [{{row.Rule}}, "on", null] } }
            } }
            """));
        int compiled = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            (IReadOnlyList<string> differences, int answers) = batch.Compare(i, [rows[i].Context], 1_700_000_000);
            compiled += answers;
            Assert.True(differences.Count == 0, $"{rows[i].Rule}: {string.Join("; ", differences)}");
        }

        Assert.InRange(compiled, rows.Count / 4, rows.Count * 2);
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
        int notCompared = 0;
        foreach (string[] chunk in lines.Chunk(BatchSize))
        {
            List<JsonElement> vectors = [.. chunk.Select(static line => JsonDocument.Parse(line).RootElement)];
            using CompiledBatch batch = new(vectors.Select(static vector => vector.GetProperty("flags").GetRawText()));
            for (int i = 0; i < vectors.Count; i++)
            {
                bool isCompiled = !batch.SourceOf(i).Contains("Interpreted, not compiled", StringComparison.Ordinal);
                string? found = Evaluate(batch, i, vectors[i], isCompiled);
                if (found is null)
                {
                    notCompared++;
                }
                else if (found.Length > 0)
                {
                    differences.Add($"{vectors[i].GetProperty("id")}: expected {vectors[i].GetProperty("expect").GetRawText()}, found {found}");
                }

                if (!isCompiled)
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
        Assert.True(notCompiled < lines.Count / 8 && notCompared < lines.Count / 8, $"{notCompiled} not compiled, {notCompared} not compared, of {lines.Count}");
    }

    /// <summary>Nothing where it is as expected; null where generated code cannot be asked so.</summary>
    private static string? Evaluate(CompiledBatch batch, int index, JsonElement vector, bool isCompiled)
    {
        JsonElement expect = vector.GetProperty("expect");
        string key = vector.GetProperty("flagKey").GetString()!;
        JsonElement flags = vector.GetProperty("flags");
        if (!flags.GetProperty("flags").TryGetProperty(key, out _))
        {
            // A flag that is not there is not generated; FlagSetTests read one by its key.
            return null;
        }

        string found = batch.Evaluate(
            index,
            key,
            vector.GetProperty("type").GetString()!,
            vector.GetProperty("default").GetRawText(),
            vector.GetProperty("context").GetRawText(),
            vector.GetProperty("now").GetInt64());
        if (!found.Contains('|', StringComparison.Ordinal))
        {
            // Asked for as another type a generated flag says so, whatever else is wrong; flagd says that first.
            return found != "TYPE_MISMATCH" ? found : expect.GetProperty("errorCode").GetString() == found ? "" : null;
        }

        string[] parts = found.Split('|');
        bool isObject = vector.GetProperty("type").GetString() == "object";
        bool isSame = (isObject || AreEqual(expect.GetProperty("value"), parts[0]))
            && (expect.GetProperty("variant").GetString() ?? "null") == parts[1]
            && expect.GetProperty("reason").GetString() == parts[2]
            && (expect.GetProperty("errorCode").GetString() ?? "null") == parts[3]
            && parts[4] == (isCompiled ? "True" : "False")
            && parts[5] == "True";
        return isSame ? "" : found;
    }

    private static bool AreEqual(JsonElement expected, string found)
    {
        using JsonDocument document = JsonDocument.Parse(found);
        return expected.ValueKind == JsonValueKind.Number && document.RootElement.ValueKind == JsonValueKind.Number
            ? expected.GetDouble() == document.RootElement.GetDouble()
            : expected.ToString() == document.RootElement.ToString();
    }
}
