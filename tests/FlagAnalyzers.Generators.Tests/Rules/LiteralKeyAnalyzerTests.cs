using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

public sealed class LiteralKeyAnalyzerTests
{
    [Fact]
    public Task Literal_OfDeclaredKey_NamesTheConstant() => RuleTest<LiteralKeyAnalyzer>.VerifyAsync(
        """
        class Page
        {
            bool Read(Shop.Flags flags) => flags.Evaluate<bool>({|#0:"new-checkout"|}).Value;
        }
        """,
        "Key 'new-checkout' is written as a literal: use Flags.Keys.NewCheckout, which the compiler misses when the flag is removed");

    [Fact]
    public Task Literal_InLists_IsReportedEach() => RuleTest<LiteralKeyAnalyzer>.VerifyAsync(
        """
        using Microsoft.FeatureManagement.Mvc;

        class Page
        {
            [FeatureGate({|FLAG2002:"new-checkout"|}, {|FLAG2002:"Old-Banner"|}, Shop.Flags.Keys.BuyButton, "no-flag")]
            void Read() { }
        }
        """);

    [Fact]
    public Task Key_NotALiteral_IsSilent() => RuleTest<LiteralKeyAnalyzer>.VerifyAsync(
        """
        class Page
        {
            const string Key = "new-checkout";

            void Read(Shop.Flags flags)
            {
                flags.Evaluate<bool>(Key);
                flags.Evaluate<bool>(Shop.Flags.Keys.NewCheckout);
                flags.Evaluate<bool>("no-flag");
            }
        }
        """);

    [Fact]
    public Task Constant_OutOfReach_IsSilent()
    {
        RuleTest<LiteralKeyAnalyzer> test = new(
            """
            using System.Threading.Tasks;
            using Microsoft.FeatureManagement;

            class Page
            {
                Task<bool> Read(IFeatureManager features) => features.IsEnabledAsync("new-checkout");
            }
            """,
            manifest: null,
            withGeneratedFlags: false);
        test.TestState.AdditionalReferences.Add(CompiledLibrary.Compile("Shop", Shop.GeneratedFlags.Replace("public sealed partial class Flags", "internal sealed partial class Flags"), CompiledLibrary.Runtime));
        return test.RunAsync();
    }

    [Fact]
    public Task Constant_OfReferencedAssembly_IsNamed()
    {
        RuleTest<LiteralKeyAnalyzer> test = new(
            """
            using System.Threading.Tasks;
            using Microsoft.FeatureManagement;

            class Page
            {
                Task<bool> Read(IFeatureManager features) => features.IsEnabledAsync({|FLAG2002:"new-checkout"|});
            }
            """,
            manifest: null,
            withGeneratedFlags: false);
        test.TestState.AdditionalReferences.Add(CompiledLibrary.Compile("Shop", Shop.GeneratedFlags, CompiledLibrary.Runtime));
        return test.RunAsync();
    }
}
