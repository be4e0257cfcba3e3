using System.ComponentModel;

namespace FlagAnalyzers.CompilerServices;

/// <summary>The manifest that a program was compiled with.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CompiledManifest
{
    /// <summary>A store for it, on the clock of the system. The text is asked for when the store is first needed.</summary>
    /// <param name="manifestText">Gives the text of the manifest in pieces.</param>
    public static FlagStore CreateStore(Func<string[]> manifestText) => new(() => Load(manifestText));

    /// <summary>Asks for the text again and puts it in force; text that cannot be read leaves what is in force. For hot reload: what was read before stays as it was.</summary>
    /// <param name="store">A store that <see cref="CreateStore"/> gave; others are left alone.</param>
    public static void Reload(FlagStore store) => store?.Reload();

    private static FlagSnapshot? Load(Func<string[]> manifestText)
    {
        try
        {
            return FlagSnapshot.TryParse(string.Concat(manifestText()), out FlagSnapshot? snapshot, out _) ? snapshot : null;
        }
        catch (Exception)
        {
            // The first read of a flag comes here, and reads do not throw.
            return null;
        }
    }
}
