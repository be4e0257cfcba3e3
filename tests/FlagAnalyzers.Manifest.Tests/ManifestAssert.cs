using FlagAnalyzers.Manifests.Diagnostics;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests;

internal static class ManifestAssert
{
    /// <summary>Reads a marked manifest and expects exactly the marked issues (infos, and what is not portable, only where they are marked), each message with the given words.</summary>
    public static ManifestReading Issues(string markup, params string[] words)
    {
        MarkedText marked = MarkedText.Parse(markup);
        ManifestReading reading = ManifestReader.Read(marked.Text);
        AreMarked(marked, reading.Issues, words);
        return reading;
    }

    /// <summary>The same for an overlay on a manifest.</summary>
    public static OverlayReading OverlayIssues(string manifest, string markup, params string[] words)
    {
        MarkedText marked = MarkedText.Parse(markup);
        OverlayReading reading = OverlayReader.Read(marked.Text, ManifestReader.Read(manifest));
        AreMarked(marked, reading.Issues, words);
        return reading;
    }

    /// <summary>The same for a manifest of one flag.</summary>
    public static ManifestReading FlagIssues(string flag, params string[] words) => Issues($$"""{ "flags": { {{flag}} } }""", words);

    private static void AreMarked(MarkedText marked, IReadOnlyList<ManifestIssue> found, string[] words)
    {
        List<ManifestIssue> issues = [.. found.Where(issue => issue.Id is not ("FLAG1006" or "FLAG1008") || marked.Marks.Any(mark => mark.Id == issue.Id))];
        string actual = Describe(marked.Text, issues.Select(issue => (issue.Id, issue.Range)));
        string expected = Describe(marked.Text, marked.Marks);
        Assert.True(expected == actual, $"Expected:\n{expected}\nActual:\n{actual}\nMessages:\n{string.Join('\n', issues.Select(issue => issue.Message))}");
        foreach (string word in words)
        {
            Assert.Contains(issues, issue => issue.Message.Contains(word, StringComparison.Ordinal));
        }
    }

    private static string Describe(string text, IEnumerable<(string Id, TextRange Range)> places) =>
        string.Join('\n', places.OrderBy(place => place.Range.Start).ThenBy(place => place.Range.Length).ThenBy(place => place.Id, StringComparer.Ordinal)
            .Select(place => $"  {place.Id} [{place.Range.Start}..{place.Range.End}) {text.Substring(place.Range.Start, place.Range.Length)}"));
}
