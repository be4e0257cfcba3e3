using System.Globalization;
using CsCheck;
using FlagAnalyzers.Evaluation;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Evaluation;

/// <summary>Random rules and contexts: what compiled code answers, the interpreter answers too.</summary>
public sealed class CompiledDifferentialTests
{
    private const int FlagsPerManifest = 50;
    private const int ContextsPerManifest = 50;
    private const int Batch = 10;

    /// <summary>How many evaluations are compared: 100,000, or what FLAGANALYZERS_FUZZ_CASES says. A seed other than the usual one: FLAGANALYZERS_FUZZ_SEED.</summary>
    private static int Cases => Setting("FLAGANALYZERS_FUZZ_CASES", 100_000);

    private static uint Seed => (uint)Setting("FLAGANALYZERS_FUZZ_SEED", 20261123);

    [Fact]
    public void Evaluate_PortableRules_CompiledIsInterpreted()
    {
        int compiled = AssertSame(PortableRules.Portable, Cases / 2, out int cases);

        Assert.Equal(cases, compiled);
    }

    [Fact]
    public void Evaluate_AnyRules_CompiledIsInterpreted()
    {
        int compiled = AssertSame(PortableRules.Wide, Cases / 2, out int cases);

        // Neither side may be missing from what was tried.
        Assert.InRange(compiled, cases / 4, cases - (cases / 20));
    }

    [Fact]
    public void Read_PortableRules_AllocatesNothing()
    {
        PCG random = new(7, Seed);
        using CompiledBatch batch = new([Manifest(PortableRules.Portable, random)]);

        Assert.Equal(0, batch.CountAllocations(0, Generate(PortableRules.TypedContexts, 20, random), PortableRules.Now));
    }

    private static int AssertSame(Gen<string> rules, int wanted, out int cases)
    {
        PCG random = new(7, Seed);
        List<string> differences = [];
        int compiled = 0;
        cases = 0;
        while (cases < wanted)
        {
            using CompiledBatch batch = new(Enumerable.Range(0, Batch).Select(_ => Manifest(rules, random)).ToList());
            for (int i = 0; i < batch.Count && cases < wanted; i++)
            {
                (IReadOnlyList<string> found, int answers) = batch.Compare(i, Generate(PortableRules.Contexts, ContextsPerManifest, random), PortableRules.Now);
                differences.AddRange(found.Select(difference => difference + "\n  " + RuleOf(batch.ManifestOf(i), difference)));
                compiled += answers;
                cases += FlagsPerManifest * ContextsPerManifest;
            }
        }

        Assert.True(differences.Count == 0, $"seed {Seed}: {differences.Count} of {cases} differ:\n{string.Join("\n", differences.Take(10))}");
        return compiled;
    }

    private static string RuleOf(string manifest, string difference) =>
        manifest.Split('\n').First(line => line.Contains('"' + difference.Split(' ')[0] + '"', StringComparison.Ordinal)).Trim();

    private static string Manifest(Gen<string> rules, PCG random) => PortableRules.Manifest(Generate(rules, FlagsPerManifest, random));

    private static string[] Generate(Gen<string> values, int count, PCG random) => [.. Enumerable.Range(0, count).Select(_ => values.Generate(random, null, out Size _))];

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : usual;
}
