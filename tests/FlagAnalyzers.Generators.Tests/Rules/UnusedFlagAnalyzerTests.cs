using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

public sealed class UnusedFlagAnalyzerTests
{
    private const string Unused = "Nothing in TestProject uses the flag '{0}'{1}: remove it, or name what does in \"metadata\": {{ \"usedBy\": \"…\" }}";

    [Fact]
    public Task Flag_ThatNothingUses_IsReportedAtItsKey() => Test("""
        class Page
        {
            bool Read(Shop.Flags flags) => flags.NewCheckout;
        }
        """, ("old-banner", " (owner web)"), ("buy-button", "")).RunAsync();

    [Theory]
    [InlineData("bool Read(Shop.Flags flags) => flags.OldBanner && flags.NewCheckout && flags.BuyButton is null;")]
    [InlineData("void Read(Shop.Flags flags) { flags.Evaluate<bool>(\"new-checkout\"); flags.Evaluate<bool>(Shop.Flags.Keys.OldBanner); flags.Evaluate<string>(\"buy-\" + \"button\"); }")]
    [InlineData("string[] All => new[] { Shop.Flags.Keys.NewCheckout, Shop.Flags.Keys.OldBanner, Shop.Flags.Keys.BuyButton };")]
    public Task Flag_UsedInAnyWay_IsSilent(string member) => Test($$"""class Page { {{member}} }""").RunAsync();

    [Fact]
    public Task Flag_UsedByOthersOrSuppressed_IsSilent()
    {
        string manifest = Shop.Manifest
            .Replace("\"owner\": \"web\",", "\"owner\": \"web\", \"usedBy\": \"mobile app\",")
            .Replace("\"defaultValue\": \"control\",", "\"defaultValue\": \"control\", \"suppress\": [\"FLAG3005\"],");
        return Test("class Page { bool Read(Shop.Flags flags) => flags.NewCheckout; }", manifest).RunAsync();
    }

    [Fact]
    public Task Flag_UsedByTestsOnly_IsToldApart()
    {
        RuleTest<UnusedFlagAnalyzer> test = Test("""
            namespace Xunit { public sealed class FactAttribute : System.Attribute { } }

            class PageTests
            {
                [Xunit.Fact]
                public void Banner() => Read(null!);

                bool Read(Shop.Flags flags) => flags.OldBanner;
            }

            class Page { bool Read(Shop.Flags flags) => flags.NewCheckout && flags.BuyButton is null; }
            """);
        test.TestState.ExpectedDiagnostics.Add(At("old-banner").WithMessage("Only tests use the flag 'old-banner' (owner web): remove it with them"));
        return test.RunAsync();
    }

    [Fact]
    public Task Project_ThatOnlyFoundTheFileAbove_IsSilent() => new RuleTest<UnusedFlagAnalyzer>("class Page { }", role: "Analysis").WithRuleOn().RunAsync();

    private static RuleTest<UnusedFlagAnalyzer> Test(string source, params (string Key, string Owner)[] unused) => Test(source, Shop.Manifest, unused);

    private static RuleTest<UnusedFlagAnalyzer> Test(string source, string manifest, params (string Key, string Owner)[] unused)
    {
        RuleTest<UnusedFlagAnalyzer> test = new RuleTest<UnusedFlagAnalyzer>(source, manifest).WithRuleOn();
        foreach ((string key, string owner) in unused)
        {
            test.TestState.ExpectedDiagnostics.Add(At(key).WithMessage(string.Format(System.Globalization.CultureInfo.InvariantCulture, Unused, key, owner)));
        }

        return test;
    }

    private static DiagnosticResult At(string key)
    {
        string[] lines = Shop.Manifest.Split('\n');
        int line = Array.FindIndex(lines, text => text.Contains($"\"{key}\"", StringComparison.Ordinal));
        int column = lines[line].IndexOf('"', StringComparison.Ordinal);
        return new DiagnosticResult("FLAG3005", DiagnosticSeverity.Warning).WithSpan(RuleTestSetup.ManifestPath, line + 1, column + 1, line + 1, column + key.Length + 3);
    }
}
