using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace FlagAnalyzers.Benchmarks;

/// <summary>The first read of a process that has just started: each launch is a process, and measures one read. Compiled flags read nothing first; a store that
/// follows a file of 1,000 flags loads it, as Microsoft.FeatureManagement does.</summary>
/// <remarks>Nothing is said of memory: that is measured after the cold read, when everything is warm.
/// <c>dotnet run -c Release --project tests/FlagAnalyzers.Benchmarks -- --filter '*ColdRead*'</c></remarks>
[SimpleJob(RunStrategy.ColdStart, launchCount: 15, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class ColdReadBenchmarks
{
    // Not a constant: the flags of this project are others.
    private readonly string key = "flag-500".ToLowerInvariant();
    private string manifest = "";
    private byte[] configuration = [];

    [GlobalSetup]
    public void MakeManifest()
    {
        this.manifest = ManyFlags.Text(1_000);
        this.configuration = FeatureManagement.LargeConfiguration(1_000);
    }

    [Benchmark(Baseline = true, Description = "compiled, 5 flags")]
    public bool Compiled() => Flags.For(new FlagContext("user-1")).NewCheckout;

    [Benchmark(Description = "load 1,000 flags, read one")]
    public bool Loaded()
    {
        FlagStore store = new(FlagSnapshot.Parse(this.manifest));
        return new InterpretedFlags(store, new FlagContext("user-1")).Evaluate<bool>(this.key).Value;
    }

    [Benchmark(Description = "Microsoft.FeatureManagement, 1,000 flags, read one")]
    public bool FeatureManagementLoaded()
    {
        FeatureManagement.CurrentUser current = new() { User = new FeatureManagement.User { UserId = "user-1", Team = "pro" } };
        return FeatureManagement.Create(this.configuration, current).IsEnabledAsync(this.key).AsTask().GetAwaiter().GetResult();
    }
}
