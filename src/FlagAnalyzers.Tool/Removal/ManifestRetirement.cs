using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Writing;

namespace FlagAnalyzers.Tool.Removal;

/// <summary>Moves a flag to <c>retired</c> in its manifest, and out of the overlays beside it.</summary>
internal static class ManifestRetirement
{
    public static IReadOnlyList<FileEdit> Of(string manifest, string key, FlagDate today)
    {
        List<FileEdit> edits = [];
        string text = File.ReadAllText(manifest);
        Add(edits, manifest, text, ManifestEditor.RetireFlag(text, key, today));
        foreach (string overlay in OverlaysOf(manifest))
        {
            string content = File.ReadAllText(overlay);
            Add(edits, overlay, content, ManifestEditor.RemoveFlag(content, key));
        }

        return edits;
    }

    /// <summary>The overlays beside a manifest.</summary>
    public static IEnumerable<string> OverlaysOf(string manifest) => Directory.GetFiles(Path.GetDirectoryName(manifest)!, "flags.*.json").Order(StringComparer.Ordinal);

    private static void Add(List<FileEdit> edits, string path, string text, IReadOnlyList<TextEdit> changes)
    {
        string changed = text;
        foreach (TextEdit edit in changes.OrderByDescending(static edit => edit.Range.Start))
        {
            changed = changed[..edit.Range.Start] + edit.NewText + changed[edit.Range.End..];
        }

        if (changed != text)
        {
            edits.Add(new FileEdit(path, text, changed));
        }
    }
}
