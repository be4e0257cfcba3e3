using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

public sealed class UndeclaredKeyAnalyzerTests
{
    private const string NearMessage = "Flag 'new-chekout' is not declared in flags.json; did you mean 'new-checkout'?";

    [Fact]
    public Task Key_MisspeltLiteral_NamesTheNearKey() => RuleTest<UndeclaredKeyAnalyzer>.VerifyAsync(
        """
        class Page
        {
            bool Read(Shop.Flags flags) => flags.Evaluate<bool>({|#0:"new-chekout"|}).Value;
        }
        """,
        NearMessage);
}
