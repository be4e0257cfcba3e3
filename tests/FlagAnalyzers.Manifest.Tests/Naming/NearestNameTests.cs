namespace FlagAnalyzers.Manifests.Naming;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("new-chekout", "new-checkout")]
    [InlineData("NewCheckout", "new-checkout")]
    [InlineData("new_checkout", "new-checkout")]
    [InlineData("nwe-checkout", "new-checkout")]
    [InlineData("dark-mdoe", "dark-mode")]
    [InlineData("something-else", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void Find_Misspelt_TheNearest(string name, string? expected) => Assert.Equal(expected, NearestName.Find(name, ["dark-mode", "new-checkout", "buy-button"]));
}
