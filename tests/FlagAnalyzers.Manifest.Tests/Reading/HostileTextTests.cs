using System.Diagnostics.CodeAnalysis;
using FlagAnalyzers.Manifests.Rules;
using FlagAnalyzers.Manifests.Writing;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Half-typed and damaged files: they are what an editor shows the reader most of the time.</summary>
public sealed class HostileTextTests
{
    private const int Mutations = 10_000;

    private static readonly string Manifest = SampleManifest.OfAbout(16_000);

    [Fact]
    public void Read_EveryPrefix_ReportsAndNeverThrows()
    {
        Assert.InRange(Manifest.Length, 15_000, 20_000);
        string manifest = Manifest.TrimEnd();
        for (int length = 0; length < manifest.Length; length++)
        {
            // The walk takes longer than the reading; every seventh prefix meets every kind of place.
            string prefix = manifest[..length];
            ManifestReading reading = length % 7 == 0 ? ReadAndWalk(prefix) : ManifestReader.Read(prefix);
            Assert.Contains(reading.Issues, issue => issue.Id == "FLAG0001");
        }

        Assert.DoesNotContain(ReadAndWalk(manifest).Issues, issue => issue.Id == "FLAG0001");
    }

    [Fact]
    [SuppressMessage("Security", "CA5394", Justification = "Seeded, so that a failure can be repeated.")]
    public void Read_RandomMutations_NeverThrows()
    {
        Random random = new(20261123);
        for (int i = 0; i < Mutations; i++)
        {
            string text = SampleManifest.Mutate(Manifest, random);
            _ = i % 5 == 0 ? ReadAndWalk(text) : ManifestReader.Read(text);
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"flags\":")]
    [InlineData("{\"flags\":{\"a\":{\"targeting\":")]
    [InlineData("{\"!\":")]
    public void Read_DeepNesting_ReportsAndNeverThrows(string opener)
    {
        ManifestReading reading = ReadAndWalk("{\"flags\":{\"a\":{\"flagType\":\"boolean\",\"defaultValue\":false,\"targeting\":" + string.Concat(Enumerable.Repeat(opener, 50_000)));

        Assert.Contains(reading.Issues, issue => issue.Message.Contains("128 levels", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_EveryByteAsText_NeverThrows()
    {
        byte[] bytes = [.. Enumerable.Range(0, 65_536).SelectMany(i => new[] { (byte)(i >> 8), (byte)i })];
        ReadAndWalk(System.Text.Encoding.UTF8.GetString(bytes));
        ReadAndWalk(System.Text.Encoding.Unicode.GetString(bytes));
        ReadAndWalk("{\"flags\":{\"" + System.Text.Encoding.Unicode.GetString(bytes).Replace("\"", "", StringComparison.Ordinal) + "\":{}}}");
    }

    [Fact]
    public void Read_TenThousandFlags_AllAreThere()
    {
        ManifestReading reading = ManifestReader.Read(SampleManifest.OfFlags(10_000));

        Assert.Equal(10_000, reading.Manifest.Flags.Count);
        Assert.DoesNotContain(reading.Issues, issue => issue.Id != "FLAG1008");
    }

    // Everything that is made from a reading must survive it too.
    private static ManifestReading ReadAndWalk(string text)
    {
        ManifestReading reading = ManifestReader.Read(text);
        foreach (Diagnostics.ManifestIssue issue in reading.Issues)
        {
            Assert.InRange(issue.Range.Start, 0, text.Length);
            Assert.InRange(issue.Range.End, issue.Range.Start, text.Length);
            Assert.NotEmpty(issue.Message);
        }

        foreach (Model.Flag flag in reading.Manifest.Flags)
        {
            Assert.True(Naming.CSharpName.IsIdentifier(flag.Name), flag.Name);
            Assert.NotEmpty(RuleWords.Describe(flag));
        }

        Assert.Equal(reading.Manifest.Flags.Count, reading.Manifest.Flags.Select(flag => flag.Name).Distinct().Count());
        ManifestReading again = ManifestReader.Read(ManifestWriter.Write(reading.Manifest));
        Assert.DoesNotContain(again.Issues, issue => issue.Id == "FLAG0001");
        Assert.Equal(reading.Manifest.Flags.Count, again.Manifest.Flags.Count);
        ManifestEditor.InsertFlags(text, [("x", Model.FlagType.Boolean)]);
        _ = reading.RefusalReason("flags.json");
        return reading;
    }
}
