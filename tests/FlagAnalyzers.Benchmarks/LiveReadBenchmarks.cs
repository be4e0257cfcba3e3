using System.Diagnostics.Metrics;
using BenchmarkDotNet.Attributes;

namespace FlagAnalyzers.Benchmarks;

/// <summary>What following files and addresses costs a read: the same rollout from a store that follows nothing, from one that watches a file and polls an address,
/// from one in which another flag is overridden, and while somebody listens.</summary>
/// <remarks><c>dotnet run -c Release --project tests/FlagAnalyzers.Benchmarks -- --filter '*.LiveReadBenchmarks.*'</c></remarks>
[MemoryDiagnoser]
public class LiveReadBenchmarks : IDisposable
{
    private const int Users = 1_000;

    private readonly string folder = Directory.CreateTempSubdirectory("flags-").FullName;
    private readonly MeterListener listener = new();
    private Flags[] still = [];
    private Flags[] followed = [];
    private Flags[] overridden = [];
    private Flags[] observed = [];
    private FlagStore? store;
    private int user;

    [GlobalSetup]
    public void MakeFlags()
    {
        this.still = Make(Flags.CreateStore());

        string path = Path.Combine(this.folder, "flags.json");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "flags.json"), path);
        this.store = Flags.CreateStore();
        this.store.AddSource(new FileFlagSource(path));

        // Nobody answers there, so that the source tries again and again.
        this.store.AddSource(new HttpFlagSource(new Uri("http://127.0.0.1:9/flags.json")));
        this.followed = Make(this.store);

        FlagStore changed = Flags.CreateStore();
        _ = changed.Override(Flags.Keys.PlainSwitch, "off");
        this.overridden = Make(changed);

        this.listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "FlagAnalyzers")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        this.listener.SetMeasurementEventCallback<long>(static (_, _, _, _) => { });
        this.listener.Start();
        this.observed = Make(this.store);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        this.listener.Dispose();
        this.store?.Dispose();
        if (Directory.Exists(this.folder))
        {
            Directory.Delete(this.folder, recursive: true);
        }
    }

    [Benchmark(Baseline = true, Description = "follows nothing")]
    public bool Still() => this.still[this.Next()].NewCheckout;

    [Benchmark(Description = "file watched, address polled")]
    public bool Followed() => this.followed[this.Next()].NewCheckout;

    [Benchmark(Description = "another flag overridden")]
    public bool Overridden() => this.overridden[this.Next()].NewCheckout;

    [Benchmark(Description = "somebody listens")]
    public bool Observed() => this.observed[this.Next()].NewCheckout;

    [Benchmark(Description = "new Flags and a read")]
    public bool ForEachRequest() => Flags.For(Context(this.Next())).NewCheckout;

    private static Flags[] Make(FlagStore store)
    {
        Flags[] flags = new Flags[Users];
        for (int i = 0; i < Users; i++)
        {
            flags[i] = new Flags(store, Context(i));
        }

        return flags;
    }

    private static FlagContext Context(int user) => new($"user-{user:D6}-{user * 7919 % 10_000:D4}") { Plan = "pro", Team = "growth" };

    private int Next() => this.user = this.user == Users - 1 ? 0 : this.user + 1;
}
