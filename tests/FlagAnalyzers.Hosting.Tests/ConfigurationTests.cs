using FlagAnalyzers.Sources.Http;
using Microsoft.Extensions.Configuration;
using Shop;

namespace FlagAnalyzers.Hosting;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("--Flags:new-checkout=on")]
    [InlineData("--Flags:new-checkout=true")]
    [InlineData("--flags:NEW_CHECKOUT=on")]
    public async Task Argument_EitherSpelling_SetsTheFlag(string argument)
    {
        await using TestHost host = await TestHost.StartAsync(args: argument);

        Assert.True(host.Flags.NewCheckout);
        Assert.Equal(FlagLayer.Configuration, host.Store.Health.Flags.Single(flag => flag.Key == Flags.Keys.NewCheckout).DecidedBy);
    }

    [Fact]
    public async Task Variable_InTheSpellingOfShells_CountsBeforeTheFileOfSettings()
    {
        using Variables variables = new() { ["FLAGS__NEW_CHECKOUT"] = "on", ["FLAGS__BANNER"] = "" };
        await using TestHost host = await TestHost.StartAsync(build: builder => builder.Configuration
            .AddInMemoryCollection([new("Flags:new-checkout", "off"), new("Flags:banner", "from a file")])
            .AddEnvironmentVariables(variables.Prefix));

        // An empty variable takes the setting of the same name away, and sets nothing in its place.
        Assert.Equal((true, "Good day"), (host.Flags.NewCheckout, host.Flags.Banner));
        Assert.Empty(host.Store.Health.Problems);
    }

    [Fact]
    public async Task Variable_BeforeAFileThatWasAddedLater_DoesNotCount()
    {
        using Variables variables = new() { ["FLAGS__NEW_CHECKOUT"] = "on" };
        await using TestHost host = await TestHost.StartAsync(build: builder => builder.Configuration
            .AddEnvironmentVariables(variables.Prefix)
            .AddInMemoryCollection([new("Flags:new-checkout", "off")]));

        Assert.False(host.Flags.NewCheckout);
    }

    [Fact]
    public async Task Reload_NewAndRemovedValues_AreSeenByNewFlags()
    {
        await using TestHost host = await TestHost.StartAsync(build: builder => builder.Configuration.AddInMemoryCollection([new("Flags:banner", "old")]));
        Flags before = host.Flags;
        host.Set("Flags:new-checkout", "on");
        host.Set("Flags:banner", null);

        Assert.Equal((false, "old"), (before.NewCheckout, before.Banner));
        Assert.Equal((true, "Good day"), (host.Flags.NewCheckout, host.Flags.Banner));
        Assert.Equal(
            ["Information: Flags changed: new-checkout", "Information: Flags changed: banner"],
            host.Log.Lines.Where(line => line.StartsWith("Information", StringComparison.Ordinal)).TakeLast(2));
    }

    [Fact]
    public async Task Section_OfTheOptions_IsReadInstead()
    {
        await using TestHost host = await TestHost.StartAsync(options => options.ConfigurationSection = "My:Flags", args: ["--My:Flags:new-checkout=on", "--Flags:banner=no"]);

        Assert.True(host.Flags.NewCheckout);
        Assert.Equal("Good day", host.Flags.Banner);
    }

    [Fact]
    public async Task Section_Null_ReadsNone()
    {
        await using TestHost host = await TestHost.StartAsync(options => options.ConfigurationSection = null, args: "--Flags:new-checkout=on");

        Assert.False(host.Flags.NewCheckout);
    }

    [Fact]
    public async Task Setting_WithoutEffect_IsLoggedOnce()
    {
        const string Unknown = "Warning: A setting or an overlay of flags has no effect: The setting 'NEW_CHEKOUT' names no flag. Did you mean 'new-checkout'?";
        await using TestHost host = await TestHost.StartAsync(args: "--Flags:NEW_CHEKOUT=on");
        await Until.TrueAsync(() => host.Log.Lines.Contains(Unknown));
        host.Set("Flags:banner", "other");

        Assert.Single(host.Log.Lines, line => line == Unknown);
    }

    /// <summary>Variables of this process under a prefix that no other test knows.</summary>
    private sealed class Variables : IDisposable
    {
        private readonly List<string> names = [];

        public string Prefix { get; } = $"T{Guid.NewGuid():N}_";

        public string this[string name]
        {
            set
            {
                this.names.Add(this.Prefix + name);
                Environment.SetEnvironmentVariable(this.Prefix + name, value);
            }
        }

        public void Dispose() => this.names.ForEach(name => Environment.SetEnvironmentVariable(name, null));
    }
}
