namespace FlagAnalyzers.Layers;

public sealed class OverrideTests
{
    [Fact]
    public void Override_NameOfAVariant_AnswersItToEverybodyUntilDisposed()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        using (store.Override("beta-mode", "on"))
        {
            FlagEvaluation<bool> evaluation = store.Read().Evaluate<bool>("beta-mode");
            Assert.True(evaluation.Value);
            Assert.Equal("on", evaluation.Variant);
            Assert.Equal(EvaluationReason.Static, evaluation.Reason);
            Assert.Equal(FlagLayer.Override, store.Health.Of("beta-mode").DecidedBy);
        }

        Assert.False(store.Read().BetaMode);
    }

    [Fact]
    public void Override_Value_AnswersItWithoutVariant()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        using IDisposable size = store.Override("size", 42);
        using IDisposable beta = store.Override("beta-mode", true);

        Assert.Equal(42, store.Read().Size);
        Assert.Null(store.Read().Evaluate<int>("size").Variant);
        Assert.True(store.Read().BetaMode);
    }

    [Theory]
    [InlineData("size", "43", 43)]
    [InlineData("size", "large", 100)]
    public void Override_Text_IsAVariantFirstAndElseAValue(string key, string text, int expected)
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        using IDisposable one = store.Override(key, text);

        Assert.Equal(expected, store.Read().Size);
    }

    [Fact]
    public void Override_ObjectFlag_TakesJson()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        using IDisposable one = store.Override("limits", "{ \"most\": 5 }");

        IReadOnlyDictionary<string, object?> value = store.Read().Evaluate<IReadOnlyDictionary<string, object?>>("limits").Value;
        Assert.Equal(5, value["most"]);
    }

    [Fact]
    public void Override_BeatsStateRuleAndCompiledCode()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        Assert.True(store.TryUpdate(SwitchFlags.Manifest.Replace("ENABLED", "DISABLED", StringComparison.Ordinal), out _));

        using IDisposable one = store.Override("alpha", "on");

        SwitchFlags flags = store.Read(plan: "free");
        Assert.True(flags.Alpha);
        Assert.Equal(0, flags.CompiledReads);
    }

    [Fact]
    public void Override_OtherFlags_KeepTheirCompiledRules()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        using IDisposable one = store.Override("beta-mode", "on");

        SwitchFlags flags = store.Read(plan: "pro");
        Assert.True(flags.Alpha);
        Assert.Equal(1, flags.CompiledReads);
    }

    [Fact]
    public void Override_SameFlagTwice_TheNewestCountsWhicheverEndsFirst()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        IDisposable older = store.Override("size", 10);
        IDisposable newer = store.Override("size", 20);

        older.Dispose();
        Assert.Equal(20, store.Read().Size);

        newer.Dispose();
        newer.Dispose();
        Assert.Equal(1, store.Read().Size);
    }

    [Fact]
    public void Override_StaysWhenAManifestComes()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        using IDisposable one = store.Override("size", "large");

        Assert.True(store.TryUpdate(Switch.With("beta-mode", "on"), out _));

        Assert.Equal(100, store.Read().Size);
        Assert.True(store.Read().BetaMode);
    }

    [Fact]
    public void Override_FlagThatTheManifestInForceLacks_IsKnownFromTheProgram()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        Assert.True(store.TryUpdate(Switch.Without("beta-mode"), out _));

        using IDisposable one = store.Override("beta-mode", "on");

        Assert.True(store.Read().BetaMode);
    }

    [Fact]
    public void Override_FlagThatNobodyHas_ThrowsWithTheNearestKey()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        ArgumentException exception = Assert.Throws<ArgumentException>(() => store.Override("beta-mod", "on"));

        Assert.Contains("Did you mean 'beta-mode'?", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Override_ValueThatTheFlagCannotHave_ThrowsAndChangesNothing()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        ArgumentException exception = Assert.Throws<ArgumentException>(() => store.Override("beta-mode", "onn"));

        Assert.Contains("'onn' is neither a variant of the flag 'beta-mode' nor a value of its type, boolean. Its variants are 'on', 'off'. Did you mean 'on'?", exception.Message, StringComparison.Ordinal);
        Assert.False(store.Read().BetaMode);
        Assert.Throws<ArgumentException>(() => store.Override("size", true));
        Assert.Throws<ArgumentException>(() => store.Override("size", 0.5));
    }

    [Fact]
    public void Override_RaisesChangedForTheFlagOnly()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        List<string> changes = [];
        store.Changed += (_, change) => changes.Add(string.Join(' ', change.Keys));

        store.Override("size", 10).Dispose();

        Assert.Equal(["size", "size"], changes);
    }

    [Fact]
    public void Override_ThatDoesNotFitANewerManifest_IsToldAndPassedOver()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        using IDisposable one = store.Override("beta-mode", "on");

        Assert.True(store.TryUpdate(SwitchFlags.Manifest.Replace(
            "\"variants\": { \"on\": true, \"off\": false }, \"defaultVariant\": \"off\" }",
            "\"variants\": { \"yes\": true, \"no\": false }, \"defaultVariant\": \"no\" }",
            StringComparison.Ordinal), out string? error), error);

        Assert.False(store.Read().BetaMode);
        Assert.Contains("'on' is neither", Assert.Single(store.Health.Problems), StringComparison.Ordinal);
    }
}
