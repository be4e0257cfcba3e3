using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Microsoft.FeatureManagement;

namespace FlagAnalyzers.Benchmarks;

/// <summary>Five reads for a thousand users in turn: by hand in C#, compiled, interpreted, and with Microsoft.FeatureManagement. Contexts and <see cref="Flags"/> are
/// made beforehand.</summary>
/// <remarks><c>dotnet run -c Release --project tests/FlagAnalyzers.Benchmarks -- --filter '*.ReadBenchmarks.*'</c></remarks>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ReadBenchmarks
{
    private const int Users = 1_000;

    private readonly FlagContext[] contexts = new FlagContext[Users];
    private readonly Flags[] flags = new Flags[Users];
    private readonly InterpretedFlags[] interpreted = new InterpretedFlags[Users];
    private readonly FeatureManagement.User[] users = new FeatureManagement.User[Users];
    private readonly FeatureManagement.CurrentUser current = new();
    private readonly IVariantFeatureManager manager;
    private int user;

    public ReadBenchmarks() => this.manager = FeatureManagement.Create(this.current);

    [GlobalSetup]
    public void MakeUsers()
    {
        FlagStore store = new(FlagSnapshot.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "flags.json"))));
        for (int i = 0; i < Users; i++)
        {
            FlagContext context = new($"user-{i:D6}-{i * 7919 % 10_000:D4}") { Plan = "pro", Team = "growth", Country = "DK", Age = 40 };
            this.contexts[i] = context;
            this.flags[i] = Flags.For(context);
            this.interpreted[i] = new InterpretedFlags(store, context);
            this.users[i] = new FeatureManagement.User { UserId = context.TargetingKey!, Plan = "pro", Team = "growth", Country = "DK", Age = 40 };
        }

        this.Check(store);
    }

    [BenchmarkCategory("1 plain switch")]
    [Benchmark(Baseline = true, Description = "by hand")]
    public bool PlainByHand() => this.Next() >= 0 & HandWritten.PlainSwitch;

    [BenchmarkCategory("1 plain switch")]
    [Benchmark(Description = "compiled")]
    public bool Plain() => this.flags[this.Next()].PlainSwitch;

    [BenchmarkCategory("1 plain switch")]
    [Benchmark(Description = "interpreted")]
    public bool PlainInterpreted() => this.interpreted[this.Next()].PlainSwitch;

    [BenchmarkCategory("1 plain switch")]
    [Benchmark(Description = "Microsoft.FeatureManagement")]
    public ValueTask<bool> PlainByFeatureManagement() => this.IsEnabled(Flags.Keys.PlainSwitch, this.users[this.Next()]);

    [BenchmarkCategory("2 one condition")]
    [Benchmark(Baseline = true, Description = "by hand")]
    public bool OneConditionByHand() => HandWritten.OneCondition(this.contexts[this.Next()]);

    [BenchmarkCategory("2 one condition")]
    [Benchmark(Description = "compiled")]
    public bool OneCondition() => this.flags[this.Next()].OneCondition;

    [BenchmarkCategory("2 one condition")]
    [Benchmark(Description = "interpreted")]
    public bool OneConditionInterpreted() => this.interpreted[this.Next()].OneCondition;

    [BenchmarkCategory("2 one condition")]
    [Benchmark(Description = "Microsoft.FeatureManagement")]
    public ValueTask<bool> OneConditionByFeatureManagement() => this.IsEnabled(Flags.Keys.OneCondition, this.users[this.Next()]);

    [BenchmarkCategory("3 rollout of 25 %")]
    [Benchmark(Baseline = true, Description = "by hand")]
    public bool RolloutByHand() => HandWritten.NewCheckout(this.contexts[this.Next()]);

    [BenchmarkCategory("3 rollout of 25 %")]
    [Benchmark(Description = "compiled")]
    public bool Rollout() => this.flags[this.Next()].NewCheckout;

    [BenchmarkCategory("3 rollout of 25 %")]
    [Benchmark(Description = "interpreted")]
    public bool RolloutInterpreted() => this.interpreted[this.Next()].NewCheckout;

    [BenchmarkCategory("3 rollout of 25 %")]
    [Benchmark(Description = "Microsoft.FeatureManagement")]
    public ValueTask<bool> RolloutByFeatureManagement() => this.IsEnabled(Flags.Keys.NewCheckout, this.users[this.Next()]);

    [BenchmarkCategory("4 three conditions, rollout")]
    [Benchmark(Baseline = true, Description = "by hand")]
    public bool ThreeConditionsByHand() => HandWritten.ThreeConditions(this.contexts[this.Next()]);

    [BenchmarkCategory("4 three conditions, rollout")]
    [Benchmark(Description = "compiled")]
    public bool ThreeConditions() => this.flags[this.Next()].ThreeConditions;

    [BenchmarkCategory("4 three conditions, rollout")]
    [Benchmark(Description = "interpreted")]
    public bool ThreeConditionsInterpreted() => this.interpreted[this.Next()].ThreeConditions;

    [BenchmarkCategory("4 three conditions, rollout")]
    [Benchmark(Description = "Microsoft.FeatureManagement")]
    public ValueTask<bool> ThreeConditionsByFeatureManagement() => this.IsEnabled(Flags.Keys.ThreeConditions, this.users[this.Next()]);

    [BenchmarkCategory("5 three variants")]
    [Benchmark(Baseline = true, Description = "by hand")]
    public Flags.ThreeVariantsVariant ThreeVariantsByHand() => HandWritten.ThreeVariants(this.contexts[this.Next()]);

    [BenchmarkCategory("5 three variants")]
    [Benchmark(Description = "compiled")]
    public Flags.ThreeVariantsVariant ThreeVariants() => this.flags[this.Next()].ThreeVariants;

    [BenchmarkCategory("5 three variants")]
    [Benchmark(Description = "interpreted")]
    public Flags.ThreeVariantsVariant ThreeVariantsInterpreted() => this.interpreted[this.Next()].ThreeVariants;

    [BenchmarkCategory("5 three variants")]
    [Benchmark(Description = "Microsoft.FeatureManagement")]
    public ValueTask<Variant> ThreeVariantsByFeatureManagement() => this.GetVariant(this.users[this.Next()]);

    private int Next()
    {
        int next = this.user + 1;
        return this.user = next == Users ? 0 : next;
    }

    private ValueTask<bool> IsEnabled(string key, FeatureManagement.User user)
    {
        this.current.User = user;
        return this.manager.IsEnabledAsync(key);
    }

    private ValueTask<Variant> GetVariant(FeatureManagement.User user)
    {
        this.current.User = user;
        return this.manager.GetVariantAsync(Flags.Keys.ThreeVariants);
    }

    /// <summary>All sides must measure the same rules; Microsoft.FeatureManagement hashes otherwise, so of its rollouts only shares are the same.</summary>
    private void Check(FlagStore store)
    {
        int rollout = 0;
        int conditions = 0;
        int sticky = 0;
        for (int i = 0; i < Users; i++)
        {
            FeatureManagement.User user = this.users[i];
            RequireSame(this.flags[i], this.interpreted[i], this.contexts[i]);
            Require(this.flags[i].PlainSwitch && this.flags[i].OneCondition && this.flags[i].Evaluate<bool>(Flags.Keys.NewCheckout).IsCompiled);
            Require(this.IsEnabled(Flags.Keys.PlainSwitch, user).Result && this.IsEnabled(Flags.Keys.OneCondition, user).Result);
            rollout += this.IsEnabled(Flags.Keys.NewCheckout, user).Result ? 1 : 0;
            conditions += this.IsEnabled(Flags.Keys.ThreeConditions, user).Result ? 1 : 0;
            sticky += this.GetVariant(user).Result.Name == "sticky" ? 1 : 0;

            // Somebody for whom one condition fails, another one each time.
            (string plan, string team, string country, int age) = (i % 3 == 0 ? "free" : "pro", "support", i % 3 == 1 ? "US" : "DK", i % 3 == 2 ? 17 : 40);
            FlagContext other = new(user.UserId) { Plan = plan, Team = team, Country = country, Age = age };
            FeatureManagement.User otherUser = new() { UserId = user.UserId, Plan = plan, Team = team, Country = country, Age = age };
            Flags otherFlags = Flags.For(other);
            RequireSame(otherFlags, new InterpretedFlags(store, other), other);
            Require(!otherFlags.OneCondition && !otherFlags.ThreeConditions);
            Require(!this.IsEnabled(Flags.Keys.OneCondition, otherUser).Result && !this.IsEnabled(Flags.Keys.ThreeConditions, otherUser).Result);
        }

        Require(rollout is > 180 and < 320 && conditions is > 180 and < 320 && sticky is > 180 and < 320);
    }

    private static void RequireSame(Flags compiled, InterpretedFlags interpreted, FlagContext context)
    {
        Require(compiled.PlainSwitch == HandWritten.PlainSwitch && interpreted.PlainSwitch == HandWritten.PlainSwitch);
        Require(compiled.OneCondition == HandWritten.OneCondition(context) && interpreted.OneCondition == compiled.OneCondition);
        Require(compiled.NewCheckout == HandWritten.NewCheckout(context) && interpreted.NewCheckout == compiled.NewCheckout);
        Require(compiled.ThreeConditions == HandWritten.ThreeConditions(context) && interpreted.ThreeConditions == compiled.ThreeConditions);
        Require(compiled.ThreeVariants == HandWritten.ThreeVariants(context) && interpreted.ThreeVariants == compiled.ThreeVariants);
    }

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("The sides do not measure the same rule.");
        }
    }
}
