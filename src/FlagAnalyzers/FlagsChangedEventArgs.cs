namespace FlagAnalyzers;

/// <summary>Which flags have changed.</summary>
/// <param name="keys">Their keys.</param>
public sealed class FlagsChangedEventArgs(IReadOnlyList<string> keys) : EventArgs
{
    /// <summary>The keys of the flags that came, went, or evaluate otherwise than before.</summary>
    public IReadOnlyList<string> Keys { get; } = keys;
}
