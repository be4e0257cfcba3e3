using FlagAnalyzers.CodeFixes.Tests.Removal.Setup;
using FlagAnalyzers.Removal;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests.Removal;

/// <summary>Tests that tell a mock of a flag service what the flag is.</summary>
public sealed class MockTests
{
    [Fact]
    public async Task SetUp_OfKeptState_GoesWithTheLocalThatHeldTheMock()
    {
        string text = await RemoveAsync("""
            public sealed class ShippingTests
            {
                [Fact]
                public async System.Threading.Tasks.Task Ships()
                {
                    var toggles = Substitute.For<IToggles>();
                    toggles.IsOn(Keys.Checkout).Returns(true);
                    toggles.IsOnAsync(Keys.Checkout).Returns(System.Threading.Tasks.Task.FromResult(true));
                    toggles.Received(1).IsOn(Keys.Checkout);
                    await toggles.Received(1).IsOnAsync(Keys.Checkout);

                    await System.Threading.Tasks.Task.Yield();
                    Check.Equal(1, 1);
                }
            }

            """);

        Assert.Equal("""
            public sealed class ShippingTests
            {
                [Fact]
                public async System.Threading.Tasks.Task Ships()
                {
                    await System.Threading.Tasks.Task.Yield();
                    Check.Equal(1, 1);
                }
            }

            """, text);
    }

    [Fact]
    public async Task Heading_OverTheSetUp_StaysOverWhatFollows()
    {
        string text = await RemoveAsync("""
            public sealed class ShippingTests
            {
                private readonly IToggles toggles = Substitute.For<IToggles>();

                [Fact]
                public void Ships()
                {
                    // Arrange
                    toggles.IsOn(Keys.Checkout).Returns(true);

                    int days = toggles.IsOn(Keys.Banner) ? 1 : 9;

                    // Assert
                    Check.Equal(1, days);
                }

                [Fact]
                public void Waits()
                {
                    // Arrange
                    toggles.IsOn(Keys.Checkout).Returns(true);

                    // Assert
                    Check.Equal(1, 1);
                }
            }

            """);

        Assert.Contains("    {\n        // Arrange\n        int days = ", text, StringComparison.Ordinal);
        Assert.Contains("Waits()\n    {\n        // Assert\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_OfDroppedState_Goes()
    {
        string text = await RemoveAsync("""
            public sealed class ShippingTests
            {
                [Fact]
                public void Ships_Off()
                {
                    var toggles = Substitute.For<IToggles>();
                    toggles.IsOn(Keys.Checkout).Returns(false);

                    Check.Equal(9, toggles.IsOn(Keys.Banner) ? 1 : 9);
                }

                [Fact]
                public void Ships_Both()
                {
                    var toggles = Substitute.For<IToggles>();
                    toggles.IsOn(Keys.Checkout).Returns(false);
                    toggles.IsOn(Keys.Checkout).Returns(true);

                    Check.Equal(1, toggles.IsOn(Keys.Banner) ? 1 : 9);
                }
            }

            """);

        Assert.DoesNotContain("Ships_Off", text, StringComparison.Ordinal);
        Assert.Contains("Ships_Both", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Checkout", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_WhoseOtherCellsAreMadeUp_LosesItsOnlyCell()
    {
        string text = await RemoveAsync("""
            public sealed class ShippingTests
            {
                [Theory]
                [MadeUpAutoData(true)]
                public void Ships(bool isNew, int days)
                {
                    var toggles = Substitute.For<IToggles>();
                    toggles.IsOn(Keys.Checkout).Returns(isNew);

                    Check.Equal(days, isNew ? days : 9);
                }
            }

            """);

        Assert.Equal("""
            public sealed class ShippingTests
            {
                [Theory]
                [MadeUpAutoData]
                public void Ships(int days)
                {
                    Check.Equal(days, days);
                }
            }

            """, text);
    }

    [Fact]
    public async Task Parameter_ThatIsMadeUp_GoesWithTheSetUpThatWasAllItWasFor()
    {
        string text = await RemoveAsync("""
            public sealed class ShippingTests
            {
                [Theory, MadeUpAutoData]
                public void Ships([Frozen] IToggles toggles, int days)
                {
                    toggles.IsOn(Keys.Checkout).Returns(true);

                    Check.Equal(days, days);
                }

                [Theory, MadeUpAutoData]
                public void Mails([Frozen] IToggles toggles, [Frozen] IMailer mailer)
                {
                    toggles.IsOn(Keys.Checkout).Returns(true);
                    toggles.IsOn(Keys.Banner).Returns(true);
                }

                [Theory, MadeUpAutoData(1, null)]
                public void Counts(int days, IToggles toggles)
                {
                    toggles.IsOn(Keys.Checkout).Returns(true);
                }

                [Theory, MadeUpAutoData]
                public void Waits(IToggles toggles)
                {
                }
            }

            """);

        Assert.Equal("""
            public sealed class ShippingTests
            {
                [Theory, MadeUpAutoData]
                public void Ships(int days)
                {
                    Check.Equal(days, days);
                }

                [Theory, MadeUpAutoData]
                public void Mails([Frozen] IToggles toggles, [Frozen] IMailer mailer)
                {
                    toggles.IsOn(Keys.Banner).Returns(true);
                }

                [Theory, MadeUpAutoData(1, null)]
                public void Counts(int days, IToggles toggles)
                {
                }

                [Theory, MadeUpAutoData]
                public void Waits(IToggles toggles)
                {
                }
            }

            """, text);
    }

    [Fact]
    public async Task Test_ThatAsksItsFixtureForTheDroppedState_Goes()
    {
        string text = await RemoveAsync("""
            public sealed class ShippingTests
            {
                private readonly Fixture fixture = new();

                [Fact]
                public void Ships() => this.fixture.With(false, 2).With(true, 3);

                [Fact]
                public void Ships_New() => this.fixture.With(true, 3);

                [Fact]
                public void Ships_Old() => this.fixture.With(false, 3);

                public sealed class Fixture
                {
                    private readonly IToggles toggles = Substitute.For<IToggles>();

                    public Fixture With(bool isNew, int days)
                    {
                        this.toggles.IsOn(Keys.Checkout).Returns(isNew);
                        this.toggles.IsOn(Keys.Banner).Returns(days > 2);
                        return this;
                    }
                }
            }

            """);

        Assert.Contains("Ships()", text, StringComparison.Ordinal);
        Assert.Contains("Ships_New", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ships_Old", text, StringComparison.Ordinal);
        Assert.Contains("With(bool isNew, int days)", text, StringComparison.Ordinal);
    }

    private static async Task<string> RemoveAsync(string source)
    {
        RemovalProject before = new(source, Toggles.Service, Toggles.Options, ("Usings.cs", "global using FlagCorpus;"));
        Assert.Empty(before.Errors);
        (RemovalProject after, RemovalResult result) = await before.RemoveAsync(keep: true);
        Assert.Empty(after.Errors);
        Assert.True(result.IsComplete);
        return after.Text.ToString();
    }
}
