namespace FlagAnalyzers;

/// <summary>Why a source cannot be read, or what it has was refused.</summary>
/// <param name="source">The source.</param>
/// <param name="error">Why.</param>
public sealed class FlagSourceFailedEventArgs(string source, string error) : EventArgs
{
    /// <summary>The source: a path, an address.</summary>
    public string Source { get; } = source;

    /// <summary>Why, in a sentence, with file, line and column where it is a matter of the text.</summary>
    public string Error { get; } = error;
}
