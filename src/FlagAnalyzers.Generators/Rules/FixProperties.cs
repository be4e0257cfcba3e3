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
}
