using System.Diagnostics;
using System.Text.Json;
using CsCheck;
using FlagAnalyzers.Conformance;
using FlagAnalyzers.Evaluation;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers.FlagdCore;

/// <summary>Random portable rules: what flagd's evaluator for JavaScript answers (npm, @openfeature/flagd-core), the interpreter answers too.</summary>
public sealed class FlagdCoreTests
{
    private const int FlagsPerManifest = 50;
    private const int ContextsPerManifest = 10;
    private const int Cases = 20_000;
    private const uint Seed = 20261123;

    [FlagdCoreFact]
    public async Task Evaluate_PortableRules_AgreesWithFlagdCore()
    {
        PCG random = new(7, Seed);
        using Process node = FlagdCoreProcess.Start();
        List<string> differences = [];
        for (int cases = 0; cases < Cases; cases += FlagsPerManifest * ContextsPerManifest)
        {
            // Texts of every kind where nothing hashes or orders them, plain ones in the other half.
            bool isPlain = cases < Cases / 2;
            string manifest = PortableRules.Manifest(Generate(PortableRules.Portable.Where(isPlain ? IsPlain : ComparesOnly), FlagsPerManifest, random));
            string[] contexts = Generate(isPlain ? PortableRules.TypedContexts.Where(IsPlain) : PortableRules.TypedContexts, ContextsPerManifest, random);
            differences.AddRange(await CompareAsync(node, manifest, contexts));
        }

        node.StandardInput.Close();
        await node.WaitForExitAsync();

        Assert.Equal("", await node.StandardError.ReadToEndAsync());
        Assert.True(differences.Count == 0, $"seed {Seed}: {differences.Count} of {Cases} differ:\n{string.Join("\n", differences.Take(10))}");
    }

    private static async Task<List<string>> CompareAsync(Process node, string manifest, string[] contexts)
    {
        FlagSnapshot snapshot = FlagSnapshot.Parse(manifest);
        List<(string Key, string Context)> cases = [.. contexts.SelectMany(context => snapshot.Keys.Select(key => (key, context)))];
        IEnumerable<string> lines = cases.Select(one => $$"""{"key":"{{one.Key}}","type":"{{TypeOf(one.Key).Name}}","default":{{TypeOf(one.Key).Default}},"context":{{one.Context}}}""");
        string request = $$"""{"manifest":{{manifest}},"now":{{PortableRules.Now}},"cases":[{{string.Join(",", lines)}}]}""";
        await node.StandardInput.WriteLineAsync(request.ReplaceLineEndings(" "));
        await node.StandardInput.FlushAsync();
        List<string> differences = [];
        foreach ((string key, string context) in cases)
        {
            string? answer = await node.StandardOutput.ReadLineAsync();
            Assert.NotNull(answer);
            using JsonDocument json = JsonDocument.Parse(context);
            (_, FlagType type, string codeDefault) = TypeOf(key);
            JsonValue fallback = codeDefault == "false" ? JsonValue.False : codeDefault[0] == '"' ? JsonValue.StringFrom(codeDefault.Trim('"')) : JsonValue.NumberFrom(codeDefault);
            JsonEvaluation evaluation = snapshot.Evaluate(key, type, fallback, JsonContext.Open(json.RootElement), PortableRules.Now);
            if (!IsSame(answer, evaluation))
            {
                string rule = manifest.Split('\n').First(line => line.Contains($"\"{key}\"", StringComparison.Ordinal)).Trim();
                differences.Add($"{key} in {context}: flagd-core {answer}, interpreted {evaluation.Value} {evaluation.Variant} {evaluation.Reason} {evaluation.ErrorCode}\n  {rule}");
            }
        }

        return differences;
    }

    private static bool IsSame(string answer, JsonEvaluation evaluation)
    {
        using JsonDocument json = JsonDocument.Parse(answer);
        JsonElement value = json.RootElement.GetProperty("value");
        bool isSameValue = evaluation.Value is { } own
            && (own.Kind == JsonKind.Number ? value.ValueKind == JsonValueKind.Number && value.GetDouble() == own.Number
                : own.Kind == JsonKind.String ? value.ValueKind == JsonValueKind.String && value.GetString() == own.Text
                : value.GetRawText() == own.Text);
        return isSameValue
            && json.RootElement.GetProperty("variant").GetString() == evaluation.Variant
            && json.RootElement.GetProperty("reason").GetString() == evaluation.Reason
            && json.RootElement.GetProperty("errorCode").GetString() == evaluation.ErrorCode;
    }

    /// <summary>See <see cref="PortableRules.FlagOf"/>.</summary>
    private static (string Name, FlagType Type, string Default) TypeOf(string key) => (int.Parse(key["flag-".Length..], System.Globalization.CultureInfo.InvariantCulture) % 4) switch
    {
        0 => ("boolean", FlagType.Boolean, "false"),
        1 => ("string", FlagType.String, "\"CODE\""),
        _ => ("number", FlagType.Float, "-1.5"),
    };

    /// <summary>The evaluator for JavaScript hashes characters beyond ASCII otherwise than the daemon, orders some of them otherwise, and leaves white space at the
    /// ends of what <c>cat</c> gives.</summary>
    private static bool IsPlain(string json) =>
        !json.Replace("\\u002B", "+", StringComparison.Ordinal).Contains("\\u", StringComparison.Ordinal) && !json.Contains("\" pro \"", StringComparison.Ordinal);

    private static bool ComparesOnly(string rule) =>
        !rule.Contains("fractional", StringComparison.Ordinal) && !rule.Contains("\"<", StringComparison.Ordinal) && !rule.Contains("\">", StringComparison.Ordinal);

    private static string[] Generate(Gen<string> values, int count, PCG random) => [.. Enumerable.Range(0, count).Select(_ => values.Generate(random, null, out Size _))];
}
