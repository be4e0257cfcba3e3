using FlagAnalyzers.CodeFixes.Tests.Removal.Setup;
using FlagAnalyzers.Removal;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests.Removal;

/// <summary>Keys that are handed to a flag API in other ways than plainly.</summary>
public sealed class KeyUseTests
{
    private const string Client = """
        public interface IClient
        {
            bool Ask(string key, bool fallback);
        }

        public static class Names
        {
            public const string Checkout = "new-checkout";
            public const string Composed = "new" + "-checkout";

            public static string Property => "new-checkout";

            public static string Kept { get; } = "new-checkout";
        }
        """;

    private const string Options = """
        is_global = true
        build_property.FlagsApis = IClient.Ask(key, fallback): boolean
        """;

    [Theory]
    [InlineData("client.Ask((Names.Checkout), false)", "true")]
    [InlineData("client.Ask((\"new-checkout\"), (false))", "true")]
    [InlineData("client.Ask(fallback: count > 1, key: Names.Checkout)", "true")]
    [InlineData("client.Ask(Names.Composed, false)", "true")]
    [InlineData("client.Ask(Names.Property, false)", "true")]
    [InlineData("client.Ask(Names.Kept, false)", "true")]
    public async Task Key_HoweverItIsWritten_IsAUse(string read, string expected)
    {
        (string text, RemovalResult result) = await RemoveAsync(read);

        Assert.Equal(Source(expected), text);
        Assert.True(Assert.Single(result.Uses).IsRemoved);
    }

    [Theory]
    [InlineData("client.Ask(count > 1 ? Names.Checkout : \"old-banner\", false)", "one of several")]
    [InlineData("client.Ask(\"new-checkout\", Next() > 1)", "may have effects")]
    [InlineData("client.Ask(Names.Property, Next() > 1)", "may have effects")]
    public async Task Read_ThatCannotGo_StaysAndIsReported(string read, string obstacle)
    {
        (string text, RemovalResult result) = await RemoveAsync(read);

        Assert.Equal(Source(read), text);
        Assert.Contains(obstacle, Assert.Single(result.Uses).Obstacle, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static bool IsNew(Missing flags) => flags.NewCheckout;")]
    [InlineData("public static bool IsNew(Missing client) => client.IsOn(\"new-checkout\");")]
    [InlineData("public static bool IsNew(Missing client) => client.IsOn(Names.Checkout);")]
    [InlineData("public static bool IsNew(IClient client) => client.Ask(Missing.Checkout, false);")]
    [InlineData("[MissingGate(\"new-checkout\")] public static bool IsNew() => true;")]
    public async Task Code_ThatDoesNotBind_IsReportedWhereItMayUseTheFlag(string member)
    {
        RemovalProject before = new("public static class Page\n{\n    " + member + "\n}\n", ("Client.cs", Client), (".globalconfig", Options));
        (RemovalProject after, RemovalResult result) = await before.RemoveAsync(keep: true);

        Assert.Equal(before.Text.ToString(), after.Text.ToString());
        Assert.Contains("could not be resolved", Assert.Single(result.Uses).Obstacle, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Toggle.NewCheckout.IsOn(count)", "true")]
    [InlineData("!(count > 1) && Toggle.NewCheckout.IsOn(count)", "!(count > 1)")]
    [InlineData("Toggles.IsOn(Toggle.NewCheckout, count)", "true")]
    [InlineData("Toggles.IsOn(user: count, toggle: Toggle.NewCheckout)", "true")]
    [InlineData("Toggle.OldBanner.IsOn(count)", null)]
    [InlineData("Toggle.NewCheckout.IsKnown()", null)]
    public async Task MemberOfEnumeration_ThatIsTheKey_IsAUse(string read, string? expected)
    {
        const string Enumeration = """
            public enum Toggle
            {
                OldBanner,
                NewCheckout,
            }

            public static class Toggles
            {
                public static bool IsOn(this Toggle toggle, int user) => user > (int)toggle;

                public static bool IsKnown(this Toggle toggle) => toggle <= Toggle.NewCheckout;
            }
            """;
        RemovalProject before = new(Source(read), ("Toggles.cs", Enumeration), ("Client.cs", Client), (".globalconfig", "is_global = true\nbuild_property.FlagsApis = Toggles.IsOn(toggle): boolean"));
        Assert.Empty(before.Errors);

        (RemovalProject after, RemovalResult result) = await before.RemoveAsync("NewCheckout", keep: true);

        Assert.Empty(after.Errors);
        Assert.Equal(Source(expected ?? read), after.Text.ToString());
        Assert.Equal(expected is null ? 0 : 1, result.Uses.Count);
    }

    [Fact]
    public async Task Constant_OfAPrefixThatOtherKeysShare_HoldsTheKey()
    {
        const string Prefixed = """
            public static class Prefixed
            {
                private const string Prefix = "Shop.";
                public const string Checkout = Prefix + "Checkout";
                public const string Banner = Prefix + "Banner";
            }
            """;
        RemovalProject before = new(Source("client.Ask(Prefixed.Checkout, false) && client.Ask(Prefixed.Banner, false)"), ("Prefixed.cs", Prefixed), ("Client.cs", Client), (".globalconfig", Options));

        (RemovalProject after, _) = await before.RemoveAsync("Shop.Checkout", keep: true);

        Assert.Empty(after.Errors);
        Assert.Equal(Source("client.Ask(Prefixed.Banner, false)"), after.Text.ToString());
    }

    [Theory]
    [InlineData("public static readonly string Checkout = \"new-checkout\";")]
    [InlineData("public static string Checkout { get; } = \"new-checkout\";")]
    public async Task Member_ThatAStaticConstructorSetsAgain_IsNoKey(string member)
    {
        string late = "public static class Late { static Late() { Checkout = \"old-banner\"; } " + member + " }";
        RemovalProject before = new(Source("client.Ask(Late.Checkout, false)"), ("Late.cs", late), ("Client.cs", Client), (".globalconfig", Options));
        Assert.Empty(before.Errors);

        (RemovalProject after, _) = await before.RemoveAsync(keep: true);

        Assert.Equal(before.Text.ToString(), after.Text.ToString());
    }

    private static string Source(string read) =>
        $"public static class Page\n{{\n    public static int Next() => System.Environment.TickCount;\n\n    public static bool IsNew(IClient client, int count) => {read};\n}}\n";

    private static async Task<(string Text, RemovalResult Result)> RemoveAsync(string read)
    {
        RemovalProject before = new(Source(read), ("Client.cs", Client), (".globalconfig", Options));
        Assert.Empty(before.Errors);
        (RemovalProject after, RemovalResult result) = await before.RemoveAsync(keep: true);
        Assert.Empty(after.Errors);
        return (after.Text.ToString(), result);
    }
}
