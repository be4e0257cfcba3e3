namespace FlagAnalyzers.Generators.Rules;

/// <summary>What a diagnostic tells its code fix: names of <c>Diagnostic.Properties</c>.</summary>
internal static class FixProperties
{
    /// <summary>The key in question.</summary>
    public const string Key = nameof(Key);

    /// <summary>The declared key that was probably meant.</summary>
    public const string NearKey = nameof(NearKey);

    /// <summary>The flag type that fits the use, as its enumeration names it.</summary>
    public const string FlagType = nameof(FlagType);

    /// <summary>The method or type argument that reads the flag as it is declared.</summary>
    public const string ReadAs = nameof(ReadAs);

    /// <summary>The value that everybody gets, as JSON.</summary>
    public const string Decided = nameof(Decided);

    /// <summary>The fallback to write, as C#.</summary>
    public const string Replacement = nameof(Replacement);
}
