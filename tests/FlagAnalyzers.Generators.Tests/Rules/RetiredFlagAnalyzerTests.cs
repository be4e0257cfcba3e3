using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

public sealed class RetiredFlagAnalyzerTests
{
    private const string Manifest = """{ "flags": { "new-checkout": { "flagType": "boolean", "defaultValue": false } }, "retired": { "old-banner": "2026-05-01", "buy-button": "" } }""";

    private const string Message = "Flag 'old-banner' was retired on 2026-05-01: nothing evaluates it any more, and this code gets its fallback for ever; remove the use";

    [Fact]
    public Task Key_OfARetiredFlag_IsReported() => Test("""
        using System.Threading.Tasks;
        using Microsoft.FeatureManagement;

        class Page
        {
            Task<bool> Read(IFeatureManager features) => features.IsEnabledAsync({|#0:"Old-Banner"|});
            void Read(Shop.Flags flags) => flags.Evaluate<bool>({|#1:"old-banner"|});
            void Other(Shop.Flags flags) => flags.Evaluate<bool>("new-checkout");
        }
        """).Expect(Message, Message).RunAsync();

    [Fact]
    public Task Accessor_OfAnAssemblyBuiltBefore_IsReported() => Test(
        """
        class Page
        {
            bool Read(Shop.Flags flags) => flags.{|#0:OldBanner|} || flags.NewCheckout;
            string? Button(Shop.Flags flags) => flags.{|#1:BuyButton|};
        }
        """,
        withGeneratedFlags: false)
        .WithReferences(CompiledLibrary.Compile("Shop", Shop.GeneratedFlags, CompiledLibrary.Runtime))
        .Expect(Message, "Flag 'buy-button' was retired: nothing evaluates it any more, and this code gets its fallback for ever; remove the use").RunAsync();

    [Fact]
    public Task Key_InATestDouble_IsSilent() => Test("""
        using System.Threading.Tasks;
        using Microsoft.FeatureManagement;

        class Page
        {
            Task Look(ISessionManager session) => session.SetAsync("old-banner", true);
        }
        """).RunAsync();

    /// <summary>One mistake, one diagnostic.</summary>
    [Fact]
    public Task Key_OfARetiredFlag_IsNotUndeclaredToo() => new RuleTest<UndeclaredKeyAnalyzer>(
        """
        class Page
        {
            void Read(Shop.Flags flags) => flags.Evaluate<bool>("old-banner");
            void Misspelt(Shop.Flags flags) => flags.Evaluate<bool>({|FLAG2001:"old-baner"|});
        }
        """,
        Manifest).RunAsync();

    private static RuleTest<RetiredFlagAnalyzer> Test(string source, bool withGeneratedFlags = true) => new(source, Manifest, withGeneratedFlags: withGeneratedFlags);
}
