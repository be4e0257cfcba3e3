using BenchmarkDotNet.Attributes;

namespace FlagAnalyzers.Benchmarks;

/// <summary>How long an override takes until it is in force, in a store of 1,000 flags; and how long a changed file takes from its text to that.</summary>
/// <remarks><c>dotnet run -c Release --project tests/FlagAnalyzers.Benchmarks -- --filter '*.OverrideBenchmarks.*'</c></remarks>
[MemoryDiagnoser]
public class OverrideBenchmarks
{
    private readonly FlagStore store = new(FlagSnapshot.Parse(ManyFlags.Text(1_000)));
    private readonly string one = ManyFlags.Text(1_000);
    private readonly string other = ManyFlags.Text(1_000).Replace("\"on\", 10", "\"on\", 11", StringComparison.Ordinal);
    private bool isOther;

    [Benchmark(Description = "override a flag, end it")]
    public void Override() => this.store.Override("flag-500", "on").Dispose();

    [Benchmark(Description = "put a changed manifest in force")]
    public bool Update()
    {
        this.isOther = !this.isOther;
        return this.store.TryUpdate(this.isOther ? this.other : this.one, out _);
    }
}
