namespace FlagAnalyzers.Contexts;

/// <summary>What a variable outside of lists is.</summary>
internal enum VariableKind : byte
{
    /// <summary>An attribute of the context.</summary>
    Attribute,

    /// <summary>All data.</summary>
    Whole,
    TargetingKey,

    /// <summary><c>$flagd</c>, or something in it that is not there.</summary>
    Flagd,
    FlagKey,
    Timestamp,
}

/// <summary>The name that <c>var</c> reads, taken apart at its dots. Empty parts do not count, as in the daemon.</summary>
internal sealed class VariablePath
{
    public const string TargetingKey = "targetingKey";
    public const string Flagd = "$flagd";
    public const string FlagdFlagKey = "flagKey";
    public const string FlagdTimestamp = "timestamp";

    private static readonly char[] Separator = ['.'];

    private VariablePath(string[] parts)
    {
        this.Parts = parts;
        this.Kind = (parts.Length, parts.FirstOrDefault(), parts.Skip(1).FirstOrDefault()) switch
        {
            (0, _, _) => VariableKind.Whole,
            (1, TargetingKey, _) => VariableKind.TargetingKey,
            (2, Flagd, FlagdFlagKey) => VariableKind.FlagKey,
            (2, Flagd, FlagdTimestamp) => VariableKind.Timestamp,
            (_, Flagd, _) => VariableKind.Flagd,
            _ => VariableKind.Attribute,
        };
        this.Prefixes = new string[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            this.Prefixes[i] = i == 0 ? parts[0] : this.Prefixes[i - 1] + "." + parts[i];
        }
    }

    public VariableKind Kind { get; }

    /// <summary>Nothing for the whole data.</summary>
    public string[] Parts { get; }

    /// <summary><c>a</c>, <c>a.b</c>, <c>a.b.c</c>: the names under which declared attributes may hold it or a parent of it.</summary>
    public string[] Prefixes { get; }

    public static VariablePath Parse(string name) => new(name.Split(Separator, StringSplitOptions.RemoveEmptyEntries));}
