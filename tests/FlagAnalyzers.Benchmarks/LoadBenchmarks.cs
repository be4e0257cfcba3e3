using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace FlagAnalyzers.Benchmarks;

/// <summary>Loading a manifest of many flags, against what parsing the same bytes costs without looking at them.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private readonly FlagContext context = new("user-1") { Plan = "pro" };
    private byte[] bytes = [];

    [Params(1_000, 10_000)]
    public int FlagCount { get; set; }

    [GlobalSetup]
    public void MakeManifest() => this.bytes = Encoding.UTF8.GetBytes(ManyFlags.Text(this.FlagCount));

    [Benchmark(Baseline = true, Description = "JsonDocument.Parse")]
    public JsonValueKind ParseOnly()
    {
        using JsonDocument document = JsonDocument.Parse(this.bytes);
        return document.RootElement.ValueKind;
    }

    [Benchmark(Description = "FlagSnapshot.Parse")]
    public int Load() => FlagSnapshot.Parse(Encoding.UTF8.GetString(this.bytes)).Keys.Count;

    /// <summary>A flag is bound when it is first read; this is all of it.</summary>
    [Benchmark(Description = "and the first read of every flag")]
    public int LoadAndReadAll()
    {
        FlagSnapshot snapshot = FlagSnapshot.Parse(Encoding.UTF8.GetString(this.bytes));
        Flags flags = new(new FlagStore(snapshot), this.context);
        int on = 0;
        foreach (string key in snapshot.Keys)
        {
            on += flags.Evaluate<bool>(key).Value ? 1 : 0;
        }

        return on;
    }
}
