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

    [Theory]
    [InlineData("[Obsolete]\n    public static int Ship() => 1;")]
    [InlineData("public static int Ship() => 1;")]
    [InlineData("// About the other attribute.\n    [Obsolete]\n    public static int Ship() => 1;")]
    public async Task Gate_WithSomethingAboveIt_LeavesThatAbove(string member)
    {
        const string Above = "public const int Rate = 1;\n\n    #region Routes\n\n    /// <summary>Ships it.</summary>\n    ";
        const string Below = "\n\n    #endregion";

        (string text, _) = await RemoveAsync(Above + "[FeatureGate(\"new-checkout\")]\n    " + member + Below, keep: true);

        Assert.Equal(Source(Above + member + Below), text);
    }

    [Fact]
    public async Task Gate_OnTheLineOfAnotherAttribute_LeavesTheLine()
    {
        (string text, _) = await RemoveAsync("/// <summary>Ships it.</summary>\n    [FeatureGate(\"new-checkout\")] [Obsolete]\n    public static int Ship() => 1;", keep: true);

        Assert.Equal(Source("/// <summary>Ships it.</summary>\n    [Obsolete]\n    public static int Ship() => 1;"), text);
    }

    private static string Source(string member) => $"using System;\n\npublic static class Shipping\n{{\n    {member}\n}}\n";

    private static async Task<(string Text, RemovalResult Result)> RemoveAsync(string member, bool keep)
    {
        RemovalProject before = new(Source(member), ("Gates.cs", Gates));
        Assert.Empty(before.Errors);
        (RemovalProject after, RemovalResult result) = await before.RemoveAsync(keep);
        Assert.Empty(after.Errors);
        return (after.Text.ToString(), result);
    }
}
