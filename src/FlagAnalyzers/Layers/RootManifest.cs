using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers.Layers;

/// <summary>The manifest that a program brings with it, below all others: the one it was compiled with, or one that it made a store of.</summary>
internal sealed class RootManifest
{
    private readonly CompiledManifest? compiled;

    public RootManifest(CompiledManifest compiled)
    {
        this.compiled = compiled;
        this.Stored = new StoredManifest(compiled);
    }

    public RootManifest(FlagSnapshot given) => this.Stored = new StoredManifest(given);

    /// <summary>As readers take it. The compiled one is not read before somebody asks for its <see cref="StoredManifest.Snapshot"/>.</summary>
    public StoredManifest Stored { get; private set; }

    /// <summary>Takes the compiled manifest anew, after a hot reload has changed the program.</summary>
    /// <returns>Whether it is this one, and can be read.</returns>
    public bool TryRenew(CompiledManifest manifest)
    {
        StoredManifest renewed = new(manifest);
        if (this.compiled != manifest || renewed.Snapshot == FlagSnapshot.Empty)
        {
            return false;
        }

        this.Stored = renewed;
        return true;
    }

    /// <summary>Whether it is the text that the program was compiled with; not asked of others.</summary>
    public bool IsText(string text) => this.compiled is { } known && known.IsText(text);

    /// <summary>The overlay of an environment that was compiled in, or null.</summary>
    public ManifestDocument? OverlayFor(string? environment)
    {
        if (environment is null || this.compiled is null)
        {
            return null;
        }

        foreach (string[] overlay in this.compiled.ReadOverlays())
        {
            if (overlay.Length > 0 && string.Equals(overlay[0], environment, StringComparison.OrdinalIgnoreCase))
            {
                return new ManifestDocument($"flags.{overlay[0]}.json", string.Concat(overlay.Skip(1)));
            }
        }

        return null;
    }
}
