using System.Globalization;
using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Layers;
using Xunit.Abstractions;

namespace FlagAnalyzers.Sources;

/// <summary>Many reloads of every kind, good ones and bad ones, while threads read.</summary>
[Collection(AloneCollection.Name)]
public sealed class FileSoakTests(ITestOutputHelper output) : IDisposable
{
    private const int Readers = 8;

    private readonly FlagFolder folder = new();

    /// <summary>10,000 with the environment variable <c>FLAGANALYZERS_SOAK_RELOADS=10000</c>.</summary>
    private static int Reloads => int.TryParse(Environment.GetEnvironmentVariable("FLAGANALYZERS_SOAK_RELOADS"), CultureInfo.InvariantCulture, out int reloads) ? reloads : 400;

    public void Dispose() => this.folder.Dispose();

    [Fact]
    public async Task Reload_OfEveryKindWhileThreadsRead_NeverMixesAndNeverLosesAGoodState()
    {
        CompiledManifest compiled = SwitchFlags.Compile(Numbered(0));
        this.folder.Mount(Numbered(0), "..0");
        using FlagStore store = compiled.CreateStore();
        store.AddSource(new FileFlagSource(this.folder.Path, new FileFlagSourceOptions { PollInterval = TimeSpan.FromMilliseconds(50) }));
        using CancellationTokenSource stop = new();
        long reads = 0;
        Task[] readers = [.. Enumerable.Range(0, Readers).Select(_ => Task.Factory.StartNew(() => Interlocked.Add(ref reads, Read(store, stop.Token)), TaskCreationOptions.LongRunning))];
        Random random = new(20261125);
        List<double> latencies = [];
        int number = 0;
        long memory = 0;
        try
        {
            for (int reload = 1; reload <= Reloads; reload++)
            {
                Assert.DoesNotContain(readers, reader => reader.IsFaulted);
                if (this.Change(random, number + 1))
                {
                    number++;
                    latencies.Add(FlagFolder.Await(() => new NumberFlags(store).Left >= number, $"manifest {number} is seen").TotalMilliseconds);
                }

                if (reload == Reloads / 2)
                {
                    memory = GC.GetTotalMemory(forceFullCollection: true);
                }
            }
        }
        finally
        {
            stop.Cancel();
        }

        await Task.WhenAll(readers);
        this.folder.Replace(Numbered(number + 1));
        FlagFolder.Await(() => store.Health.IsHealthy, "all is well at the end");
        long grown = GC.GetTotalMemory(forceFullCollection: true) - memory;
        latencies.Sort();
        output.WriteLine($"{Reloads} reloads, {number} good ones, {reads} reads by {Readers} threads, {grown / 1024} KB more in use at the end than half way");
        output.WriteLine($"A good one is seen after {latencies[latencies.Count / 2]:0} ms (median), {latencies[latencies.Count * 99 / 100]:0} ms (99 of 100), {latencies[^1]:0} ms at most");
        Assert.True(number > Reloads / 4);
        Assert.True(grown < 4 * 1024 * 1024, $"{grown} bytes more than half way.");
    }

    private static string Numbered(int number) => $$"""
        { "flags": {
          "left": { "flagType": "integer", "defaultValue": -1, "state": "ENABLED", "variants": { "v": {{number}} }, "defaultVariant": "v" },
          "padding": { "flagType": "string", "defaultValue": "", "state": "ENABLED", "variants": { "v": "{{new string('x', 2000)}}" }, "defaultVariant": "v" },
          "right": { "flagType": "integer", "defaultValue": -1, "state": "ENABLED", "variants": { "v": {{number}} }, "defaultVariant": "v" }
        } }
        """;

    /// <summary>Reads until it is stopped; each set of flags must be of one manifest, and none may be older than one seen before.</summary>
    private static long Read(FlagStore store, CancellationToken stop)
    {
        long reads = 0;
        int newest = 0;
        while (!stop.IsCancellationRequested)
        {
            NumberFlags flags = new(store);
            int left = flags.Left;
            int right = flags.Right;
            Assert.Equal(left, right);
            Assert.True(left >= newest, $"After manifest {newest} came manifest {left}.");
            newest = left;
            reads += 2;
        }

        return reads;
    }

    /// <returns>Whether the file is good behind it.</returns>
    private bool Change(Random random, int next)
    {
        string good = Numbered(next);
        switch (random.Next(10))
        {
            case 0 or 1 or 2:
                this.folder.Replace(good);
                return true;
            case 3:
                this.WriteInPlace(good);
                return true;
            case 4:
                File.Delete(this.folder.Path);
                this.folder.Mount(good, $"..{next}");
                return true;
            case 5:
                // Torn: half of it, and the rest a little later.
                this.folder.Replace(good[..random.Next(good.Length - 10)]);
                Thread.Sleep(random.Next(30));
                this.folder.Replace(good);
                return true;
            case 6:
                File.Delete(this.folder.Path);
                Thread.Sleep(random.Next(10));
                return false;
            case 7:
                this.folder.Replace(good[..random.Next(good.Length - 10)]);
                Thread.Sleep(random.Next(10));
                return false;
            case 8:
                this.folder.Replace(good.Replace("\"defaultVariant\": \"v\"", "\"defaultVariant\": \"w\"", StringComparison.Ordinal));
                return false;
            default:
                this.folder.Replace("");
                return false;
        }
    }

    private void WriteInPlace(string text)
    {
        File.Delete(this.folder.Path);
        using FileStream stream = new(this.folder.Path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text);
        for (int i = 0; i < bytes.Length; i += 500)
        {
            stream.Write(bytes, i, Math.Min(500, bytes.Length - i));
            stream.Flush();
        }
    }

    private sealed class NumberFlags(FlagStore store) : FlagSet(store, new EvaluationContext())
    {
        public int Left => this.ReadInteger("left", -1);

        public int Right => this.ReadInteger("right", -1);

        protected override IReadOnlyList<string> DeclaredKeys { get; } = ["left", "right"];

        protected override FlagEvaluation<T> EvaluateDeclared<T>(string key) => this.EvaluateUndeclared<T>(key);
    }
}
