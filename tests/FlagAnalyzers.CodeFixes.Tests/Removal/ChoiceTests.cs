using FlagAnalyzers.CodeFixes.Tests.Removal.Setup;
using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests.Removal;

/// <summary>Flags that are not on or off: what is left for each variant does what the program did with the flag at that variant.</summary>
public sealed class ChoiceTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (Choice choice in Choice.All)
            {
                foreach (string variant in ChoiceProject.Values[choice.Key].Variants.Keys)
                {
                    cases.Add(choice.Name, variant);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Choice_VariantKept_LeavesWhatAnExpertLeaves(string name, string variant)
    {
        Choice choice = Choice.All.Single(candidate => candidate.Name == name);
        ChoiceProject before = new(Choice.File(choice.Input), Sibling.Usings);
        Assert.Empty(before.Errors);
        (ChoiceProject after, RemovalResult result) = await before.RemoveAsync(choice.Key, variant);
        string text = after.Text.ToString();

        Assert.True(after.Errors.Count == 0, text + string.Join('\n', after.Errors));
        Assert.All(result.Uses, use => Assert.True(use.IsRemoved, use + "\n" + text));
        Assert.NotEmpty(result.Uses);
        foreach (string other in ChoiceProject.Values[choice.Key].Variants.Keys)
        {
            Assert.True(before.Behaviour(choice.Key, variant).SequenceEqual(after.Behaviour(choice.Key, other)), text);
        }

        if (choice.Expected.TryGetValue(variant, out string? expected))
        {
            Assert.Equal(Choice.File(expected).ToString(), text);
        }
        else if (Environment.GetEnvironmentVariable("REMOVAL_SHOW") is { Length: > 0 } file)
        {
            await File.AppendAllTextAsync(file, $"##### {name} {variant}\n{text}\n");
        }
    }

    [Theory]
    [InlineData("checkout", "sticky", "public static string Run(Flags flags) => flags.Checkout.ToString();", "goes with the flag")]
    [InlineData("checkout", "sticky", "public static string Run(Flags flags) => Show(flags.Checkout);\n\nprivate static string Show(Flags.CheckoutVariant variant) => \"\" + variant;", "goes with the flag")]
    [InlineData("checkout", "sticky", "public static string Run(Flags flags) => flags.Checkout switch { Flags.CheckoutVariant.Classic => \"c\", Flags.CheckoutVariant.OneClick => \"o\" };", "no arm")]
    [InlineData("checkout", "two-click", "public static string Run(Flags flags) => flags.Checkout == Flags.CheckoutVariant.Classic ? \"c\" : \"d\";", "no member of 'CheckoutVariant' stands for 'two-click'")]
    [InlineData("theme", "drak", "public static string Run(Flags flags) => flags.Theme;", "Did you mean 'dark'?")]
    [InlineData("theme", "dark", "public static string Run(Flags flags) => flags.Theme is { Length: 4 } ? \"4\" : \"5\";", "does more than compare")]
    [InlineData("theme", "dark", "public static string Run(Flags flags) => flags is { Theme: var theme } ? theme : \"5\";", "does more than compare")]
    [InlineData("limit", "few", "public static string Run(Flags flags) => Show(flags.Limit);\n\nprivate static string Show(byte n) => \"byte\";\n\nprivate static string Show(long n) => \"long\";", "another overload")]
    [InlineData("new-checkout", "maybe", "public static string Run(Flags flags) => flags.NewCheckout ? \"new\" : \"old\";", "has no variant 'maybe'")]
    [InlineData("theme", "dark", """
        public static string Run(Flags flags)
        {
            switch (flags.Theme)
            {
                case "dark":
                    if (flags.OldBanner)
                    {
                        break;
                    }

                    return "dark";
                case "light":
                    return "light";
            }

            return "none";
        }
        """, "left in the middle")]
    public async Task Choice_WhatIsUnclear_StaysAndIsReported(string key, string variant, string members, string obstacle)
    {
        SourceText source = Choice.File(members);
        ChoiceProject before = new(source, Sibling.Usings);
        Assert.Empty(before.Errors);

        (ChoiceProject after, RemovalResult result) = await before.RemoveAsync(key, variant);

        Assert.Equal(source.ToString(), after.Text.ToString());
        Assert.Contains(obstacle, result.Uses[0].Obstacle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_TypeThatGoesWithTheFlag_IsReportedWhereItIsStillNamed()
    {
        ChoiceProject before = new(
            Choice.File("""
                private static readonly Dictionary<Flags.CheckoutVariant, string> Names = new();

                public static string Run(Flags flags)
                {
                    if (flags.Checkout == Flags.CheckoutVariant.Sticky)
                    {
                        return "sticky" + Names.Count;
                    }

                    return "classic" + Names.Count;
                }
                """),
            Sibling.Usings);

        (ChoiceProject after, RemovalResult result) = await before.RemoveAsync("checkout", "sticky");

        Assert.DoesNotContain("flags.Checkout", after.Text.ToString(), StringComparison.Ordinal);
        RemovedUse left = Assert.Single(result.Uses, static use => !use.IsRemoved);
        Assert.Equal(5, left.Line);
        Assert.Contains("'CheckoutVariant' goes with the flag", left.Obstacle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_ShortForm_KeepsItsOnlyValue()
    {
        ChoiceProject before = new(Choice.File("public static string Run(Flags flags) => flags.GetStringValue(\"banner\", \"other\");"), Sibling.Usings);

        (ChoiceProject after, RemovalResult result) = await before.RemoveAsync("banner", "plain");

        Assert.True(result.IsComplete);
        Assert.Contains("Run(Flags flags) => \"plain\";", after.Text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_TestsOfDroppedVariants_Go()
    {
        ChoiceProject before = new(
            Choice.File("""
                public static string Page(Flags flags) => flags.Checkout == Flags.CheckoutVariant.Sticky ? "sticky" : "classic";

                private sealed class FactAttribute : Attribute;

                [Fact]
                public static void Sticky_Shows()
                {
                    var flags = new Flags { Checkout = Flags.CheckoutVariant.Sticky, OldBanner = true };
                    Page(flags).ToString();
                }

                [Fact]
                public static void Classic_Shows()
                {
                    var flags = new Flags { Checkout = Flags.CheckoutVariant.Classic };
                    Page(flags).ToString();
                }
                """),
            Sibling.Usings);
        Assert.Empty(before.Errors);

        (ChoiceProject after, RemovalResult result) = await before.RemoveAsync("checkout", "sticky");

        Assert.True(result.IsComplete, string.Join('\n', result.Uses));
        Assert.Equal(
            Choice.File("""
                public static string Page(Flags flags) => "sticky";

                private sealed class FactAttribute : Attribute;

                [Fact]
                public static void Sticky_Shows()
                {
                    var flags = new Flags { OldBanner = true };
                    Page(flags).ToString();
                }
                """).ToString(),
            after.Text.ToString());
    }
}
