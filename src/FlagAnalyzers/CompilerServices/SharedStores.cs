using System.ComponentModel;

namespace FlagAnalyzers.CompilerServices;

/// <summary>Stores that nobody owns: those of generated classes, which live as long as the process.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SharedStores
{
    /// <summary>From now on <see cref="FlagStore.Dispose"/> of a store does nothing: containers dispose of all that they hand out.</summary>
    /// <param name="store">The store.</param>
    public static void Keep(FlagStore store) => store?.KeepRunning();
}
