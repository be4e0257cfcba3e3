using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace FlagAnalyzers.Benchmarks;

/// <summary>Five reads for a thousand users in turn, each interpreted and written by hand. The context and the <see cref="Flags"/> are made beforehand.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ReadBenchmarks
{
    private const int Users = 1_000;

    private readonly FlagContext[] contexts = new FlagContext[Users];
    private readonly Flags[] flags = new Flags[Users];
    private int user;

    [GlobalSetup]
    public void MakeUsers()
    {
        for (int i = 0; i < Users; i++)
        {
            this.contexts[i] = new FlagContext($"user-{i:D6}-{i * 7919 % 10_000:D4}") { Plan = "pro", Team = "growth", Country = "DK", Age = 40 };
            this.flags[i] = Flags.For(this.contexts[i]);
            if (this.flags[i].NewCheckout != HandWritten.NewCheckout(this.contexts[i])
                || this.flags[i].ThreeConditions != HandWritten.ThreeConditions(this.contexts[i])
                || this.flags[i].ThreeVariants != HandWritten.ThreeVariants(this.contexts[i]))
            {
                throw new InvalidOperationException("The two sides do not measure the same rule.");
            }
        }
    }

    [BenchmarkCategory("1 plain switch")]
    [Benchmark(Baseline = true, Description = "by hand")]
    public bool PlainByHand() => this.Next() >= 0 & HandWritten.PlainSwitch;

    [BenchmarkCategory("1 plain switch")]
    [Benchmark(Description = "interpreted")]
    public bool Plain() => this.flags[this.Next()].PlainSwitch;

    [BenchmarkCategory("2 one condition")]
    [Benchmark(Baseline = true, Description = "by hand")]
    public bool OneConditionByHand() => HandWritten.OneCondition(this.contexts[this.Next()]);

    [BenchmarkCategory("2 one condition")]
    [Benchmark(Description = "interpreted")]
    public bool OneCondition() => this.flags[this.Next()].OneCondition;

    [BenchmarkCategory("3 rollout of 25 %")]
    [Benchmark(Baseline = true, Description = "by hand")]
    public bool RolloutByHand() => HandWritten.NewCheckout(this.contexts[this.Next()]);

    [BenchmarkCategory("3 rollout of 25 %")]
    [Benchmark(Description = "interpreted")]
    public bool Rollout() => this.flags[this.Next()].NewCheckout;

    [BenchmarkCategory("4 three conditions, rollout")]
    [Benchmark(Baseline = true, Description = "by hand")]
    public bool ThreeConditionsByHand() => HandWritten.ThreeConditions(this.contexts[this.Next()]);

    [BenchmarkCategory("4 three conditions, rollout")]
    [Benchmark(Description = "interpreted")]
    public bool ThreeConditions() => this.flags[this.Next()].ThreeConditions;

    [BenchmarkCategory("5 three variants")]
    [Benchmark(Baseline = true, Description = "by hand")]
    public Flags.ThreeVariantsVariant ThreeVariantsByHand() => HandWritten.ThreeVariants(this.contexts[this.Next()]);

    [BenchmarkCategory("5 three variants")]
    [Benchmark(Description = "interpreted")]
    public Flags.ThreeVariantsVariant ThreeVariants() => this.flags[this.Next()].ThreeVariants;

    private int Next()
    {
        int next = this.user + 1;
        return this.user = next == Users ? 0 : next;
    }
}
