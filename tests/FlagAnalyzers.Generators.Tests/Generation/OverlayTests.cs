using FlagAnalyzers.Generators.Generation;
using FlagAnalyzers.Generators.Tests.Generation.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation;

/// <summary>Overlays are compiled in as data, and the program knows where its manifest lies while it is under development.</summary>
public sealed class OverlayTests
{
    private const string Manifest = """
        { "flags": { "dark-mode": { "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off" } } }
        """;

    private const string Staging = "/project/flags.Staging.json";

    private const string Overlay = """
        {
          // The team tries it.
          "flags": { "dark-mode": { "defaultVariant": "on", "targeting": {} } }
        }
        """;

    [Fact]
    public void Run_Overlays_AreCompiledInByEnvironment()
    {
        GeneratorOutcome outcome = GeneratorHarness.Run(With(
            ("/project/flags.eu.Production.json", """{ "flags": { "dark-mode": { "state": "DISABLED", "variants": {} } } }"""),
            (Staging, Overlay),
            ("/project/features.Other.json", Overlay))).AssertCompiles();

        Assert.Contains(
            """
                    private static string[][] OverlayTexts()
                    {
                        return new string[][]
                        {
                            new string[]
                            {
                                "eu.Production",
                                "{\"flags\":{\"dark-mode\":{\"state\":\"DISABLED\"}}}",
                            },
                            new string[]
                            {
                                "Staging",
                                "{\"flags\":{\"dark-mode\":{\"defaultVariant\":\"on\",\"targeting\":{}}}}",
                            },
                        };
                    }

            """,
            outcome.Source,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OverlayOfAnotherName_LiesOnTheManifestOfThatName()
    {
        GeneratorInput input = new(Manifest) { Role = null, OtherFiles = [("/project/features.json", Manifest, "Manifest"), ("/project/features.Staging.json", Overlay, "Overlay")] };

        Assert.Contains("\"Staging\",\n", GeneratorHarness.Run(input).AssertCompiles().Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_BrokenOverlay_IsFlag0001InItsPlaceAndTheOtherFlagsStay()
    {
        GeneratorOutcome outcome = GeneratorHarness.Run(With((Staging, """{ "flags": { "a": { "state": }, "dark-mode": { "defaultVariant": "on" } } }""")));

        Diagnostic diagnostic = Assert.Single(outcome.Diagnostics);
        Assert.Equal(("FLAG0001", Staging, 28), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path, diagnostic.Location.SourceSpan.Start));
        Assert.Contains("\\\"dark-mode\\\":{\\\"defaultVariant\\\":\\\"on\\\"}", outcome.Source, StringComparison.Ordinal);
        outcome.Compile();
    }

    [Fact]
    public void Run_OverlayWithoutManifest_IsNotLookedAt()
    {
        GeneratorOutcome outcome = GeneratorHarness.Run(With((Staging, "{")) with { Role = null });

        Assert.Null(outcome.Source);
        Assert.Empty(outcome.Diagnostics);
    }

    [Fact]
    public void Edit_WhiteSpaceInOverlay_EmitsNothing()
    {
        GeneratorHarness project = GeneratorHarness.Start(With((Staging, Overlay)), out _);

        GeneratorOutcome outcome = project.EditFile(Staging, "\r\n" + Overlay.Replace("\n", "\r\n\t", StringComparison.Ordinal));

        Assert.Equal(IncrementalStepRunReason.Cached, outcome.ReasonOf(TrackingNames.Source));
        outcome.AssertNothingRan();
    }

    [Fact]
    public void Edit_WhiteSpaceInBrokenOverlay_MovesOnlyDiagnostics()
    {
        GeneratorHarness project = GeneratorHarness.Start(With((Staging, Overlay + "!")), out _);

        GeneratorOutcome outcome = project.EditFile(Staging, "\n" + Overlay + "!");

        Assert.Equal(IncrementalStepRunReason.Modified, outcome.ReasonOf(TrackingNames.OverlayDiagnostics));
        Assert.Equal(IncrementalStepRunReason.Unchanged, outcome.ReasonOf(TrackingNames.Overlays));
        Assert.Equal(IncrementalStepRunReason.Cached, outcome.ReasonOf(TrackingNames.Source));
        Assert.Equal(IncrementalStepRunReason.Cached, outcome.ReasonOf(TrackingNames.Reading));
    }

    [Fact]
    public void Edit_Overlay_EmitsItsNewText()
    {
        GeneratorHarness project = GeneratorHarness.Start(With((Staging, Overlay)), out GeneratorOutcome before);

        GeneratorOutcome outcome = project.EditFile(Staging, Overlay.Replace("\"on\"", "\"off\"", StringComparison.Ordinal));

        Assert.Equal(IncrementalStepRunReason.Modified, outcome.ReasonOf(TrackingNames.Source));
        Assert.Equal(IncrementalStepRunReason.Cached, outcome.ReasonOf(TrackingNames.Reading));
        Assert.Equal(before.Source!.Replace("\\\"defaultVariant\\\":\\\"on\\\"", "\\\"defaultVariant\\\":\\\"off\\\"", StringComparison.Ordinal), outcome.Source);
        Assert.NotEqual(before.Source, outcome.Source);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData("", false)]
    public void Run_SourcePath_IsThereOnlyWhereTheProgramFollowsIt(string follows, bool expected)
    {
        GeneratorOutcome outcome = GeneratorHarness.Run(new GeneratorInput(Manifest).With("FlagsFollowSource", follows)).AssertCompiles();

        Assert.Equal(expected, outcome.Source!.Contains("            SourcePath = \"/project/flags.json\",\n", StringComparison.Ordinal));
        Assert.Equal(expected, outcome.Source!.Contains("/project", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/flags of me/C#; \"x\"/flags.json")]
    [InlineData(@"C:\projects\shop\flags.json")]
    public void Run_SourcePathOfAnyCharacters_IsWrittenAsItIs(string path)
    {
        GeneratorInput input = new GeneratorInput(Manifest) { Role = null, OtherFiles = [(path, Manifest, "Manifest")] }.With("FlagsFollowSource", "true");

        string literal = path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        Assert.Contains($"SourcePath = \"{literal}\",\n", GeneratorHarness.Run(input).AssertCompiles().Source, StringComparison.Ordinal);
    }

    private static GeneratorInput With(params (string Path, string Text)[] overlays) =>
        new(Manifest) { OtherFiles = [.. overlays.Select(static overlay => (overlay.Path, overlay.Text, (string?)"Overlay"))] };
}
