using FlagAnalyzers.Layers;

namespace FlagAnalyzers;

/// <summary>How one source of a store is.</summary>
public sealed class FlagSourceHealth
{
    internal FlagSourceHealth(SourceLayer layer, bool isInForce)
    {
        this.Name = layer.Name;
        this.IsInForce = isInForce;
        this.LastGood = layer.LastGood;
        this.Error = layer.Error;
        this.FailingSince = layer.FailingSince;
    }

    /// <summary>The source: a path, an address; <c>TryUpdate</c> for what the program put in force itself.</summary>
    public string Name { get; }

    /// <summary>Whether the manifest in force is this one's.</summary>
    public bool IsInForce { get; }

    /// <summary>When it was last found to be good, unchanged included; null: never.</summary>
    public DateTimeOffset? LastGood { get; }

    /// <summary>What is wrong with it now, in a sentence; null when nothing is.</summary>
    public string? Error { get; }

    /// <summary>Since when something is wrong with it; null when nothing is.</summary>
    public DateTimeOffset? FailingSince { get; }
}
