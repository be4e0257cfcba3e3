using System.ComponentModel;
using System.Reflection;
using FlagAnalyzers.Manifests.Json;

namespace FlagAnalyzers.CompilerServices;

/// <summary>The manifest that a program was compiled with: its text, and what tells another one apart from it.</summary>
/// <remarks>All three are asked for when they are needed and not before, and asked for again after a hot reload.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CompiledManifest
{
    private readonly Func<string[]> text;
    private readonly Func<ulong[]> definitions;
    private readonly Func<ulong> fingerprint;

    /// <summary>What generated code knows.</summary>
    /// <param name="text">Gives the text of the manifest in pieces.</param>
    /// <param name="definitions">Gives a hash of the definition of each flag, in the order in which the program numbers them.</param>
    /// <param name="fingerprint">Gives a hash of the file that was compiled, white space left out.</param>
    public CompiledManifest(Func<string[]> text, Func<ulong[]> definitions, Func<ulong> fingerprint)
    {
        this.text = text;
        this.definitions = definitions;
        this.fingerprint = fingerprint;
    }

    /// <summary>Gives the environment overlays that were compiled in, or null where there are none: for each the name of the environment, then its text in pieces.</summary>
    public Func<string[][]>? Overlays { get; set; }

    /// <summary>The assembly that the manifest was compiled into: it tells which files belong to it. Null: none do.</summary>
    public Assembly? Assembly { get; set; }

    /// <summary>The full path of the <c>flags.json</c> that was compiled, so that a program under development follows it; null in a program that is shipped.</summary>
    public string? SourcePath { get; set; }

    /// <summary>A store for it, on the clock of the system.</summary>
    public FlagStore CreateStore() => new(this);

    /// <summary>Puts it in force again, for hot reload; does nothing to the store of another one.</summary>
    /// <param name="store">A store that <see cref="CreateStore"/> gave.</param>
    public void Reload(FlagStore store) => store?.Reload(this);

    internal ulong[] ReadDefinitions() => this.definitions();

    /// <summary>Generated code does not throw; nothing of somebody else's may, either, where flags are read.</summary>
    internal string[][] ReadOverlays()
    {
        try
        {
            return this.Overlays?.Invoke() ?? [];
        }
        catch (Exception)
        {
            return [];
        }
    }

    internal bool IsText(string manifest) => ManifestFingerprint.Of(manifest) == this.fingerprint();

    /// <summary>Null where the text cannot be read, which a build does not let happen.</summary>
    internal FlagSnapshot? Load()
    {
        try
        {
            return FlagSnapshot.TryParse(string.Concat(this.text()), out FlagSnapshot? snapshot, out _) ? snapshot : null;
        }
        catch (Exception)
        {
            // The first read of a flag may come here, and reads do not throw.
            return null;
        }
    }
}
