using FlagAnalyzers.CodeFixes.Tests.Removal.Setup;
using FlagAnalyzers.Removal;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests.Removal;

/// <summary>Attributes that keep a member from being reached while a flag is off.</summary>
public sealed class GateTests
{
    private const string Gates = """
        using System;

        public enum RequirementType { All, Any }

        public sealed class FeatureGateAttribute : Attribute
        {
            public FeatureGateAttribute(params string[] features) { }

            public FeatureGateAttribute(RequirementType requirement, params string[] features) { }
        }
        """;

    [Fact]
    public async Task Gate_FlagKeptOn_Goes()
    {
        (string text, RemovalResult result) = await RemoveAsync("[FeatureGate(\"new-checkout\")]\n    public static int Ship() => 1;", keep: true);

        Assert.DoesNotContain("FeatureGate", text, StringComparison.Ordinal);
        Assert.True(Assert.Single(result.Uses).IsRemoved);
    }

    [Fact]
    public async Task Gate_OfTwoFlags_KeepsTheOther()
    {
        (string text, RemovalResult result) = await RemoveAsync("[FeatureGate(\"old-banner\", \"new-checkout\")]\n    public static int Ship() => 1;", keep: true);

        Assert.Contains("[FeatureGate(\"old-banner\")]", text, StringComparison.Ordinal);
        Assert.True(Assert.Single(result.Uses).IsRemoved);
    }

    [Theory]
    [InlineData("[FeatureGate(\"new-checkout\")]", false, "gated off")]
    [InlineData("[FeatureGate(RequirementType.Any, \"old-banner\", \"new-checkout\")]", true, "combines flags")]
    public async Task Gate_ThatCannotGo_StaysAndIsReported(string gate, bool keep, string obstacle)
    {
        string member = gate + "\n    public static int Ship() => 1;";

        (string text, RemovalResult result) = await RemoveAsync(member, keep);

        Assert.Equal(Source(member), text);
        Assert.Contains(obstacle, Assert.Single(result.Uses, static use => !use.IsRemoved).Obstacle, StringComparison.Ordinal);
    }

    private static string Source(string member) => $"public static class Shipping\n{{\n    {member}\n}}\n";

    private static async Task<(string Text, RemovalResult Result)> RemoveAsync(string member, bool keep)
    {
        RemovalProject before = new(Source(member), ("Gates.cs", Gates));
        Assert.Empty(before.Errors);
        (RemovalProject after, RemovalResult result) = await before.RemoveAsync(keep);
        Assert.Empty(after.Errors);
        return (after.Text.ToString(), result);
    }
}
