using FlagAnalyzers.Generators.Rules;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests;

public sealed class RemoveFlagFixTests
{
    private const string Code = """
        using Shop;

        public class Page
        {
            public string Title(Flags flags)
            {
                if (flags.{|#0:NewCheckout|})
                {
                    return "new";
                }

                return flags.OldBanner ? "banner" : "plain";
            }
        }
        """;

    [Fact]
    public async Task Fix_StaleFlagKeptOn_LeavesTheBranch() => await VerifyAsync(Code, """
        using Shop;

        public class Page
        {
            public string Title(Flags flags)
            {
                return "new";
            }
        }
        """, RemovalChoice.KeepOn.Equivalence);

    [Fact]
    public async Task Fix_StaleFlagKeptOff_LeavesTheRest() => await VerifyAsync(Code, """
        using Shop;

        public class Page
        {
            public string Title(Flags flags)
            {
                return flags.OldBanner ? "banner" : "plain";
            }
        }
        """, RemovalChoice.KeepOff.Equivalence);

    [Fact]
    public async Task Fix_FlagThatIsNotOnOrOff_IsNotOffered()
    {
        const string source = """
            using Shop;

            public class Page
            {
                public string? Title(Flags flags) => flags.{|#0:BuyButton|};
            }
            """;

        await VerifyAsync(source, source, RemovalChoice.KeepOn.Equivalence, "Flag 'buy-button' is stale: it expired 1 day ago, on 2027-02-11");
    }

    private static async Task VerifyAsync(
        string source,
        string fixedSource,
        string equivalence,
        string message = "Flag 'new-checkout' is stale: it expired 12 days ago, on 2027-01-31 (owner checkout, issue SHOP-1204)")
    {
        FixTest<StaleFlagAnalyzer, RemoveFlagFix> test = new(source, fixedSource) { CodeActionEquivalenceKey = equivalence };
        DiagnosticResult stale = new DiagnosticResult(StaleFlagAnalyzer.FLAG3001_StaleFlagUsed).WithLocation(0).WithMessage(message);
        test.TestState.ExpectedDiagnostics.Add(stale);
        if (source == fixedSource)
        {
            test.FixedState.ExpectedDiagnostics.Add(stale);
        }

        await test.RunAsync();
    }
}
