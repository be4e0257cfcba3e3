using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers.Layers;

/// <summary>Which flags two manifests define differently.</summary>
internal static class ManifestChange
{
    /// <summary>The keys of flags that came, went, or evaluate otherwise, in the order of the newer manifest, then of the older one.</summary>
    public static IReadOnlyList<string> KeysBetween(StoredManifest before, StoredManifest after)
    {
        FlagSnapshot older = before.Snapshot;
        FlagSnapshot newer = after.Snapshot;
        List<string> keys = [];
        foreach (string key in newer.AllKeys.Concat(older.AllKeys).Distinct(StringComparer.Ordinal))
        {
            if (!IsSame(older.Find(key), newer.Find(key)))
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    private static bool IsSame(BoundFlag? older, BoundFlag? newer) =>
        ReferenceEquals(older, newer)
        || (older is not null
            && newer is not null
            && older.Definition == newer.Definition
            && older.FixedValue?.Name == newer.FixedValue?.Name
            && Equals(older.FixedValue?.Value, newer.FixedValue?.Value));
}
