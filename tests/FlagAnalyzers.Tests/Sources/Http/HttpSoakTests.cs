using System.Globalization;
using FlagAnalyzers.Flags;
using Microsoft.AspNetCore.Http;

namespace FlagAnalyzers.Sources.Http;

/// <summary>Answers of all kinds, one after the other, while others read. <c>FLAGANALYZERS_SOAK_ANSWERS</c> sets how many.</summary>
public sealed class HttpSoakTests
{
    private const int Readers = 4;

    private static readonly int Answers =
        int.TryParse(Environment.GetEnvironmentVariable("FLAGANALYZERS_SOAK_ANSWERS"), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 300;

    [Fact]
    public async Task Poll_RandomAnswersWhileOthersRead_NeverLosesOrMixesAGoodState()
    {
        Random random = new(4);
        int answered = 0;
        int number = 1;
        await using FlagServer server = await FlagServer.StartAsync(async context =>
        {
            // One request at a time, so no lock.
            answered++;
            await Answer(random, ref number)(context);
        });
        using FlagStore store = new(FlagSnapshot.Parse(FlagServer.Numbered(1)));
        using HttpFlagSource source = new(
            server.Address,
            new HttpFlagSourceOptions
            {
                Interval = TimeSpan.FromMilliseconds(1),
                RetryDelay = TimeSpan.FromMilliseconds(1),
                MaximumRetryDelay = TimeSpan.FromMilliseconds(2),
                Timeout = TimeSpan.FromMilliseconds(250),
                MaximumSize = 4000,
            },
            seed: 1);
        using CancellationTokenSource done = new();
        Task<(int Mixed, int Lost, long Reads)>[] readers = [.. Enumerable.Range(0, Readers).Select(_ => Task.Factory.StartNew(() => Read(store, done.Token), TaskCreationOptions.LongRunning))];
        store.AddSource(source);
        await Until.TrueAsync(() => answered >= Answers, TimeSpan.FromMinutes(10));

        number++;
        server.Answer = FlagServer.Manifest(FlagServer.Numbered(number), "\"last\"");
        await Until.TrueAsync(() => Number(store) == number);
        Assert.True(number > Answers / 10);
        Assert.True(store.Health.IsHealthy, store.Health.Sources.Single().Error);

        store.Dispose();
        await done.CancelAsync();
        int requests = server.Requests.Count;
        await Task.Delay(100);

        Assert.InRange(server.Requests.Count, requests, requests + 1);
        Assert.All(await Task.WhenAll(readers), reader =>
        {
            Assert.Equal((0, 0), (reader.Mixed, reader.Lost));
            Assert.True(reader.Reads > 0);
        });
        Assert.Equal(number, Number(store));
    }

    private static Func<HttpContext, Task> Answer(Random random, ref int number)
    {
        switch (random.Next(14))
        {
            case 0:
                return FlagServer.Status(404);
            case 1:
                return FlagServer.Status(500);
            case 2:
                return FlagServer.Status(304);
            case 3:
                return FlagServer.CutOff(TimeSpan.FromMilliseconds(random.Next(10)));
            case 4:
                return FlagServer.Text("<html></html>", "text/html");
            case 5:
                return FlagServer.Text("{ \"flags\": { \"short\": ", "application/json");
            case 6:
                return FlagServer.Text(FlagServer.Numbered(0) + new string(' ', 5000), "application/json");
            case 7:
                return FlagServer.Chunks("{ "u8.ToArray(), new byte[5000]);
            case 8:
                return FlagServer.Chunks([0xFF, 0xFE, 0x7B]);
            case 9:
                return FlagServer.Redirect("ftp://flags.example/");
            case 10 when random.Next(8) == 0:
                return FlagServer.HalfAsync;
            default:
                number++;
                return FlagServer.Manifest(FlagServer.Numbered(number), $"\"{number}\"");
        }
    }

    private static (int Mixed, int Lost, long Reads) Read(FlagStore store, CancellationToken done)
    {
        int mixed = 0;
        int lost = 0;
        long reads = 0;
        int newest = 1;
        while (!done.IsCancellationRequested)
        {
            ShopFlags flags = new(store, new ShopContext());
            int first = flags.Short;
            Thread.Yield();
            mixed += flags.MaxUploadMb == first && flags.Short == first ? 0 : 1;
            lost += first < newest ? 1 : 0;
            newest = first;
            reads++;
        }

        return (mixed, lost, reads);
    }

    private static int Number(FlagStore store) => new ShopFlags(store, new ShopContext()).Short;
}
