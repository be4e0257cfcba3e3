using FlagAnalyzers.Sources.Http;
using Shop;

namespace FlagAnalyzers.Hosting;

/// <summary>Hosts that use the generated store, one test after the other.</summary>
public sealed class SharedStoreTests
{
    [Fact]
    public async Task Start_SharedStore_IsThatOfTheGeneratedClass()
    {
        await using TestHost host = await TestHost.StartAsync(options => options.OwnStore = false, "Staging", args: "--Flags:banner=shared");

        Assert.Same(Flags.Store, host.Store);
        Assert.True(Flags.For(new FlagContext()).NewCheckout);
        Assert.Equal("shared", Flags.For(new FlagContext()).Banner);
    }

    [Fact]
    public async Task Stop_SharedStore_IsAsItWasAndRuns()
    {
        await using FlagServer server = await FlagServer.StartAsync(FlagServer.Manifest("""{ "flags": {} }"""));
        string? environment = Flags.Store.Environment;
        int sources = Flags.Store.Health.Sources.Count;
        await using (TestHost host = await TestHost.StartAsync(
            options =>
            {
                options.OwnStore = false;
                options.Http.Address = server.Address;
            },
            "Staging",
            args: "--Flags:banner=shared"))
        {
            Assert.Equal("shared", Flags.For(new FlagContext()).Banner);
            Assert.False(Flags.For(new FlagContext()).NewCheckout);
            Assert.Equal(sources + 1, Flags.Store.Health.Sources.Count);
        }

        Assert.Equal(environment, Flags.Store.Environment);
        Assert.Empty(Flags.Store.Settings);
        Assert.Equal(sources, Flags.Store.Health.Sources.Count);
        Assert.Equal((false, "Good day"), (Flags.For(new FlagContext()).NewCheckout, Flags.For(new FlagContext()).Banner));
        using FileFlagSource another = new("nowhere.json");
        Flags.Store.AddSource(another);
    }

    [Fact]
    public async Task Stop_OneOfTwoHosts_LeavesTheStoreToTheOther()
    {
        TestHost first = await TestHost.StartAsync(options => options.OwnStore = false, "Staging");
        TestHost second = await TestHost.StartAsync(options => options.OwnStore = false, "Production", args: "--Flags:banner=second");
        Assert.Equal("Production", Flags.Store.Environment);

        await first.DisposeAsync();
        Assert.Equal("Production", Flags.Store.Environment);
        Assert.Equal("second", Flags.For(new FlagContext()).Banner);

        await second.DisposeAsync();
        Assert.Null(Flags.Store.Environment);
        Assert.Equal("Good day", Flags.For(new FlagContext()).Banner);
    }

    [Fact]
    public async Task Dispose_HostThatNeverStarted_TakesAllBack()
    {
        TestHost host = TestHost.Create(options => options.OwnStore = false, "Staging");
        Assert.Equal("Staging", host.Store.Environment);
        await host.DisposeAsync();

        Assert.Null(Flags.Store.Environment);
    }
}
