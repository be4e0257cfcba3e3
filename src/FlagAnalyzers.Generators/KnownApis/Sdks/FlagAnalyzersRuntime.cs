namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>Our own runtime library. Its key is marked <c>[FlagKey]</c> too; the rows add what the mark does not say.</summary>
internal static class FlagAnalyzersRuntime
{
    public static readonly FlagSdk Sdk = new(
        "FlagAnalyzers",
        ["FlagAnalyzers"],
        KeysIgnoreCase: false,
        """
        read  FlagAnalyzers.FlagSet.Evaluate(key, fallback): typed
        """);
}
