using System.Diagnostics;
using FlagAnalyzers.Sources.Http;

namespace FlagAnalyzers.Hosting;

public sealed class ServerTests
{
    private static readonly string Newer = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "flags.json")).Replace("Good day", "Good evening", StringComparison.Ordinal);

    [Fact]
    public async Task Start_ServerThatAnswers_IsInForceBeforeTheHostHasStarted()
    {
        await using FlagServer server = await FlagServer.StartAsync(async context =>
        {
            await Task.Delay(200);
            await FlagServer.WriteAsync(context, Newer);
        });
        await using TestHost host = await TestHost.StartAsync(options =>
        {
            options.Http.Address = server.Address;
            options.StartupTimeout = TimeSpan.FromSeconds(30);
        });

        Assert.Equal("Good evening", host.Flags.Banner);
    }

    [Fact]
    public async Task Start_ServerThatIsLate_StartsWithoutIt()
    {
        await using FlagServer server = await FlagServer.StartAsync(FlagServer.NeverAsync);
        Stopwatch time = Stopwatch.StartNew();
        await using TestHost host = await TestHost.StartAsync(options => options.StartupTimeout = TimeSpan.FromMilliseconds(300), args: $"--FlagStore:Http:Address={server.Address}");

        Assert.True(time.Elapsed >= TimeSpan.FromMilliseconds(250));
        Assert.Equal("Good day", host.Flags.Banner);
        Assert.Single(host.Log.Lines, $"Warning: {server.Address} has not answered within 00:00:00.3000000; the host starts with the flags that it has");
    }

    [Fact]
    public async Task Start_ServerThatFails_StartsAtOnce()
    {
        await using FlagServer server = await FlagServer.StartAsync(FlagServer.Status(500));
        Stopwatch time = Stopwatch.StartNew();
        await using TestHost host = await TestHost.StartAsync(options =>
        {
            options.Http.Address = server.Address;
            options.StartupTimeout = TimeSpan.FromMinutes(2);
        });

        Assert.True(time.Elapsed < TimeSpan.FromMinutes(1));
        Assert.Equal("Good day", host.Flags.Banner);
    }

    [Fact]
    public async Task Poll_FailuresAndRecovery_AreLoggedOnceEach()
    {
        await using FlagServer server = await FlagServer.StartAsync(FlagServer.Status(503));
        await using TestHost host = await TestHost.StartAsync(options =>
        {
            options.Http.Address = server.Address;
            options.Http.Interval = options.Http.RetryDelay = options.Http.MaximumRetryDelay = TimeSpan.FromMilliseconds(5);
        });
        await Until.TrueAsync(() => server.Requests.Count > 5);
        server.Answer = FlagServer.Manifest(Newer, "\"newer\"");
        await Until.TrueAsync(() => host.Flags.Banner == "Good evening");
        int requests = server.Requests.Count;
        await Until.TrueAsync(() => server.Requests.Count > requests + 5);

        Assert.Equal(
            [
                $"Warning: Flags of {server.Address} are refused, and what was in force stays: {server.Address}: answered 503 (ServiceUnavailable). Expected 200 and a flags.json.",
                "Information: Flags changed: banner",
                $"Information: Flags of {server.Address} are good again",
            ],
            host.Log.Lines);
    }

    [Fact]
    public async Task Client_OfTheServices_IsAskedForEachRequest()
    {
        await using FlagServer server = await FlagServer.StartAsync(FlagServer.Manifest(Newer));
        using HttpClient client = new();
        client.DefaultRequestHeaders.Add("X-Token", "secret");
        await using TestHost host = await TestHost.StartAsync(options =>
        {
            options.Http.Address = server.Address;
            options.Http.Client = _ => client;
        });

        Assert.Equal("secret", server.Requests.First()["X-Token"]);
        Assert.Equal("Good evening", host.Flags.Banner);
    }
}
