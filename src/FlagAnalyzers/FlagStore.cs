namespace FlagAnalyzers;

/// <summary>Where flags are read from: the manifest in force, and the clock.</summary>
public sealed class FlagStore
{
    private readonly Func<FlagSnapshot?>? load;
    private FlagSnapshot? snapshot;

    /// <summary>A store with a manifest that was read elsewhere.</summary>
    /// <param name="snapshot">The manifest.</param>
    /// <param name="timeProvider">The clock that rules read as <c>$flagd.timestamp</c>; null is the clock of the system, UTC.</param>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    public FlagStore(FlagSnapshot snapshot, TimeProvider? timeProvider = null)
    {
        this.snapshot = snapshot ?? throw new ArgumentNullException(nameof(snapshot));
        this.TimeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>A store that asks for its manifest when it is first needed.</summary>
    internal FlagStore(Func<FlagSnapshot?> load)
    {
        this.load = load;
        this.TimeProvider = TimeProvider.System;
    }

    /// <summary>The manifest in force.</summary>
    public FlagSnapshot Snapshot => Volatile.Read(ref this.snapshot) ?? this.LoadFirst();

    internal TimeProvider TimeProvider { get; }

    /// <summary>Asks for the manifest again. What cannot be read leaves the one in force.</summary>
    internal void Reload()
    {
        if (this.load?.Invoke() is { } next)
        {
            Volatile.Write(ref this.snapshot, next);
        }
    }

    /// <summary>Without a manifest that can be read, there are no flags, and all answer their code defaults.</summary>
    private FlagSnapshot LoadFirst()
    {
        FlagSnapshot first = this.load?.Invoke() ?? FlagSnapshot.Empty;
        return Interlocked.CompareExchange(ref this.snapshot, first, null) ?? first;
    }
}
