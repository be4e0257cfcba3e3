using FlagAnalyzers.Evaluation;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;

namespace FlagAnalyzers.Snapshots;

/// <summary>The flags of a snapshot by key. Each is bound when it is first read: a program reads few of the flags of a large file, and most of its rules are
/// compiled.</summary>
/// <param name="manifest">Where the flags stand.</param>
/// <param name="metadata">The metadata of the whole set.</param>
internal sealed class FlagTable(ManifestOutline manifest, IReadOnlyDictionary<string, object> metadata)
{
    private readonly BoundFlag?[] bound = new BoundFlag?[manifest.Keys.Count];

    // So that each flag is bound once, and caches that hang on it are one. A flag that is bound is read without the lock.
    private readonly object binding = new();
    private EvaluatorTable? evaluators;

    /// <summary>Null for a key that no flag has. Always the same object, whoever comes first.</summary>
    public BoundFlag? Find(string key)
    {
        int index = manifest.IndexOf(key);
        return index < 0 ? null : Volatile.Read(ref this.bound[index]) ?? this.Bind(index);
    }

    private BoundFlag Bind(int index)
    {
        lock (this.binding)
        {
            if (this.bound[index] is { } known)
            {
                return known;
            }

            this.evaluators ??= new EvaluatorTable(manifest.ReadEvaluators());
            Flag flag = manifest.ReadFlag(index);
            BoundFlag made = new(flag, this.evaluators, MetadataBinder.Merge(metadata, flag.Metadata));
            Volatile.Write(ref this.bound[index], made);
            return made;
        }
    }
}
