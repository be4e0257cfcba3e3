using FlagAnalyzers.CodeFixes.Tests.Removal.Setup;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using FlagAnalyzers.Removal;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests.Removal;

/// <summary>Tests that fix flags by the values class that is generated for them.</summary>
public sealed class FixedValuesTests
{
    private const string Test = """
        public static class PageTests
        {
            [FlagCorpus.Fact]
            public static void Both_Show()
            {
                var values = new Shop.Flags.Values { NewCheckout = true, OldBanner = true };
                values.ToString();
            }

            [FlagCorpus.Fact]
            public static void Old_Shows()
            {
                var values = new Shop.Flags.Values { NewCheckout = false };
                values.ToString();
            }
        }

        """;

    [Fact]
    public async Task FixedValue_NothingReadsTheFlag_Goes()
    {
        RemovalProject before = new(Test, ("Flags.g.cs", Shop.GeneratedFlags));
        Assert.Empty(before.Errors);

        (RemovalProject after, RemovalResult result) = await before.RemoveAsync(keep: true);

        Assert.Empty(after.Errors);
        Assert.True(result.IsComplete, string.Join('\n', result.Uses));
        Assert.Equal(
            """
            public static class PageTests
            {
                [FlagCorpus.Fact]
                public static void Both_Show()
                {
                    var values = new Shop.Flags.Values { OldBanner = true };
                    values.ToString();
                }
            }

            """,
            after.Text.ToString());
    }

    [Fact]
    public async Task FixedValue_UseThatIsLeft_Stays()
    {
        const string page = """
            public static class Page
            {
                public static System.Linq.Expressions.Expression<System.Func<Shop.Flags, bool>> IsNew => flags => flags.NewCheckout;
            }
            """;
        RemovalProject before = new(Test, ("Flags.g.cs", Shop.GeneratedFlags), ("Page.cs", page));

        (RemovalProject after, RemovalResult result) = await before.RemoveAsync(keep: true);

        Assert.Equal(Test, after.Text.ToString());
        Assert.Equal(3, result.Uses.Count(static use => !use.IsRemoved));
    }
}
