namespace FlagAnalyzers.Manifests.Rules;

public sealed class SemanticVersionTests
{
    [Theory]
    [InlineData("1", "1.0.0", 0)]
    [InlineData("v1.2", "1.2.0", 0)]
    [InlineData("1.0.0+a", "1.0.0+b", 0)]
    [InlineData("2.0.0-alpha", "2.0.0", -1)]
    [InlineData("1.0.0-alpha", "1.0.0-alpha.1", -1)]
    [InlineData("1.0.0-alpha.2", "1.0.0-alpha.10", -1)]
    [InlineData("1.0.0-alpha.1", "1.0.0-alpha.beta", -1)]
    [InlineData("1.0.0-alpha.beta", "1.0.0-beta", -1)]
    [InlineData("1.0.0-beta.11", "1.0.0-rc.1", -1)]
    [InlineData("1.2", "1.10.3", -1)]
    [InlineData("99999999999999999999.0.0", "1.0.0", 1)]
    public void CompareTo_Precedence_IsThatOfSemver(string left, string right, int expected)
    {
        Assert.True(SemanticVersion.TryParse(left, out SemanticVersion first));
        Assert.True(SemanticVersion.TryParse(right, out SemanticVersion second));

        Assert.Equal(expected, Math.Sign(first.CompareTo(second)));
        Assert.Equal(-expected, Math.Sign(second.CompareTo(first)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("v")]
    [InlineData("abc")]
    [InlineData("1.2-beta")]
    [InlineData("1.0.0.0")]
    [InlineData("01.0.0")]
    [InlineData(" 1.0.0")]
    [InlineData("1.0.0-")]
    [InlineData("1.0.0-a..b")]
    [InlineData("1.0.0-01")]
    [InlineData("1.0.0+")]
    [InlineData("1.")]
    [InlineData("1.0.0-é")]
    public void TryParse_NoVersion_False(string text) => Assert.False(SemanticVersion.TryParse(text, out _));
}
