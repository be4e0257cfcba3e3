using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

public sealed class StaleFlagAnalyzerTests
{
    private const string NewCheckoutMessage = "Flag 'new-checkout' is stale: it expired 12 days ago, on 2027-01-31 (owner checkout, issue SHOP-1204)";

    private const string ReadsNewCheckout = """
        class Page
        {
            bool Read(Shop.Flags flags) => flags.{|#0:NewCheckout|};
        }
        """;

    [Fact]
    public Task Accessor_PastExpiry_NamesDaysOwnerAndIssue() => RuleTest<StaleFlagAnalyzer>.VerifyAsync(ReadsNewCheckout, NewCheckoutMessage);

    [Fact]
    public Task Accessor_OneDayPast_SaysDayAndNobody() => RuleTest<StaleFlagAnalyzer>.VerifyAsync(
        """
        class Page
        {
            string? Read(Shop.Flags? flags) => flags?.{|#0:BuyButton|};
        }
        """,
        "Flag 'buy-button' is stale: it expired 1 day ago, on 2027-02-11");

    [Theory]
    [InlineData("2027-01-30")]
    [InlineData("2027-01-31")]
    [InlineData(null)]
    [InlineData("not a date")]
    [InlineData("2027-02-30")]
    public Task Accessor_NotPastExpiry_IsSilent(string? referenceDate) =>
        new RuleTest<StaleFlagAnalyzer>(ReadsNewCheckout.Replace("{|#0:", "").Replace("|}", ""), referenceDate: referenceDate).RunAsync();

    [Fact]
    public Task Accessor_HoweverItIsRead_IsReported() => RuleTest<StaleFlagAnalyzer>.VerifyAsync(
        """
        using System;
        using System.Linq.Expressions;

        static class Aliases
        {
            public static Shop.Flags Current => null!;
        }

        class Page
        {
            bool field = Aliases.Current.{|FLAG3001:NewCheckout|};

            void Read(Shop.Flags flags, object any)
            {
                _ = flags is { {|FLAG3001:NewCheckout|}: true };
                _ = any is Shop.Flags { {|FLAG3001:NewCheckout|}: false };
                Func<bool> lambda = () => flags.{|FLAG3001:NewCheckout|};
                Expression<Func<Shop.Flags, bool>> tree = f => f.{|FLAG3001:NewCheckout|};
                Local();
                void Local() => Console.WriteLine($"{flags.{|FLAG3001:NewCheckout|}}");
            }
        }
        """);

    /// <summary>Naming is not reading: documentation, nameof and the initial values of tests stay until the accessor itself goes.</summary>
    [Fact]
    public Task Accessor_OnlyNamed_IsSilent() => RuleTest<StaleFlagAnalyzer>.VerifyAsync(
        """
        /// <summary>See <see cref="Shop.Flags.NewCheckout"/>.</summary>
        class Page
        {
            string Name(Shop.Flags flags) => nameof(flags.NewCheckout) + nameof(Shop.Flags.NewCheckout) + Shop.Flags.Keys.NewCheckout;
            Shop.Flags.Values Values() => new Shop.Flags.Values { NewCheckout = true };
            bool Fresh(Shop.Flags flags) => flags.OldBanner;
        }
        """);

    [Fact]
    public Task Key_OfStaleFlag_IsReported() => RuleTest<StaleFlagAnalyzer>.VerifyAsync(
        """
        using System.Threading.Tasks;
        using FlagAnalyzers;
        using Microsoft.FeatureManagement;
        using Microsoft.FeatureManagement.Mvc;

        [FeatureGate({|#0:Shop.Flags.Keys.NewCheckout|}, "old-banner")]
        class Page
        {
            void Read(Shop.Flags flags) => flags.Evaluate<bool>({|#1:"new-checkout"|});
            Task<bool> Read(IFeatureManager features) => features.IsEnabledAsync({|#2:"NEW-CHECKOUT"|});
            bool Wrapped() => IsOn({|#3:"new-checkout"|});
            static bool IsOn([FlagKey] string key) => true;
        }
        """,
        NewCheckoutMessage,
        NewCheckoutMessage,
        NewCheckoutMessage,
        NewCheckoutMessage);

    [Fact]
    public Task Key_NotReadThere_IsSilent() => RuleTest<StaleFlagAnalyzer>.VerifyAsync(
        """
        using System.Threading.Tasks;
        using Microsoft.FeatureManagement;

        class Page
        {
            async Task Look(ISessionManager session, IFeatureDefinitionProvider definitions)
            {
                await session.SetAsync("new-checkout", true);
                await definitions.GetFeatureDefinitionAsync("new-checkout");
            }
        }
        """);

    [Fact]
    public Task Flags_OfReferencedAssembly_AreReported()
    {
        RuleTest<StaleFlagAnalyzer> test = new(
            """
            using System.Threading.Tasks;
            using Microsoft.FeatureManagement;

            class Page
            {
                bool Read(Shop.Flags flags) => flags.{|#0:NewCheckout|};
                Task<bool> Read(IFeatureManager features) => features.IsEnabledAsync({|#1:Shop.Flags.Keys.NewCheckout|});
            }
            """,
            manifest: null,
            withGeneratedFlags: false);
        test.TestState.AdditionalReferences.Add(CompiledLibrary.Compile("Shop", Shop.GeneratedFlags, CompiledLibrary.Runtime));
        return test.Expect(NewCheckoutMessage, NewCheckoutMessage).RunAsync();
    }

    /// <summary>A hand-written property may carry the attribute too: what counts is the symbol.</summary>
    [Fact]
    public Task Attribute_WithoutGeneratedClass_IsEnough() => new RuleTest<StaleFlagAnalyzer>(
        """
        interface ISwitches
        {
            [FlagAnalyzers.Flag("by-hand", Expires = "2027-02-02")]
            bool ByHand { get; }

            [FlagAnalyzers.Flag("odd-date", Expires = "soon")]
            bool OddDate { get; }
        }

        class Page
        {
            bool Read(ISwitches switches) => switches.{|#0:ByHand|} || switches.OddDate;
        }
        """,
        manifest: null,
        withGeneratedFlags: false).Expect("Flag 'by-hand' is stale: it expired 10 days ago, on 2027-02-02").RunAsync();
}
