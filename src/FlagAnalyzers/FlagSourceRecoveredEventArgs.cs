namespace FlagAnalyzers;

/// <summary>Which source is good again.</summary>
/// <param name="source">The source.</param>
public sealed class FlagSourceRecoveredEventArgs(string source) : EventArgs
{
    /// <summary>The source: a path, an address.</summary>
    public string Source { get; } = source;
}
