using System.Diagnostics.CodeAnalysis;
using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers;

/// <summary>Where flags are read from: the manifest in force, and the clock.</summary>
public sealed class FlagStore
{
    private readonly CompiledManifest? compiled;
    private StoredManifest current;

    /// <summary>A store with a manifest that was read elsewhere.</summary>
    /// <param name="snapshot">The manifest.</param>
    /// <param name="timeProvider">The clock that rules read as <c>$flagd.timestamp</c>; null is the clock of the system, UTC.</param>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    public FlagStore(FlagSnapshot snapshot, TimeProvider? timeProvider = null)
    {
        this.current = new StoredManifest(snapshot ?? throw new ArgumentNullException(nameof(snapshot)));
        this.TimeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>A store with the manifest that a program was compiled with.</summary>
    internal FlagStore(CompiledManifest compiled)
    {
        this.compiled = compiled;
        this.current = new StoredManifest(compiled);
        this.TimeProvider = TimeProvider.System;
    }

    /// <summary>The manifest in force.</summary>
    public FlagSnapshot Snapshot => this.Current.Snapshot;

    internal TimeProvider TimeProvider { get; }

    internal StoredManifest Current => Volatile.Read(ref this.current);

    /// <summary>Puts another manifest in force, the text of a <c>flags.json</c>. Flags that are made from now on see it; those that were made keep theirs.</summary>
    /// <param name="manifest">The text. One that the program was compiled with is recognised and not read. Of any other, flags that are defined as they were compiled
    /// keep their compiled rules; those that differ are interpreted.</param>
    /// <param name="error">Why it cannot be read, as <see cref="FlagSnapshot.TryParse"/> says it, or null. What was in force then stays.</param>
    /// <returns>Whether it is in force now.</returns>
    public bool TryUpdate(string? manifest, [NotNullWhen(false)] out string? error)
    {
        StoredManifest next;
        if (manifest is not null && this.compiled is { } known && known.IsText(manifest))
        {
            error = null;
            next = new StoredManifest(known);
        }
        else if (FlagSnapshot.TryParse(manifest, out FlagSnapshot? snapshot, out error))
        {
            next = new StoredManifest(snapshot);
        }
        else
        {
            return false;
        }

        Volatile.Write(ref this.current, next);
        return true;
    }

    /// <summary>Puts the compiled manifest in force again; the program may have changed under it. One that cannot be read any more leaves what is in force.</summary>
    internal void Reload(CompiledManifest manifest)
    {
        StoredManifest next = new(manifest);
        if (manifest == this.compiled && next.Snapshot != FlagSnapshot.Empty)
        {
            Volatile.Write(ref this.current, next);
        }
    }
}
