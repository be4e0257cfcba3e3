namespace FlagAnalyzers.Layers;

public sealed class HealthTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Health_OfAStoreWithoutSources_IsHealthyAndNamesTheCompiledFlags()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        FlagStoreHealth health = store.Health;

        Assert.True(health.IsHealthy);
        Assert.Empty(health.Sources);
        Assert.Equal(["alpha", "beta-mode", "size", "colour", "limits"], health.Flags.Select(flag => flag.Key));
        Assert.All(health.Flags, flag => Assert.Equal(FlagLayer.Compiled, flag.DecidedBy));
    }

    [Fact]
    public void Health_OfASource_TellsItsLastGoodTimeAndSinceWhenItFails()
    {
        ManualClock clock = new(Start);
        using FlagStore store = new(FlagSnapshot.Parse(SwitchFlags.Manifest), clock);
        HandSource source = new("hand", Switch.With("size", "large"));
        store.AddSource(source);

        clock.Now = Start.AddMinutes(1);
        source.Fail("no route");
        clock.Now = Start.AddMinutes(2);
        source.Fail("no route");

        FlagSourceHealth failing = Assert.Single(store.Health.Sources);
        Assert.Equal(Start, failing.LastGood);
        Assert.Equal("no route", failing.Error);
        Assert.Equal(Start.AddMinutes(1), failing.FailingSince);
        Assert.True(failing.IsInForce);
        Assert.False(store.Health.IsHealthy);

        clock.Now = Start.AddMinutes(3);
        source.Publish(Switch.With("size", "large"));

        FlagSourceHealth good = Assert.Single(store.Health.Sources);
        Assert.Equal(Start.AddMinutes(3), good.LastGood);
        Assert.Null(good.Error);
        Assert.Null(good.FailingSince);
    }

    [Fact]
    public void Health_FlagThatTheManifestInForceLacks_IsTold()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        Assert.True(store.TryUpdate(Switch.Without("size"), out _));

        Assert.Contains("FLAG_NOT_FOUND", store.Health.Of("size").Problem, StringComparison.Ordinal);
        Assert.Equal(7, store.Read().Size);
        Assert.Equal(EvaluationErrorCode.FlagNotFound, store.Read().Evaluate<int>("size").ErrorCode);
        Assert.Null(store.Health.Of("not-size").Problem);
    }

    [Theory]
    [InlineData("colour", "\"g\": \"green\"", "\"g\": \"blue\"")]
    [InlineData("size", "\"large\": 100", "\"large\": 3000000000")]
    [InlineData("limits", "\"many\": { \"most\": 9 }", "\"many\": { \"most\": \"nine\" }")]
    [InlineData("limits", "\"many\": { \"most\": 9 }", "\"many\": { \"most\": 9.5 }")]
    public void Health_ValueThatTheProgramCannotRepresent_IsTold(string key, string variant, string changed)
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        Assert.True(store.TryUpdate(SwitchFlags.Manifest.Replace(variant, changed, StringComparison.Ordinal), out string? error), error);

        Assert.Contains("TYPE_MISMATCH", store.Health.Of(key).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Health_OtherType_IsTold()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        Assert.True(store.TryUpdate(SwitchFlags.Manifest.Replace(
            "\"flagType\": \"integer\", \"defaultValue\": 7, \"state\": \"ENABLED\", \"variants\": { \"small\": 1, \"large\": 100 }",
            "\"flagType\": \"string\", \"defaultValue\": \"s\", \"state\": \"ENABLED\", \"variants\": { \"small\": \"s\", \"large\": \"l\" }",
            StringComparison.Ordinal), out string? error), error);

        Assert.Equal(
            "The program was compiled with the type integer, and the manifest in force says string: the program gets its code default, TYPE_MISMATCH.",
            store.Health.Of("size").Problem);
        Assert.Equal(7, store.Read().Size);
    }

    private sealed class ManualClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => this.Now;
    }
}
