using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

public sealed class UnfinishedBranchAnalyzerTests
{
    private const string Throws = "A branch of flag 'new-checkout' throws NotImplementedException: whoever the flag chooses for it gets an error; finish it before the flag can be switched";
    private const string Empty = "Flag 'new-checkout' decides between nothing and nothing: write the branch, or remove the condition";

    [Theory]
    [InlineData("if (flags.NewCheckout) { throw {|#0:new NotImplementedException()|}; } return 1;")]
    [InlineData("if (ready && !flags.NewCheckout) throw {|#0:new NotImplementedException(\"soon\")|}; return 1;")]
    [InlineData("if (flags.NewCheckout) { return 1; } else { throw {|#0:new NotImplementedException()|}; }")]
    [InlineData("return flags.NewCheckout ? throw {|#0:new NotImplementedException()|} : 1;")]
    [InlineData("return flags.NewCheckout switch { true => throw {|#0:new NotImplementedException()|}, false => 1 };")]
    [InlineData("switch (flags.NewCheckout) { case true: throw {|#0:new NotImplementedException()|}; default: return 1; }")]
    public Task Branch_ThatIsNotImplemented_IsReported(string statements) => RuleTest<UnfinishedBranchAnalyzer>.VerifyAsync(Source(statements), Throws);

    [Theory]
    [InlineData("if (flags.{|#0:NewCheckout|}) { } return 1;")]
    [InlineData("if (flags.{|#0:NewCheckout|}) { /* soon */ } else { { } } return 1;")]
    [InlineData("if (flags.{|#0:NewCheckout|}) ; return 1;")]
    public Task Condition_WithNothingEitherWay_IsReported(string statements) => RuleTest<UnfinishedBranchAnalyzer>.VerifyAsync(Source(statements), Empty);

    [Theory]
    [InlineData("if (flags.NewCheckout) { } else { return 2; } return 1;")]
    [InlineData("if (flags.NewCheckout) { throw new InvalidOperationException(); } return 1;")]
    [InlineData("if (ready) { throw new NotImplementedException(); } return 1;")]
    [InlineData("if (flags.NewCheckout) { Console.WriteLine(); throw new NotImplementedException(); } return 1;")]
    [InlineData("if (ready) { } return 1;")]
    [InlineData("if (flags.NewCheckout) { return 1; } throw new NotImplementedException();")]
    public Task Branch_ThatDoesSomething_IsSilent(string statements) => RuleTest<UnfinishedBranchAnalyzer>.VerifyAsync(Source(statements));

    private static string Source(string statements) => $$"""
        using System;

        class Page
        {
            int Render(Shop.Flags flags, bool ready)
            {
                {{statements}}
            }
        }
        """;
}
