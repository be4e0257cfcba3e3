namespace FlagAnalyzers.Contexts;

/// <summary>The name that <c>var</c> reads, taken apart at its dots. Empty parts do not count, as in the daemon.</summary>
internal sealed class VariablePath
{
    public const string TargetingKey = "targetingKey";
    public const string Flagd = "$flagd";
    public const string FlagdFlagKey = "flagKey";
    public const string FlagdTimestamp = "timestamp";

    private VariablePath(string[] parts)
    {
        this.Parts = parts;
        this.Prefixes = new string[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            this.Prefixes[i] = i == 0 ? parts[0] : this.Prefixes[i - 1] + "." + parts[i];
        }
    }

    /// <summary>Nothing for the whole data.</summary>
    public string[] Parts { get; }

    /// <summary><c>a</c>, <c>a.b</c>, <c>a.b.c</c>: the names under which declared attributes may hold it or a parent of it.</summary>
    public string[] Prefixes { get; }

    public static VariablePath Parse(string name) => new(name.Split(Separator, StringSplitOptions.RemoveEmptyEntries));

    private static readonly char[] Separator = ['.'];
}
