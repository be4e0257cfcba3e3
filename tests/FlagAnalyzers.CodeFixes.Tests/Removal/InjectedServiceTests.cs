using FlagAnalyzers.CodeFixes.Tests.Removal.Setup;
using FlagAnalyzers.Removal;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests.Removal;

/// <summary>A service that answers flags, injected through a constructor, as most programs read them.</summary>
public sealed class InjectedServiceTests
{
    [Fact]
    public async Task Service_ReadForTheFlagOnly_GoesWithFieldParameterAndArguments()
    {
        string text = await RemoveAsync("""
            /// <summary>Ships.</summary>
            public class Shipping
            {
                private readonly IToggles _toggles;
                private readonly int _days;

                /// <summary>Makes it.</summary>
                /// <param name="toggles">What is on.</param>
                /// <param name="days">How long it takes.</param>
                public Shipping(IToggles toggles, int days)
                {
                    _toggles = toggles;
                    _days = days;
                }

                public int Days()
                {
                    if (!_toggles.IsOn(Keys.Checkout))
                    {
                        return 9;
                    }

                    return _days;
                }
            }

            public static class Program
            {
                public static Shipping Make(IServiceProvider services, IToggles toggles) => new(toggles, 3);

                public static Shipping Fake() => new Shipping(Substitute.For<IToggles>(), days: 4);
            }

            """);

        Assert.Equal("""
            /// <summary>Ships.</summary>
            public class Shipping
            {
                private readonly int _days;

                /// <summary>Makes it.</summary>
                /// <param name="days">How long it takes.</param>
                public Shipping(int days)
                {
                    _days = days;
                }

                public int Days()
                {
                    return _days;
                }
            }

            public static class Program
            {
                public static Shipping Make(IServiceProvider services, IToggles toggles) => new(3);

                public static Shipping Fake() => new Shipping(days: 4);
            }

            """, text);
    }

