namespace FlagAnalyzers;

/// <summary>How a store is, at the time it was asked.</summary>
public sealed class FlagStoreHealth
{
    internal FlagStoreHealth(string? environment, IReadOnlyList<FlagSourceHealth> sources, IReadOnlyList<FlagHealth> flags, IReadOnlyList<string> problems)
    {
        this.Environment = environment;
        this.Sources = sources;
        this.Flags = flags;
        this.Problems = problems;
    }

    /// <summary>Whether all sources can be read, and the program gets what they say.</summary>
    public bool IsHealthy => this.Problems.Count == 0
        && this.Sources.All(static source => source.Error is null)
        && this.Flags.All(static flag => flag.Problem is null);

    /// <summary>The environment whose overlay lies on the manifest, or null.</summary>
    public string? Environment { get; }

    /// <summary>The sources, each coming before those above it; a store without sources has none.</summary>
    public IReadOnlyList<FlagSourceHealth> Sources { get; }

    /// <summary>The flags that the program was compiled with, then those that only the manifest in force has.</summary>
    public IReadOnlyList<FlagHealth> Flags { get; }

    /// <summary>Settings, overrides and overlays that mean no flag or can be no value of theirs, in sentences.</summary>
    public IReadOnlyList<string> Problems { get; }
}
