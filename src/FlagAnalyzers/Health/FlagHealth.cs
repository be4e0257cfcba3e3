namespace FlagAnalyzers;

/// <summary>How one flag is.</summary>
public sealed class FlagHealth
{
    internal FlagHealth(string key, FlagLayer decidedBy, string? problem)
    {
        this.Key = key;
        this.DecidedBy = decidedBy;
        this.Problem = problem;
    }

    /// <summary>Its key.</summary>
    public string Key { get; }

    /// <summary>The layer that decides it.</summary>
    public FlagLayer DecidedBy { get; }

    /// <summary>Why the program does not get what the manifest in force says of it, in a sentence; null when it does.</summary>
    public string? Problem { get; }
}
