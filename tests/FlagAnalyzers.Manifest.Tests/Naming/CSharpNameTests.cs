namespace FlagAnalyzers.Manifests.Naming;

public sealed class CSharpNameTests
{
    [Theory]
    [InlineData("new-checkout", "NewCheckout")]
    [InlineData("new.checkout_v2", "NewCheckoutV2")]
    [InlineData("2fa", "_2fa")]
    [InlineData("a b", "AB")]
    [InlineData("class", "Class")]
    [InlineData("istanbul-i", "IstanbulI")]
    [InlineData("überblick", "Überblick")]
    [InlineData("דגל-חדש", "דגלחדש")]
    [InlineData("🚀", "U1F680")]
    [InlineData("🚀-launch", "Launch")]
    [InlineData("---", "U002DU002DU002D")]
    [InlineData("\u0000", "U0000")]
    [InlineData("__x", "X")]
    [InlineData("\u0301x", "_\u0301x")]
    public void FromKey_AnyKey_IsAnIdentifier(string key, string expected)
    {
        Assert.Equal(expected, CSharpName.FromKey(key));
        Assert.True(CSharpName.IsIdentifier(expected));
    }

    [Fact]
    public void FromKey_HalfASurrogatePair_IsAnIdentifier() => Assert.Equal("UD800", CSharpName.FromKey("\ud800"));
}
