using FlagAnalyzers.Generators.Tests.Generation.Harness;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation;

/// <summary>Generated files as somebody has read and accepted them.</summary>
public sealed class SnapshotTests
{
    [Theory]
    [InlineData("minimal")]
    [InlineData("example")]
    [InlineData("values")]
    public void Run_Manifest_EmitsAcceptedText(string manifest)
        => Baseline.Verify(manifest, GeneratorHarness.Run(ManifestFiles.Read(manifest)).AssertCompiles().Source!);

    [Fact]
    public void Run_OtherNames_EmitsAcceptedText()
        => Baseline.Verify("other-names", GeneratorHarness.Run(new GeneratorInput(ManifestFiles.Read("minimal"))
            .With("FlagsNamespace", "Shop.@class.Features")
            .With("FlagsClassName", "ShopFlags")
            .With("FlagsAccessibility", "internal")).AssertCompiles().Source!);

    [Fact]
    public void Run_OverlaysHostingAndSource_EmitsAcceptedText()
        => Baseline.Verify("live", GeneratorHarness.Run(new GeneratorInput(ManifestFiles.Read("minimal"))
            {
                OtherFiles = [("/project/flags.Staging.json", """{ "flags": { "dark-mode": { "state": "DISABLED" } } }""", "Overlay")],
                Source = HostingTests.Hosting,
            }
            .With("FlagsHosting", "true")
            .With("FlagsFollowSource", "true")).AssertCompiles().Source!);
}
