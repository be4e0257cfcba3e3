using System.Text.Json;
using CsCheck;
using FlagAnalyzers.Conformance;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers.Evaluation;

/// <summary>Random rules are worth something only if they use every operator and do not all give the same.</summary>
public sealed class PortableRulesTests
{
    private static readonly string[] Portable =
    [
        "if", "and", "or", "!", "!!", "==", "!=", "===", "!==", "<", "<=", ">", ">=", "+", "-", "*", "in", "starts_with", "ends_with", "sem_ver", "fractional", "cat", "var", "$ref",
    ];

    [Fact]
    public void Portable_ManyRules_UseEveryOperatorAndGiveEveryOutcome() => AssertVaried(PortableRules.Portable, Portable, ["TARGETING_MATCH", "DEFAULT", "DISABLED"]);

    [Fact]
    public void Wide_ManyRules_UseMoreAndFailToo() =>
        AssertVaried(PortableRules.Wide, [.. Portable, "/", "%", "min", "max", "some", "all", "none"], ["TARGETING_MATCH", "DEFAULT", "PARSE_ERROR", "GENERAL"]);

    private static void AssertVaried(Gen<string> rules, string[] operators, string[] outcomes)
    {
        PCG random = new(7, 20261123);
        string[] generated = [.. Enumerable.Range(0, 2_000).Select(_ => rules.Generate(random, null, out Size _))];
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (string[] chunk in generated.Chunk(50))
        {
            FlagSnapshot snapshot = FlagSnapshot.Parse(PortableRules.Manifest(chunk));
            using JsonDocument context = JsonDocument.Parse(PortableRules.Contexts.Generate(random, null, out Size _));
            foreach (string key in snapshot.Keys)
            {
                JsonEvaluation evaluation = snapshot.Evaluate(key, snapshot.Find(key)!.Type, null, JsonContext.Open(context.RootElement), PortableRules.Now);
                foreach (string name in new[] { evaluation.ErrorCode ?? evaluation.Reason, "variant " + evaluation.Variant })
                {
                    counts[name] = counts.GetValueOrDefault(name) + 1;
                }
            }
        }

        Assert.All(operators, name => Assert.True(generated.Count(rule => rule.Contains($"\"{name}\":", StringComparison.Ordinal)) >= 20, name));
        Assert.All(outcomes, name => Assert.True(counts.GetValueOrDefault(name) >= 10, $"{name}: {counts.GetValueOrDefault(name)}"));
        Assert.All(["on", "off", "c", "true", "false"], name => Assert.InRange(counts.GetValueOrDefault("variant " + name), 100, 1_000));
    }
}
