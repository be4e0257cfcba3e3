using FlagAnalyzers.CodeFixes.Tests.Removal.Setup;
using FlagAnalyzers.Removal;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests.Removal;

/// <summary>What others could use stays, and is reported when nothing in the solution uses it any more.</summary>
public sealed class DeadMemberTests
{
    private const string Cart = """
        public static class Cart
        {
            public static string Name(FlagCorpus.Flags flags) => flags.NewCheckout ? Fresh() : Classic.Name(2) + new Ticket { Number = 3 }.Number;

            public static string Fresh() => "new";

            public static string Never() => Helper();

            private static string Helper() => "helper";
        }
        """;

    private const string Classic = """
        public static class Classic
        {
            public static string Name(int n) => n > 0 ? Even(n) : Shared.Text;

            internal static string Even(int n) => n == 0 ? "even" : Odd(n - 1);

            internal static string Odd(int n) => n == 0 ? "odd" : Even(n - 1);
        }
        """;

    private const string Rest = """
        public static class Shared
        {
            public const string Text = "shared";
        }

        public sealed class Ticket
        {
            public int Number { get; set; }
        }

        public static class Other
        {
            public static string Text => Shared.Text;
        }
        """;

    [Fact]
    public async Task RemoveAsync_PublicTypeOnlyTheDeadBranchUsed_IsReportedWithItsFile()
    {
        RemovalResult result = await RemoveAsync(keep: true);

        Assert.Equal(["Classic", "Ticket"], result.DeadMembers.Select(static member => member.Name));
        Assert.Equal(("Classic.cs", 1), (result.DeadMembers[0].File, result.DeadMembers[0].Line));
        Assert.Equal(("Rest.cs", 6), (result.DeadMembers[1].File, result.DeadMembers[1].Line));
        Assert.Equal(["Classic.cs"], result.DeadFiles);
    }

    [Fact]
    public async Task RemoveAsync_OtherBranch_ReportsTheMemberThatItUsed()
    {
        RemovalResult result = await RemoveAsync(keep: false);

        Assert.Equal(["Cart.Fresh()"], result.DeadMembers.Select(static member => member.Name));
        Assert.Equal(5, result.DeadMembers[0].Line);
        Assert.Empty(result.DeadFiles);
    }

    private static async Task<RemovalResult> RemoveAsync(bool keep)
    {
        RemovalProject before = new(Cart, ("Classic.cs", Classic), ("Rest.cs", Rest));
        Assert.Empty(before.Errors);
        (RemovalProject after, RemovalResult result) = await before.RemoveAsync(keep);
        Assert.Empty(after.Errors);
        return result;
    }
}
