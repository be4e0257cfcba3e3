using FlagAnalyzers.Layers;

namespace FlagAnalyzers.Testing;

public sealed class FlagCombinationsTests
{
    public static IEnumerable<object[]> Both => FlagCombinations.Of("alpha", "beta-mode");

    [Fact]
    public void Of_TwoFlags_GivesEachCombinationOnce() => Assert.Equal(
        ["alpha off, beta-mode off", "alpha off, beta-mode on", "alpha on, beta-mode off", "alpha on, beta-mode on"],
        Both.Select(row => Assert.Single(row).ToString()).Order());

    [Fact]
    public void AllOnAndAllOff_GivesTwoRows() => Assert.Equal(
        ["a on, b on, c on", "a off, b off, c off"],
        FlagCombinations.AllOnAndAllOff("a", "b", "c").Select(row => Assert.Single(row).ToString()));

    [Fact]
    public void Of_MoreFlagsThanATestRuns_IsRefused()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => FlagCombinations.Of([.. Enumerable.Range(0, 11).Select(number => $"flag-{number}")]));

        Assert.Contains("2048 combinations", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Apply_OverridesTheFlagsOfAStoreUntilDisposed(FlagCombination combination)
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        using (combination.Apply(store))
        {
            Assert.Equal(combination.IsOn("alpha"), store.Read().Alpha);
            Assert.Equal(combination.IsOn("beta-mode"), store.Read().BetaMode);
        }

        Assert.False(store.Read().Alpha || store.Read().BetaMode);
    }

    [Fact]
    public void Apply_FlagThatTheStoreDoesNotHave_LeavesNothingBehind()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        FlagCombination combination = (FlagCombination)FlagCombinations.AllOnAndAllOff("beta-mode", "size").First()[0];

        Assert.Throws<ArgumentException>(() => combination.Apply(store));

        Assert.False(store.Read().BetaMode);
    }
}
