using FlagAnalyzers.Generators.Tests.Generation.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation;

/// <summary>Which file flags are generated from, and what they are called.</summary>
public sealed class InputTests
{
    private const string Manifest = """{ "flags": { "dark-mode": { "flagType": "boolean", "defaultValue": true } } }""";
    private const string OtherManifest = """{ "flags": { "light-mode": { "flagType": "boolean", "defaultValue": true } } }""";

    [Theory]
    [InlineData(null)]
    [InlineData("Analysis")]
    [InlineData("Overlay")]
    public void Run_FileOfAnotherRole_EmitsNothing(string? role)
    {
        GeneratorOutcome outcome = GeneratorHarness.Run(new GeneratorInput(Manifest + "!") { Role = role, References = [], Properties = [] });

        Assert.Null(outcome.Source);
        Assert.Empty(outcome.Diagnostics);
    }

    [Fact]
    public void Run_SeveralManifests_EmitsTheFirstByPath()
    {
        GeneratorOutcome outcome = GeneratorHarness.Run(new GeneratorInput(Manifest)
        {
            OtherFiles = [("/project/a/flags.json", OtherManifest, "Manifest"), ("/a/flags.json", OtherManifest, "Analysis")],
        });

        Assert.Contains("LightMode", outcome.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("DarkMode", outcome.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AnyManifest_EmitsOneFileOfFixedName()
    {
        GeneratedSourceResult source = GeneratorHarness.Run("""{ "flags": { "a<b>:*?/../x": { "flagType": "boolean", "defaultValue": true } } }""").Result.GeneratedSources.Single();

        Assert.Equal("Flags.g.cs", source.HintName);
        Assert.Equal(System.Text.Encoding.UTF8, source.SourceText.Encoding);
        Assert.DoesNotContain('\r', source.SourceText.ToString());
    }

    [Theory]
    [InlineData("Shop", "namespace Shop\n")]
    [InlineData("My-Shop.2nd Floor", "namespace My_Shop._2nd_Floor\n")]
    [InlineData("Shop.class", "namespace Shop.@class\n")]
    [InlineData("Shop..Web.", "namespace Shop.Web\n")]
    public void Run_RootNamespace_IsMadeValid(string rootNamespace, string expected)
        => Assert.Contains(expected, GeneratorHarness.Run(new GeneratorInput(Manifest).With("RootNamespace", rootNamespace)).AssertCompiles().Source, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    public void Run_NoNamespace_EmitsIntoGlobalNamespace(string rootNamespace)
    {
        GeneratorOutcome outcome = GeneratorHarness.Run(new GeneratorInput(Manifest).With("RootNamespace", rootNamespace)).AssertCompiles();

        Assert.NotNull(outcome.CompilationWithFlags().GetTypeByMetadataName("Flags"));
    }

    [Fact]
    public void Run_FlagsProperties_NameTheClass()
    {
        GeneratorOutcome outcome = GeneratorHarness.Run(new GeneratorInput(Manifest)
            .With("FlagsNamespace", "Shop.Features")
            .With("FlagsClassName", "Switches")
            .With("FlagsAccessibility", "Internal")).AssertCompiles();

        INamedTypeSymbol? type = outcome.CompilationWithFlags().GetTypeByMetadataName("Shop.Features.Switches");
        Assert.Equal(Accessibility.Internal, type?.DeclaredAccessibility);
        Assert.Equal(Accessibility.Internal, outcome.CompilationWithFlags().GetTypeByMetadataName("Shop.Features.FlagContext")?.DeclaredAccessibility);
    }

    [Theory]
    [InlineData("Switches", "switches", "SwitchesFlag")]
    [InlineData("SwitchesFlag", "switches-flag", "SwitchesFlagFlag")]
    public void Run_FlagCalledLikeTheClass_GetsFlagAppended(string className, string key, string expected)
    {
        string manifest = $$"""{ "flags": { "{{key}}": { "flagType": "boolean", "defaultValue": true } } }""";

        GeneratorOutcome outcome = GeneratorHarness.Run(new GeneratorInput(manifest).With("FlagsClassName", className)).AssertCompiles();

        Assert.Contains($"public bool {expected}\n", outcome.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("set", "SetFlag")]
    [InlineData("copy", "CopyFlag")]
    [InlineData("create-store", "CreateStoreFlag")]
    [InlineData("overlay-texts", "OverlayTextsFlag")]
    [InlineData("is-rule-in-force", "IsRuleInForceFlag")]
    public void Run_FlagCalledLikeAMember_GetsFlagAppended(string key, string expected)
    {
        GeneratorOutcome outcome = GeneratorHarness.Run($$"""{ "flags": { "{{key}}": { "flagType": "boolean", "defaultValue": true } } }""").AssertCompiles();

        Assert.Contains($"public bool {expected}\n", outcome.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ReplacementNameTaken_LeavesOtherFlagItsName()
    {
        const string TwoFlags = """
            { "flags": { "switches": { "flagType": "boolean", "defaultValue": true }, "switches-flag": { "flagType": "integer", "defaultValue": 1 } } }
            """;

        GeneratorOutcome outcome = GeneratorHarness.Run(new GeneratorInput(TwoFlags).With("FlagsClassName", "Switches")).AssertCompiles();

        Assert.Contains("public int SwitchesFlag\n", outcome.Source, StringComparison.Ordinal);
        Assert.Contains("public bool SwitchesFlag2\n", outcome.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_PartialOfTheUser_Compiles()
    {
        const string Source = """
            namespace Shop
            {
                public sealed partial class Flags { internal bool IsDark { get { return this.DarkMode; } } }
                public sealed partial class FlagContext { internal string Tenant { get { return "t"; } } }
            }
            """;

        GeneratorHarness.Run(new GeneratorInput(Manifest) { Source = Source }.ForNetStandard()).AssertCompiles();
    }
}
