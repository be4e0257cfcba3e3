using FlagAnalyzers.Generators.Rules;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests;

public sealed class LiteralKeyFixTests
{
    [Fact]
    public Task Literal_InAnotherNamespace_BecomesTheQualifiedConstant() => VerifyAsync(
        """
        class Page
        {
            bool Read(Shop.Flags flags) => flags.Evaluate<bool>(/* key */ {|FLAG2002:"new-checkout"|} /* here */).Value;
        }
        """,
        """
        class Page
        {
            bool Read(Shop.Flags flags) => flags.Evaluate<bool>(/* key */ Shop.Flags.Keys.NewCheckout /* here */).Value;
        }
        """);

    [Fact]
    public Task Literal_InTheSameNamespace_BecomesTheShortConstant() => VerifyAsync(
        """
        namespace Shop.Pages
        {
            class Page
            {
                bool Read(Flags flags) => flags.Evaluate<bool>({|FLAG2002:"new-checkout"|}).Value;
            }
        }
        """,
        """
        namespace Shop.Pages
        {
            class Page
            {
                bool Read(Flags flags) => flags.Evaluate<bool>(Flags.Keys.NewCheckout).Value;
            }
        }
        """);

    [Fact]
    public Task Literals_ManyInOneFile_AreFixedTogether() => VerifyAsync(
        """
        using Microsoft.FeatureManagement;
        using Microsoft.FeatureManagement.Mvc;
        using Shop;

        [FeatureGate({|FLAG2002:"new-checkout"|}, {|FLAG2002:@"Old-Banner"|})]
        class Page
        {
            void Read(IFeatureManager features)
            {
                features.IsEnabledAsync(
                    {|FLAG2002:"buy-button"|});
            }
        }
        """,
        """
        using Microsoft.FeatureManagement;
        using Microsoft.FeatureManagement.Mvc;
        using Shop;

        [FeatureGate(Flags.Keys.NewCheckout, Flags.Keys.OldBanner)]
        class Page
        {
            void Read(IFeatureManager features)
            {
                features.IsEnabledAsync(
                    Flags.Keys.BuyButton);
            }
        }
        """);

    [Fact]
    public Task Literal_WhereFlagsIsAPropertyToo_StillMeansTheClass() => VerifyAsync(
        """
        using Shop;

        class Page
        {
            Flags Flags { get; } = null!;
            bool Read() => Flags.Evaluate<bool>({|FLAG2002:"new-checkout"|}).Value;
        }
        """,
        """
        using Shop;

        class Page
        {
            Flags Flags { get; } = null!;
            bool Read() => Flags.Evaluate<bool>(Flags.Keys.NewCheckout).Value;
        }
        """);

    [Fact]
    public Task Literal_WhereAnotherFlagsIsInScope_IsQualified() => VerifyAsync(
        """
        class Flags { }

        class Page
        {
            bool Read(Shop.Flags flags) => flags.Evaluate<bool>({|FLAG2002:"new-checkout"|}).Value;
        }
        """,
        """
        class Flags { }

        class Page
        {
            bool Read(Shop.Flags flags) => flags.Evaluate<bool>(Shop.Flags.Keys.NewCheckout).Value;
        }
        """);

    [Fact]
    public Task Literal_WithWindowsLineEnds_KeepsThem() => VerifyAsync(
        "class Page\r\n{\r\n    bool Read(Shop.Flags flags) => flags.Evaluate<bool>({|FLAG2002:\"new-checkout\"|}).Value;\r\n}\r\n",
        "class Page\r\n{\r\n    bool Read(Shop.Flags flags) => flags.Evaluate<bool>(Shop.Flags.Keys.NewCheckout).Value;\r\n}\r\n");

    private static Task VerifyAsync(string source, string fixedSource) => new FixTest<LiteralKeyAnalyzer, LiteralKeyFix>(source, fixedSource).RunAsync();
}
