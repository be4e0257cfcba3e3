namespace FlagAnalyzers;

/// <summary>How a <see cref="FileFlagSource"/> looks at its files.</summary>
public sealed class FileFlagSourceOptions
{
    /// <summary>How often the files are looked at where nobody tells of changes, and to be on the safe side where somebody does; 2 seconds. Reads nothing that has not
    /// changed.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether the operating system is asked to tell of changes; true. Where it cannot, the files are looked at every <see cref="PollInterval"/> all the same.</summary>
    public bool Watch { get; set; } = true;
}
