namespace FlagAnalyzers.Layers;

public sealed class OverlayTests
{
    [Fact]
    public void UseEnvironment_OverlayThatWasCompiledIn_ReplacesEachPropertyItGives()
    {
        using FlagStore store = SwitchFlags.Compile(SwitchFlags.Manifest, ("Staging", Switch.Overlay("alpha", "\"defaultVariant\": \"on\", \"targeting\": {}"))).CreateStore();

        store.UseEnvironment("Staging");

        Assert.True(store.Read().Alpha);
        Assert.Equal(EvaluationReason.Static, store.Read().Evaluate<bool>("alpha").Reason);
        Assert.Equal(FlagLayer.Overlay, store.Health.Of("alpha").DecidedBy);
        Assert.Equal(FlagLayer.Compiled, store.Health.Of("size").DecidedBy);
    }

    [Fact]
    public void UseEnvironment_OtherSpellingOfTheName_FindsTheCompiledOverlay()
    {
        using FlagStore store = SwitchFlags.Compile(SwitchFlags.Manifest, ("Staging", Switch.Overlay("beta-mode", "\"defaultVariant\": \"on\""))).CreateStore();

        store.UseEnvironment("staging");

        Assert.True(store.Read().BetaMode);
    }

    [Fact]
    public void UseEnvironment_Null_TakesTheOverlayAway()
    {
        using FlagStore store = SwitchFlags.Compile(SwitchFlags.Manifest, ("Staging", Switch.Overlay("beta-mode", "\"defaultVariant\": \"on\""))).CreateStore();
        store.UseEnvironment("Staging");

        store.UseEnvironment(null);

        Assert.False(store.Read().BetaMode);
        Assert.Null(store.Environment);
    }

    [Fact]
    public void Overlay_TargetingOnly_KeepsStateAndDefaultVariant()
    {
        string overlay = Switch.Overlay("size", "\"targeting\": { \"if\": [{ \"==\": [{ \"var\": \"plan\" }, \"pro\"] }, \"large\", null] }");
        using FlagStore store = SwitchFlags.Compile(SwitchFlags.Manifest, ("Staging", overlay)).CreateStore();

        store.UseEnvironment("Staging");

        Assert.Equal(100, store.Read(plan: "pro").Size);
        Assert.Equal(1, store.Read(plan: "free").Size);
    }

    [Fact]
    public void Overlay_State_DisablesTheFlag()
    {
        using FlagStore store = SwitchFlags.Compile(SwitchFlags.Manifest, ("Staging", Switch.Overlay("size", "\"state\": \"DISABLED\""))).CreateStore();

        store.UseEnvironment("Staging");

        Assert.Equal(7, store.Read().Size);
        Assert.Equal(EvaluationReason.Disabled, store.Read().Evaluate<int>("size").Reason);
    }

    [Fact]
    public void Overlay_FlagThatNobodyDeclares_IsPassedOverAndTold()
    {
        using FlagStore store = SwitchFlags.Compile(SwitchFlags.Manifest, ("Staging", Switch.Overlay("alhpa", "\"defaultVariant\": \"on\""))).CreateStore();

        store.UseEnvironment("Staging");

        Assert.False(store.Read().Alpha);
        Assert.Contains("'alhpa'", Assert.Single(store.Health.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Overlay_LiesOnTheManifestOfASource()
    {
        using FlagStore store = SwitchFlags.Compile(SwitchFlags.Manifest, ("Staging", Switch.Overlay("beta-mode", "\"defaultVariant\": \"on\""))).CreateStore();
        store.UseEnvironment("Staging");

        store.AddSource(new HandSource("hand", Switch.With("size", "large")));

        Assert.True(store.Read().BetaMode);
        Assert.Equal(100, store.Read().Size);
    }

    [Fact]
    public void Publish_ManifestWithoutAVariantThatTheOverlayNames_IsRefusedWithThePlaceInTheOverlay()
    {
        using FlagStore store = SwitchFlags.Compile(SwitchFlags.Manifest, ("Staging", Switch.Overlay("size", "\"defaultVariant\": \"large\""))).CreateStore();
        store.UseEnvironment("Staging");
        HandSource source = new("hand");
        store.AddSource(source);

        bool isTaken = source.Publish(SwitchFlags.Manifest.Replace("\"large\": 100", "\"huge\": 1000", StringComparison.Ordinal), out string? error);

        Assert.False(isTaken);
        Assert.StartsWith("flags.Staging.json(1,", error, StringComparison.Ordinal);
        Assert.Equal(100, store.Read().Size);
    }

    [Fact]
    public void Overlay_FlagsItDoesNotName_KeepTheirCompiledRules()
    {
        using FlagStore store = SwitchFlags.Compile(SwitchFlags.Manifest, ("Staging", Switch.Overlay("beta-mode", "\"defaultVariant\": \"on\""))).CreateStore();
        store.UseEnvironment("Staging");

        SwitchFlags flags = store.Read(plan: "pro");

        Assert.True(flags.Alpha);
        Assert.Equal(1, flags.CompiledReads);
    }

    [Fact]
    public void UseEnvironment_OverlayThatDoesNotFitTheManifestInForce_KeepsWhatWasInForceAndTells()
    {
        using FlagStore store = SwitchFlags.Compile(SwitchFlags.Manifest, ("Staging", Switch.Overlay("size", "\"defaultVariant\": \"large\""))).CreateStore();
        Assert.True(store.TryUpdate(Switch.With("beta-mode", "on").Replace("\"large\": 100", "\"huge\": 1000", StringComparison.Ordinal), out _));
        List<string> errors = [];
        store.SourceFailed += (_, failure) => errors.Add(failure.Error);

        store.UseEnvironment("Staging");

        Assert.True(store.Read().BetaMode);
        Assert.Equal(1, store.Read().Size);
        Assert.StartsWith("flags.Staging.json(1,", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Equal(errors, store.Health.Problems);

        Assert.True(store.TryUpdate(SwitchFlags.Manifest, out _));
        Assert.Equal(100, store.Read().Size);
        Assert.Empty(store.Health.Problems);
    }

    [Fact]
    public void UseEnvironment_TellsSourcesBehindTheChange()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        HandSource source = new("hand");
        store.AddSource(source);

        store.UseEnvironment("Staging");

        Assert.Equal("Staging", source.LastEnvironment);
    }
}
