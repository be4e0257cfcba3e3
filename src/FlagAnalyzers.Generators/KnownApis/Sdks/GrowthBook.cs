namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>Source: github.com/growthbook/growthbook-c-sharp 1.1.4. Whether a feature is on is asked of features of every type: it is, when its value is truthy.</summary>
internal static class GrowthBook
{
    public static readonly FlagSdk Sdk = new(
        "GrowthBook",
        ["GrowthBook", "growthbook-c-sharp"],
        KeysIgnoreCase: false,
        """
        read  GrowthBook.GrowthBook.IsOn(key)
        read  GrowthBook.GrowthBook.IsOff(key)
        read  GrowthBook.GrowthBook.IsOnAsync(key)
        read  GrowthBook.GrowthBook.IsOffAsync(key)
        read  GrowthBook.GrowthBook.GetFeatureValue(key, fallback): typed
        read  GrowthBook.GrowthBook.GetFeatureValueAsync(key, fallback): typed
        read  GrowthBook.IGrowthBook.IsOn(key)
        read  GrowthBook.IGrowthBook.IsOff(key)
        read  GrowthBook.IGrowthBook.IsOnAsync(key)
        read  GrowthBook.IGrowthBook.IsOffAsync(key)
        read  GrowthBook.IGrowthBook.GetFeatureValue(key, fallback): typed
        read  GrowthBook.IGrowthBook.GetFeatureValueAsync(key, fallback): typed
        read  GrowthBook.IGrowthBook.EvalFeature(key)
        """);
}
