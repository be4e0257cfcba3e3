using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

public sealed class ExpiringFlagAnalyzerTests
{
    private const string Source = """
        class Page
        {
            bool Read(Shop.Flags flags) => flags.{|#0:NewCheckout|};
            bool ReadByKey(Shop.Flags flags) => flags.Evaluate<bool>({|#1:"new-checkout"|}).Value;
        }
        """;

    [Theory]
    [InlineData("2027-01-17", "in 14 days")]
    [InlineData("2027-01-30", "in 1 day")]
    [InlineData("2027-01-31", "today")]
    public Task Flag_NearItsEnd_IsReported(string referenceDate, string when)
    {
        string message = $"Flag 'new-checkout' expires {when}, on 2027-01-31 (owner checkout, issue SHOP-1204)";
        return new RuleTest<ExpiringFlagAnalyzer>(Source, referenceDate: referenceDate).Expect(message, message).RunAsync();
    }

    [Theory]
    [InlineData("2027-01-16")]
    [InlineData("2027-02-01")]
    [InlineData(null)]
    public Task Flag_NotNearItsEnd_IsSilent(string? referenceDate) => new RuleTest<ExpiringFlagAnalyzer>(WithoutMarks(Source), referenceDate: referenceDate).RunAsync();

    [Fact]
    public Task Option_MoreDays_LooksFurther()
    {
        const string Message = "Flag 'new-checkout' expires in 30 days, on 2027-01-31 (owner checkout, issue SHOP-1204)";
        return new RuleTest<ExpiringFlagAnalyzer>(Source, referenceDate: "2027-01-01").WithProperty("FlagsExpirySoonDays", "30").Expect(Message, Message).RunAsync();
    }

    private static string WithoutMarks(string source) => source.Replace("{|#0:", "").Replace("{|#1:", "").Replace("|}", "");
}
