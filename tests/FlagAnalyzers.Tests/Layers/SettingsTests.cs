namespace FlagAnalyzers.Layers;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("beta-mode")]
    [InlineData("BETA_MODE")]
    [InlineData("beta_mode")]
    [InlineData("Beta-Mode")]
    public void UseSettings_KeyInEitherSpelling_SetsTheFlag(string name)
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        store.UseSettings([new(name, "on")]);

        Assert.True(store.Read().BetaMode);
        Assert.Equal(FlagLayer.Configuration, store.Health.Of("beta-mode").DecidedBy);
    }

    [Fact]
    public void UseSettings_Again_ReplacesWhatWasSetBefore()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        store.UseSettings([new("beta-mode", "on")]);

        store.UseSettings([new("size", "42"), new("alpha", null)]);

        Assert.False(store.Read().BetaMode);
        Assert.Equal(42, store.Read().Size);
    }

    [Fact]
    public void UseSettings_BelowOverrides()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        store.UseSettings([new("size", "42")]);

        using (store.Override("size", 43))
        {
            Assert.Equal(43, store.Read().Size);
        }

        Assert.Equal(42, store.Read().Size);
    }

    [Fact]
    public void UseSettings_WhatMeansNoFlagOrNoValue_IsToldAndPassedOver()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        store.UseSettings([new("BETA_MOD", "on"), new("size", "huge")]);

        Assert.Equal(1, store.Read().Size);
        Assert.False(store.Health.IsHealthy);
        Assert.Collection(
            store.Health.Problems,
            problem => Assert.Equal("The setting 'BETA_MOD' names no flag. Did you mean 'beta-mode'?", problem),
            problem => Assert.StartsWith("'huge' is neither a variant of the flag 'size'", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void UseSettings_NameOfTwoFlags_IsToldAndPassedOver()
    {
        FlagStore store = new(FlagSnapshot.Parse("""
            { "flags": {
              "a-b": { "variants": { "on": true, "off": false }, "defaultVariant": "off" },
              "a_b": { "variants": { "on": true, "off": false }, "defaultVariant": "off" } } }
            """));

        store.UseSettings([new("A_B", "on")]);
        Assert.Contains("'a-b', 'a_b'", Assert.Single(store.Health.Problems), StringComparison.Ordinal);

        store.UseSettings([new("a-b", "on")]);
        Assert.Empty(store.Health.Problems);
        store.Dispose();
    }

    [Theory]
    [InlineData("new-checkout", "NEW_CHECKOUT")]
    [InlineData("team:search.v2", "TEAM_SEARCH_V2")]
    [InlineData("a--b", "A_B")]
    [InlineData("iğ", "Iğ")]
    public void ShellName_IsWrittenWithWhatShellsAccept(string key, string expected) => Assert.Equal(expected, SettingNames.ShellName(key));
}
