using FlagAnalyzers.Generators.Generation;
using FlagAnalyzers.Generators.Tests.Generation.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation;

/// <summary>What an edit makes the pipeline do.</summary>
public sealed class CachingTests
{
    private const string Manifest = """
        {
          "flags": {
            "new-checkout": { "flagType": "boolean", "defaultValue": false, "variants": { "on": true, "off": false }, "defaultVariant": "off" }
          }
        }
        """;

    [Fact]
    public void Edit_UnrelatedCSharp_RunsNothing()
    {
        GeneratorHarness project = GeneratorHarness.Start(new GeneratorInput(Manifest), out _);

        GeneratorOutcome outcome = project.EditProgram();

        outcome.AssertNothingRan();
        Assert.Equal(IncrementalStepRunReason.Cached, outcome.ReasonOf(TrackingNames.Reading));
        Assert.Equal(IncrementalStepRunReason.Cached, outcome.ReasonOf(TrackingNames.Source));
    }

    [Fact]
    public void Edit_SameManifestAsNewObject_EmitsNothing()
    {
        GeneratorHarness project = GeneratorHarness.Start(new GeneratorInput(Manifest), out _);

        GeneratorOutcome outcome = project.EditManifest(Manifest);

        Assert.Equal(IncrementalStepRunReason.Unchanged, outcome.ReasonOf(TrackingNames.Reading));
        Assert.Equal(IncrementalStepRunReason.Cached, outcome.ReasonOf(TrackingNames.Source));
        outcome.AssertNothingRan();
    }

    [Fact]
    public void Edit_WhiteSpaceInManifest_EmitsNothing()
    {
        GeneratorHarness project = GeneratorHarness.Start(new GeneratorInput(Manifest), out _);

        GeneratorOutcome outcome = project.EditManifest("\r\n" + Manifest.Replace("\n", "\r\n  ", StringComparison.Ordinal) + "\n");

        Assert.Equal(IncrementalStepRunReason.Cached, outcome.ReasonOf(TrackingNames.Source));
        outcome.AssertNothingRan();
    }

    [Fact]
    public void Edit_WhiteSpaceInBrokenManifest_MovesOnlyDiagnostics()
    {
        GeneratorHarness project = GeneratorHarness.Start(new GeneratorInput(Manifest + "!"), out _);

        GeneratorOutcome outcome = project.EditManifest("\n" + Manifest + "!");

        Assert.Equal(IncrementalStepRunReason.Modified, outcome.ReasonOf(TrackingNames.Reading));
        Assert.Equal(IncrementalStepRunReason.Modified, outcome.ReasonOf(TrackingNames.ManifestDiagnostics));
        Assert.Equal(IncrementalStepRunReason.Unchanged, outcome.ReasonOf(TrackingNames.Manifest));
        Assert.Equal(IncrementalStepRunReason.Cached, outcome.ReasonOf(TrackingNames.Source));
    }

    [Fact]
    public void Edit_OtherAdditionalFile_RunsNothing()
    {
        GeneratorHarness project = GeneratorHarness.Start(new GeneratorInput(Manifest), out _);

        GeneratorOutcome outcome = project.AddFile("/project/appsettings.json", "{}");

        Assert.Equal(IncrementalStepRunReason.Cached, outcome.ReasonOf(TrackingNames.Source));
        outcome.AssertNothingRan();
    }

    [Fact]
    public void Edit_FlagRenamed_EmitsNewSource()
    {
        GeneratorHarness project = GeneratorHarness.Start(new GeneratorInput(Manifest), out GeneratorOutcome before);

        GeneratorOutcome outcome = project.EditManifest(Manifest.Replace("new-checkout", "newer-checkout", StringComparison.Ordinal));

        Assert.Equal(IncrementalStepRunReason.Modified, outcome.ReasonOf(TrackingNames.Manifest));
        Assert.Equal(IncrementalStepRunReason.Modified, outcome.ReasonOf(TrackingNames.Source));
        Assert.NotEqual(before.Source, outcome.Source);
        Assert.Contains("NewerCheckout", outcome.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Edit_NamespaceProperty_EmitsNewSourceFromSameReading()
    {
        GeneratorHarness project = GeneratorHarness.Start(new GeneratorInput(Manifest), out _);

        GeneratorOutcome outcome = project.SetProperty("FlagsNamespace", "Other");

        Assert.Contains(outcome.ReasonOf(TrackingNames.Reading), new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged });
        Assert.Equal(IncrementalStepRunReason.Modified, outcome.ReasonOf(TrackingNames.Source));
        Assert.Contains("namespace Other\n", outcome.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void AssertNothingRan_AfterRealChange_Fails()
    {
        GeneratorHarness project = GeneratorHarness.Start(new GeneratorInput(Manifest), out _);

        GeneratorOutcome outcome = project.EditManifest("{}");

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(outcome.AssertNothingRan);
    }
}
