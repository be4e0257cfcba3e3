namespace FlagAnalyzers.Layers;

public sealed class SourceTests
{
    [Fact]
    public void AddSource_ThatPublishesAtOnce_IsInForceBehindIt()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        store.AddSource(new HandSource("first", Switch.With("beta-mode", "on")));

        Assert.True(store.Read().BetaMode);
    }

    [Fact]
    public void Publish_ManifestThatWasCompiled_CompiledRulesAnswer()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        store.AddSource(new HandSource("same", SwitchFlags.Manifest + "\n// a comment is no difference\n"));

        SwitchFlags flags = store.Read(plan: "pro");

        Assert.True(flags.Alpha);
        Assert.Equal(1, flags.CompiledReads);
    }

    [Fact]
    public void Publish_OneFlagChanged_TheOthersKeepTheirCompiledRules()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        store.AddSource(new HandSource("other", Switch.With("beta-mode", "on")));

        SwitchFlags flags = store.Read(plan: "pro");

        Assert.True(flags.BetaMode);
        Assert.True(flags.Alpha);
        Assert.Equal(1, flags.CompiledReads);
    }

    [Fact]
    public void Publish_TwoSources_TheOneAddedLastCounts()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        HandSource lower = new("lower", Switch.With("size", "large"));
        HandSource upper = new("upper", Switch.With("beta-mode", "on"));
        store.AddSource(lower);
        store.AddSource(upper);

        lower.Publish(Switch.With("size", "large", Switch.Without("beta-mode")));

        Assert.True(store.Read().BetaMode);
        Assert.Equal(1, store.Read().Size);
    }

    [Fact]
    public void Dispose_OfTheUpperSource_TheLowerOneCountsAgain()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        store.AddSource(new HandSource("lower", Switch.With("size", "large")));
        HandSource upper = new("upper", Switch.With("beta-mode", "on"));
        store.AddSource(upper);

        upper.Dispose();

        Assert.False(store.Read().BetaMode);
        Assert.Equal(100, store.Read().Size);
    }

    [Theory]
    [InlineData("{ \"flags\": { \"alpha\": ", "hand(1,")]
    [InlineData("", "hand(1,1)")]
    [InlineData("[]", "hand(1,1)")]
    public void Publish_ManifestThatCannotBeRead_KeepsTheLastGoodOneAndSaysWhere(string bad, string place)
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        HandSource source = new("hand", Switch.With("beta-mode", "on"));
        store.AddSource(source);

        Assert.False(source.Publish(bad, out string? error));

        Assert.StartsWith(place, error, StringComparison.Ordinal);
        Assert.True(store.Read().BetaMode);
        Assert.Equal(error, Assert.Single(store.Health.Sources).Error);
    }

    [Fact]
    public void Publish_UnknownDefaultVariant_IsRefusedWithItsPlace()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        HandSource source = new("hand");
        store.AddSource(source);

        Assert.False(source.Publish("{\n  \"flags\": { \"alpha\": { \"variants\": { \"on\": true }, \"defaultVariant\": \"onn\" } }\n}", out string? error));

        Assert.StartsWith("hand(2,", error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'on'?", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Publish_BadManifestBelowAnotherSource_IsRefusedToo()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        HandSource lower = new("lower", Switch.With("size", "large"));
        store.AddSource(lower);
        HandSource upper = new("upper", SwitchFlags.Manifest);
        store.AddSource(upper);

        Assert.False(lower.Publish("{ \"flags\": 3 }", out string? error));
        upper.Dispose();

        Assert.StartsWith("lower(1,", error, StringComparison.Ordinal);
        Assert.Equal(100, store.Read().Size);
    }

    [Fact]
    public void Flags_MadeBeforeAChange_KeepTheirManifest()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        HandSource source = new("hand");
        store.AddSource(source);
        SwitchFlags before = store.Read();

        source.Publish(Switch.With("beta-mode", "on"));

        Assert.False(before.BetaMode);
        Assert.True(store.Read().BetaMode);
    }

    [Fact]
    public void TryUpdate_ComesBeforeAllSources()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        Assert.True(store.TryUpdate(Switch.With("size", "large"), out _));

        store.AddSource(new HandSource("hand", Switch.With("beta-mode", "on")));

        Assert.Equal(100, store.Read().Size);
        Assert.False(store.Read().BetaMode);
    }

    [Fact]
    public void AddSource_ThatBelongsToAnotherStore_IsRefused()
    {
        using FlagStore one = SwitchFlags.Compiled.CreateStore();
        using FlagStore other = SwitchFlags.Compiled.CreateStore();
        HandSource source = new("hand");
        one.AddSource(source);

        Assert.Throws<InvalidOperationException>(() => other.AddSource(source));
    }

    [Fact]
    public void Dispose_OfTheStore_StopsItsSourcesAndKeepsWhatIsInForce()
    {
        FlagStore store = SwitchFlags.Compiled.CreateStore();
        HandSource source = new("hand", Switch.With("beta-mode", "on"));
        store.AddSource(source);

        store.Dispose();

        Assert.True(source.IsDisposed);
        Assert.True(store.Read().BetaMode);
        Assert.Throws<ObjectDisposedException>(() => store.AddSource(new HandSource("late")));
    }

    [Fact]
    public void SourceFailed_SameErrorAgain_IsRaisedOnce()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        HandSource source = new("hand");
        store.AddSource(source);
        List<string> errors = [];
        store.SourceFailed += (_, failure) => errors.Add($"{failure.Source}: {failure.Error}");

        source.Fail("no route");
        source.Fail("no route");
        source.Fail("no name");
        source.Publish(SwitchFlags.Manifest);
        source.Fail("no name");

        Assert.Equal(["hand: no route", "hand: no name", "hand: no name"], errors);
    }

    [Fact]
    public void Changed_NamesTheFlagsThatEvaluateOtherwise()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        HandSource source = new("hand");
        store.AddSource(source);
        List<string> changes = [];
        store.Changed += (_, change) => changes.Add(string.Join(' ', change.Keys));

        source.Publish(Switch.With("beta-mode", "on"));
        source.Publish(Switch.With("beta-mode", "on").Replace("\n", "\n\n", StringComparison.Ordinal));
        source.Publish(Switch.With("size", "large"));
        source.Publish(Switch.Without("alpha"));

        Assert.Equal(["beta-mode", "beta-mode size", "not-alpha size alpha"], changes);
    }

    [Fact]
    public void Changed_HandlerThatThrows_StopsNeitherTheOthersNorTheSource()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        HandSource source = new("hand");
        store.AddSource(source);
        int raised = 0;
        store.Changed += (_, _) => throw new InvalidOperationException("handler");
        store.Changed += (_, _) => raised++;

        source.Publish(Switch.With("beta-mode", "on"));

        Assert.Equal(1, raised);
        Assert.True(store.Read().BetaMode);
    }

    [Fact]
    public void Changed_HandlerThatChangesTheStoreFromAnotherThread_DoesNotBlock()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        HandSource source = new("hand");
        store.AddSource(source);
        store.Changed += (_, change) =>
        {
            if (change.Keys.Contains("beta-mode"))
            {
                Task other = Task.Run(() => store.Override("size", "large"));
                Assert.True(other.Wait(TimeSpan.FromSeconds(30)));
            }
        };

        source.Publish(Switch.With("beta-mode", "on"));

        Assert.Equal(100, store.Read().Size);
    }

    [Fact]
    public void Refresh_AsksEverySource()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        HandSource source = new("hand");
        store.AddSource(source);

        store.Refresh();

        Assert.Equal(1, source.Refreshes);
    }
}