    [Fact]
    public async Task Service_LastOnItsLine_LeavesTheEndOfTheLine()
    {
        string text = await RemoveAsync("""
            public class Shipping
            {
                private readonly IToggles _toggles;
                private readonly int _days;

                public Shipping(int weeks, IToggles toggles,
                    int days, string name)
                {
                    _toggles = toggles;
                    _days = (weeks * 7) + days + name.Length;
                }

                public int Days() => _toggles.IsOn(Keys.Checkout) ? _days : 9;
            }

            public static class Program
            {
                public static Shipping Make(IToggles toggles) => new Shipping(1, toggles, // as usual
                    2, "");
            }

            """);

        Assert.Contains("public Shipping(int weeks,\n        int days, string name)\n", text, StringComparison.Ordinal);
        Assert.Contains("new Shipping(1, // as usual\n        2, \"\");", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_LastOfAll_LeavesTheClosingBracketOnItsLine()
    {
        string text = await RemoveAsync("""
            public class Shipping
            {
                private readonly IToggles _toggles;
                private readonly int _days;

                public Shipping(
                    int days, // in all
                    IToggles toggles
                    )
                {
                    _toggles = toggles;
                    _days = days;
                }

                public int Days() => _toggles.IsOn(Keys.Checkout) ? _days : 9;
            }

            public static class Program
            {
                public static Shipping Make(IToggles toggles) => new Shipping(2, toggles
                    );
            }

            """);

        Assert.Contains("public Shipping(\n        int days // in all\n        )\n", text, StringComparison.Ordinal);
        Assert.Contains("new Shipping(2\n        );", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_OfAClassThatCodeMakesWhichDoesNotBind_Stays()
    {
        const string Source = """
            namespace Shop.Inner;

            public class Shipping(IToggles toggles)
            {
                public int Days() => toggles.IsOn(Keys.Checkout) ? 3 : 9;
            }

            """;
        RemovalProject before = new(Source, Toggles.Service, Toggles.Options, ("Maker.cs", "public static class Maker { public static object Make(IToggles toggles) => new Shipping(toggles); }"));
        Assert.Equal("CS0246", Assert.Single(before.Errors).Id);

        (RemovalProject after, _) = await before.RemoveAsync(keep: true);

        Assert.Equal(Source.Replace("toggles.IsOn(Keys.Checkout) ? 3 : 9", "3", StringComparison.Ordinal), after.Text.ToString());
    }

    [Fact]
    public async Task Service_OfPrimaryConstructor_GoesAlsoFromDerivedClasses()
    {
        string text = await RemoveAsync("""
            public class Shipping(
                int days,
                IToggles toggles)
            {
                public int Days => toggles.IsOn(Keys.Checkout) ? days : 9;
            }

            public sealed class Express(IToggles toggles) : Shipping(1, toggles)
            {
            }

            """);

        Assert.Equal("""
            public class Shipping(
                int days)
            {
                public int Days => days;
            }

            public sealed class Express() : Shipping(1)
            {
            }

            """, text);
    }

    [Theory]
    [InlineData("public bool Banner => toggles.IsOn(Keys.Banner);", "public static Shipping Make(IToggles toggles) => new(toggles, 3);")]
    [InlineData("", "public static object Make(IToggles toggles) => Activator.CreateInstance(typeof(Shipping), toggles, 3)!;")]
    [InlineData("", "public static Shipping Make(IToggles toggles) => Substitute.For<Shipping>(toggles, 3);")]
    [InlineData("", "private static IToggles Log() => throw new InvalidOperationException();\n\n    public static Shipping Make() => new(Log(), 3);")]
    public async Task Service_StillNeededOrPassedInAWayNotUnderstood_Stays(string member, string maker)
    {
        string text = await RemoveAsync($$"""
            public class Shipping(IToggles toggles, int days)
            {
                public int Days => toggles.IsOn(Keys.Checkout) ? days : 9;

                {{member}}
            }

            public static class Program
            {
                {{maker}}
            }

            """);

        Assert.Contains("Shipping(IToggles toggles, int days)", text, StringComparison.Ordinal);
        Assert.Contains("Days => days;", text, StringComparison.Ordinal);
        Assert.Contains(maker, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherService_UnusedAfterwards_StaysInPublicConstructor()
    {
        string text = await RemoveAsync("""
            public class Shipping
            {
                private readonly IToggles _toggles;
                private readonly IMailer _mailer;

                public Shipping(IToggles toggles, IMailer mailer)
                {
                    _toggles = toggles;
                    _mailer = mailer;
                }

                public void Ship()
                {
                    if (!_toggles.IsOn(Keys.Checkout))
                    {
                        _mailer.Send("old");
                    }
                }
            }

            """);

        Assert.Contains("public Shipping(IMailer mailer)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gate_OfTheTeamsOwn_GoesWithTheFlag()
    {
        string text = await RemoveAsync("public static class Shipping\n{\n    [OnlyWith(Keys.Checkout)]\n    public static int Ship() => 1;\n}\n");

        Assert.Equal("public static class Shipping\n{\n    public static int Ship() => 1;\n}\n", text);
    }

    [Fact]
    public async Task Answer_ThatMayBeNull_IsFoldedWithItsDefault()
    {
        string text = await RemoveAsync("""
            public static class Shipping
            {
                public static int Days(IToggles? toggles, IToggles other) =>
                    (toggles?.IsSet(Keys.Checkout) ?? false) && (other.IsSet(Keys.Checkout) ?? false) && !(!other.IsSet(Keys.Checkout) ?? true) ? 1 : 9;
            }

            """);

        Assert.Contains("other) =>\n        1;", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_InReadOnlyField_IsAsGoodAsAConstant()
    {
        string text = await RemoveAsync("""
            public static class Shipping
            {
                private static readonly string Checkout = "new-checkout";

                public static int Days(IToggles toggles) => toggles.IsOn(Checkout) ? 1 : 9;
            }

            """);

        Assert.Equal("public static class Shipping\n{\n    public static int Days(IToggles toggles) => 1;\n}\n", text);
    }

    private static async Task<string> RemoveAsync(string source)
    {
        RemovalProject before = new(source, Toggles.Service, Toggles.Options);
        Assert.Empty(before.Errors);
        (RemovalProject after, RemovalResult result) = await before.RemoveAsync(keep: true);
        Assert.Empty(after.Errors);
        Assert.True(result.IsComplete);
        return after.Text.ToString();
    }
}
