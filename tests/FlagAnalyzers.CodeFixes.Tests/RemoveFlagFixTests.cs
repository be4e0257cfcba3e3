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
        """, RemovalChoice.Keep("on").Equivalence);

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
        """, RemovalChoice.Keep("off").Equivalence);

    [Fact]
    public async Task Fix_StaleFlagWithAnotherValue_WritesTheValue() => await VerifyAsync(
        """
        using Shop;

        public class Page
        {
            public string? Title(Flags flags) => flags.{|#0:BuyButton|} == "control" ? "old" : "new";
        }
        """,
        """
        using Shop;

        public class Page
        {
            public string? Title(Flags flags) => "old";
        }
        """,
        RemovalChoice.Keep("control").Equivalence,
        "Flag 'buy-button' is stale: it expired 1 day ago, on 2027-02-11");

    [Fact]
    public async Task Fix_DecidedFlag_KeepsWhatEverybodyGets()
    {
        FixTest<DecidedFlagAnalyzer, RemoveFlagFix> test = new(
            Code.Replace("OldBanner", "{|#1:OldBanner|}", StringComparison.Ordinal),
            """
            using Shop;

            public class Page
            {
                public string Title(Flags flags)
                {
                    return "plain";
                }
            }
            """) { CodeActionEquivalenceKey = RemovalChoice.KeepDecided, NumberOfIncrementalIterations = 2 };
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(DecidedFlagAnalyzer.FLAG3003_DecidedFlagUsed).WithLocation(0).WithMessage(
            "Flag 'new-checkout' is decided: everybody gets false, and it was created 134 days ago, on 2026-10-01; keep that value and remove the flag (owner checkout, issue SHOP-1204)"));
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(DecidedFlagAnalyzer.FLAG3003_DecidedFlagUsed).WithLocation(1).WithMessage(
            "Flag 'old-banner' is decided: everybody gets false, and it was created 134 days ago, on 2026-10-01; keep that value and remove the flag (owner web)"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Fix_RetiredFlag_KeepsOnOrOff()
    {
        const string source = """
            using Shop;

            public class Page
            {
                public string Title(Flags flags) => flags.Evaluate<bool>({|#0:"old-checkout"|}, false).Value ? "new" : "old";
            }
            """;
        FixTest<RetiredFlagAnalyzer, RemoveFlagFix> test = new(
            source,
            source.Replace("flags.Evaluate<bool>({|#0:\"old-checkout\"|}, false).Value ? \"new\" : \"old\"", "\"old\"", StringComparison.Ordinal),
            """{ "flags": {}, "retired": { "old-checkout": "2026-05-01" } }""") { CodeActionEquivalenceKey = RemovalChoice.Keep("off").Equivalence };
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(RetiredFlagAnalyzer.FLAG3004_RetiredFlagUsed).WithLocation(0).WithMessage(
            "Flag 'old-checkout' was retired on 2026-05-01: nothing evaluates it any more, and this code gets its fallback for ever; remove the use"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Fix_UseThatHasToStay_IsNotOffered()
    {
        const string source = """
            using System;
            using System.Linq.Expressions;
            using Shop;

            public class Page
            {
                public Expression<Func<Flags, bool>> Title() => flags => flags.{|#0:NewCheckout|};
            }
            """;

        await VerifyAsync(source, source, RemovalChoice.Keep("on").Equivalence);
    }

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

        await VerifyAsync(source, source, RemovalChoice.Keep("on").Equivalence, "Flag 'buy-button' is stale: it expired 1 day ago, on 2027-02-11");
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
