using FlagAnalyzers.Conformance;
using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.Evaluation;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0, "0", "0", "0")]
    [InlineData(10, "10", "10", "10")]
    [InlineData(-1.5, "-1.5", "-1.5", "-1.5")]
    [InlineData(0.1, "0.1", "0.1", "0.1")]
    [InlineData(0.30000000000000004, "0.30000000000000004", "0.30000000000000004", "0.30000000000000004")]
    [InlineData(9007199254740991, "9007199254740991", "9007199254740991", "9007199254740991")]
    [InlineData(123456789012345680, "123456789012345680", "123456789012345680", "123456789012345680")]
    [InlineData(1e20, "100000000000000000000", "100000000000000000000", "100000000000000000000")]
    [InlineData(1e21, "1000000000000000000000", "1e+21", "1e+21")]
    [InlineData(1.25e21, "1250000000000000000000", "1.25e+21", "1.25e+21")]
    [InlineData(0.00001, "0.00001", "0.00001", "1e-05")]
    [InlineData(1e-7, "0.0000001", "1e-7", "1e-07")]
    [InlineData(1.5e-10, "0.00000000015", "1.5e-10", "1.5e-10")]
    public void Write_Number_IsAsGoWritesIt(double number, string asFixed, string json, string plain)
    {
        Assert.Equal(asFixed, NumberText.ToFixed(number));
        Assert.Equal(json, NumberText.ToJson(number));
        Assert.Equal(plain, NumberText.ToPlain(number));
    }

    [Fact]
    public void Write_NegativeZero_KeepsItsSign() => Assert.Equal("-0", NumberText.ToJson(-0.0));

    [Theory]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(-double.MaxValue)]
    [InlineData(-double.Epsilon)]
    [InlineData(2.2250738585072014E-308)]
    public void Write_Extreme_CanBeReadBack(double number)
    {
        string text = NumberText.ToFixed(number);

        Assert.True(text.Length <= NumberText.LongestFixed, $"{text.Length}");
        Assert.True(NumberText.TryParse(text, out double back));
        Assert.Equal(number, back);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("+1.5e1", 15)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("1_000", 1000)]
    [InlineData("-Inf", double.NegativeInfinity)]
    [InlineData("INFINITY", double.PositiveInfinity)]
    [InlineData("1e999", double.PositiveInfinity)]
    [InlineData("-1e999", double.NegativeInfinity)]
    public void TryParse_Number_ReadsIt(string text, double expected)
    {
        Assert.True(NumberText.TryParse(text, out double number));
        Assert.Equal(expected, number);
        ConformanceFile.RunIn("sv-SE", () => Assert.True(NumberText.TryParse(text, out _)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1,5")]
    [InlineData("0x10")]
    [InlineData("1e")]
    [InlineData("e1")]
    [InlineData(".")]
    [InlineData("+")]
    [InlineData("_1")]
    [InlineData("1_")]
    [InlineData("1__0")]
    [InlineData("--1")]
    [InlineData("−1")]
    [InlineData("١")]
    [InlineData("+nan")]
    [InlineData("infinit")]
    public void TryParse_NoNumber_IsRefused(string text) => Assert.False(NumberText.TryParse(text, out _));

    [Fact]
    public void Widen_Single_IsItsShortestText() => Assert.Equal(1.2, NumberText.Widen(1.2f));
}
