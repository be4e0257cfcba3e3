namespace FlagAnalyzers.Layers;

/// <summary>What a store knows of one of its sources. Guarded by the store.</summary>
internal sealed class SourceLayer(string name, FlagSource? source = null)
{
    public string Name => name;

    /// <summary>Who fills it; null for what the program gives itself.</summary>
    public FlagSource? Source => source;

    /// <summary>The last that was taken.</summary>
    public SourceDocument Document { get; set; } = SourceDocument.None;

    /// <summary>When it was last found to be good, unchanged included; null: never.</summary>
    public DateTimeOffset? LastGood { get; private set; }

    /// <summary>What is wrong with it now, or null.</summary>
    public string? Error { get; private set; }

    /// <summary>Since when something is wrong with it.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    public void Succeed(DateTimeOffset now)
    {
        this.LastGood = now;
        this.Error = null;
        this.FailingSince = null;
    }

    /// <summary>Whether that is news: the same failure again is none.</summary>
    public bool Fail(string error, DateTimeOffset now)
    {
        bool isNew = this.Error != error;
        this.Error = error;
        this.FailingSince ??= now;
        return isNew;
    }
}
