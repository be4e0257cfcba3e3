using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;

namespace FlagAnalyzers.Manifests.Schemas;

/// <summary>The repository's own flags.json, which the samples and the documentation show.</summary>
public sealed class RootManifestTests
{
    [Fact]
    public void Read_RootManifest_ReportsNothing()
    {
        ManifestReading reading = ManifestReader.Read(PublishedSchema.Text("flags.json"));

        Assert.Empty(reading.Issues);
    }

    [Fact]
    public void Read_RootOverlay_FitsTheManifestAndItsSchema()
    {
        string overlay = PublishedSchema.Text("flags.Staging.json");

        Assert.Empty(OverlayReader.Read(overlay, ManifestReader.Read(PublishedSchema.Text("flags.json"))).Issues);
        Assert.Empty(PublishedSchema.FlagsOverlay.Errors(overlay));
    }

    [Fact]
    public void Read_RootManifest_ShowsEveryTypeAndKind()
    {
        Manifest manifest = ManifestReader.Read(PublishedSchema.Text("flags.json")).Manifest;

        Assert.Equal(Enum.GetValues<FlagType>(), manifest.Flags.Select(flag => flag.Type).Distinct().Order());
        Assert.Equal(
            ["experiment", "kill-switch", "operational", "permission", "release"],
            manifest.Flags.Select(flag => flag.Lifecycle.Kind).Distinct().Order());
    }

    [Fact]
    public void Read_RootManifest_EachFlagTellsOwnerAndEnd()
    {
        Manifest manifest = ManifestReader.Read(PublishedSchema.Text("flags.json")).Manifest;

        Assert.All(manifest.Flags, flag =>
        {
            Assert.NotNull(flag.Description);
            Assert.NotNull(flag.Lifecycle.Owner);
            Assert.NotNull(flag.Lifecycle.Created);
            Assert.NotNull(flag.Lifecycle.Issue);
            Assert.True(flag.Lifecycle.IsPermanent || flag.Lifecycle.Expires is not null, flag.Key);
        });
    }
}
