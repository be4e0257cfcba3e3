namespace FlagAnalyzers;

/// <summary>What decides a flag; each comes before those above it in this list.</summary>
public enum FlagLayer
{
    /// <summary>The manifest that the program was compiled with, or the one that the store was made of.</summary>
    Compiled,

    /// <summary>A manifest that a <see cref="FlagSource"/> brought, as a whole.</summary>
    Source,

    /// <summary>An overlay, of the environment or on a library's flags.</summary>
    Overlay,

    /// <summary>Configuration or a variable of the environment.</summary>
    Configuration,

    /// <summary>The program itself, by <see cref="FlagStore.Override(string, string)"/>.</summary>
    Override,
}
