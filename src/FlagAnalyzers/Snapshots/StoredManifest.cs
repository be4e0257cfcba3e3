using FlagAnalyzers.CompilerServices;

namespace FlagAnalyzers.Snapshots;

/// <summary>A manifest as a store holds it: read already, or the compiled one, which is read only when somebody asks for more than compiled rules know.</summary>
internal sealed class StoredManifest
{
    private FlagSnapshot? snapshot;

    public StoredManifest(FlagSnapshot snapshot) => this.snapshot = snapshot;

    public StoredManifest(CompiledManifest compiled) => this.Compiled = compiled;

    /// <summary>What it is the very same as, or null.</summary>
    public CompiledManifest? Compiled { get; }

    public FlagSnapshot Snapshot => Volatile.Read(ref this.snapshot) ?? this.Load();

    /// <summary>Without a manifest that can be read, there are no flags, and all answer their code defaults.</summary>
    private FlagSnapshot Load()
    {
        FlagSnapshot loaded = this.Compiled?.Load() ?? FlagSnapshot.Empty;
        return Interlocked.CompareExchange(ref this.snapshot, loaded, null) ?? loaded;
    }
}
