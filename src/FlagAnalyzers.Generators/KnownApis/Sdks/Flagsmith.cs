namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>Source: github.com/Flagsmith/flagsmith-dotnet-client 9.0.0. A feature has both a state and a value, so the way it is read says nothing of its type.</summary>
internal static class Flagsmith
{
    public static readonly FlagSdk Sdk = new(
        "Flagsmith",
        ["Flagsmith"],
        KeysIgnoreCase: false,
        """
        read  Flagsmith.Flags.GetFeatureValue(featureName)
        read  Flagsmith.Flags.IsFeatureEnabled(featureName)
        read  Flagsmith.Flags.GetFlag(featureName)
        read  Flagsmith.IFlags.GetFeatureValue(featureName)
        read  Flagsmith.IFlags.IsFeatureEnabled(featureName)
        read  Flagsmith.IFlags.GetFlag(featureName)
        """);
}
