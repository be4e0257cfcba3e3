using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

public sealed class TangledFlagsAnalyzerTests
{
    private const string Message =
        "Flag 'old-banner' is read inside the branch of flag 'new-checkout': nobody tests every combination of the two; decide one before the other starts, or make them one flag with several variants";

    [Theory]
    [InlineData("if (flags.NewCheckout) { Show(flags.{|#0:OldBanner|}); }")]
    [InlineData("if (!flags.NewCheckout) { } else { if (flags.{|#0:OldBanner|}) { Show(true); } }")]
    [InlineData("if (flags.NewCheckout) { Show(true); } else if (flags.{|#0:OldBanner|}) { Show(false); }")]
    [InlineData("Show(flags.NewCheckout ? flags.{|#0:OldBanner|} : false);")]
    [InlineData("if (flags.NewCheckout && ready) { Later(() => flags.{|#0:OldBanner|}); }")]
    [InlineData("switch (flags.Evaluate<bool>(\"new-checkout\").Value) { case true: Show(flags.Evaluate<bool>(\"old-banner\").{|#0:Value|}); break; }", true)]
    [InlineData("Show(flags.NewCheckout switch { true => flags.{|#0:OldBanner|}, _ => false });")]
    public Task Read_InsideTheBranchOfAnother_IsReported(string statement, bool isAtTheCall = false) => RuleTest<TangledFlagsAnalyzer>.VerifyAsync(
        Source(isAtTheCall ? statement.Replace("flags.Evaluate<bool>(\"old-banner\").{|#0:Value|}", "flags.{|#0:Evaluate<bool>|}(\"old-banner\").Value") : statement),
        Message);

    [Theory]
    [InlineData("if (flags.NewCheckout && flags.OldBanner) { Show(true); }")]
    [InlineData("if (flags.NewCheckout) { Show(flags.NewCheckout); }")]
    [InlineData("if (flags.NewCheckout) { Show(true); } Show(flags.OldBanner);")]
    [InlineData("if (ready) { Show(flags.OldBanner); }")]
    [InlineData("if (flags.NewCheckout) { Show(nameof(flags.OldBanner) is null); }")]
    public Task Read_Elsewhere_IsSilent(string statement) => RuleTest<TangledFlagsAnalyzer>.VerifyAsync(Source(statement));

    [Fact]
    public Task Read_InsideOfTwo_IsReportedOnceForTheNearest() => RuleTest<TangledFlagsAnalyzer>.VerifyAsync(
        Source("if (flags.BuyButton == \"a\") { if (flags.{|FLAG4002:NewCheckout|}) { Show(flags.{|#0:OldBanner|}); } }"),
        Message);

    private static string Source(string statement) => $$"""
        class Page
        {
            void Render(Shop.Flags flags, bool ready)
            {
                {{statement}}
            }

            static void Show(bool visible) { }
            static void Later(System.Func<bool> look) { }
        }
        """;
}
