using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

/// <summary>A member that only reads a flag is that flag.</summary>
public sealed class FlagReadersTests
{
    private const string Through = "Flag 'new-checkout', which '{0}' reads, is stale: it expired 12 days ago, on 2027-01-31 (owner checkout, issue SHOP-1204)";

    [Theory]
    [InlineData("bool IsOn => this.flags.{|FLAG3001:NewCheckout|};", "page.{|#0:IsOn|}", "IsOn")]
    [InlineData("bool IsOff => !this.flags.{|FLAG3001:NewCheckout|};", "page.{|#0:IsOff|}", "IsOff")]
    [InlineData("bool IsOn { get { return (this.flags.{|FLAG3001:NewCheckout|}); } }", "page.{|#0:IsOn|}", "IsOn")]
    [InlineData("bool IsOn() => this.flags.Evaluate<bool>({|FLAG3001:\"new-checkout\"|}).Value;", "page.{|#0:IsOn|}()", "IsOn")]
    [InlineData("Task<bool> IsOnAsync(string user) => this.features.IsEnabledAsync({|FLAG3001:\"new-checkout\"|}, user);", "page.{|#0:IsOnAsync|}(\"ann\").Result", "IsOnAsync")]
    [InlineData("async Task<bool> IsOnAsync() => await this.features.IsEnabledAsync({|FLAG3001:\"NEW-CHECKOUT\"|}).ConfigureAwait(false);", "page.{|#0:IsOnAsync|}().Result", "IsOnAsync")]
    [InlineData("bool IsOn => this.flags.{|FLAG3001:NewCheckout|}; bool IsReallyOn() => this.{|FLAG3001:IsOn|};", "page.{|#0:IsReallyOn|}()", "IsReallyOn")]
    [InlineData("static bool IsOn(Shop.Flags flags) => flags.{|FLAG3001:NewCheckout|};", "new System.Func<Shop.Flags, bool>(Page.{|#0:IsOn|})(null!)", "IsOn")]
    public Task Member_ThatOnlyReadsAFlag_IsThatFlag(string member, string use, string name) =>
        RuleTest<StaleFlagAnalyzer>.VerifyAsync(Source(member, use), string.Format(System.Globalization.CultureInfo.InvariantCulture, Through, name));

    [Theory]
    [InlineData("bool IsOn => this.flags.{|FLAG3001:NewCheckout|} && this.flags.OldBanner;", "page.IsOn")]
    [InlineData("bool IsOn() { System.Console.WriteLine(); return this.flags.{|FLAG3001:NewCheckout|}; }", "page.IsOn()")]
    [InlineData("virtual bool IsOn => this.flags.{|FLAG3001:NewCheckout|};", "page.IsOn")]
    [InlineData("bool IsOn { get => this.flags.{|FLAG3001:NewCheckout|}; set { } }", "page.IsOn")]
    [InlineData("bool A => this.B; bool B => this.A;", "page.A")]
    [InlineData("int Length => this.ToString()!.Length;", "page.Length == 3")]
    [InlineData("bool IsOn => this.flags.{|FLAG3001:NewCheckout|};", "nameof(page.IsOn) is null")]
    public Task Member_ThatDoesMoreOrLess_IsNone(string member, string use) => RuleTest<StaleFlagAnalyzer>.VerifyAsync(Source(member, use));

    [Fact]
    public Task Wrapper_InAnotherFile_IsFound()
    {
        RuleTest<StaleFlagAnalyzer> test = new("class Shelf { bool Read(Page page) => page.{|#0:IsOn|}; }");
        test.TestState.Sources.Add(("/shop/Page.cs", "class Page { public bool IsOn => new Shop.Flags().{|FLAG3001:NewCheckout|}; }"));
        return test.Expect(string.Format(System.Globalization.CultureInfo.InvariantCulture, Through, "IsOn")).RunAsync();
    }

    private static string Source(string member, string use) => $$"""
        using System.Threading.Tasks;
        using Microsoft.FeatureManagement;

        class Page
        {
            private readonly Shop.Flags flags = null!;
            private readonly IFeatureManager features = null!;

            public {{member.Replace("; bool ", "; public bool ")}}
        }

        class Shelf
        {
            void Look(Page page)
            {
                bool found = {{use}};
            }
        }
        """;
}
