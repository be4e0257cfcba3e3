using FlagAnalyzers.Generators.KnownApis.Sdks;

namespace FlagAnalyzers.Generators.KnownApis;

/// <summary>Every SDK that is known without marks. A new one is a file in <c>Sdks</c> and a line here.</summary>
internal static class FlagSdks
{
    public static readonly FlagSdk[] All =
    [
        Abp.Sdk,
        AppContextSwitches.Sdk,
        BitwardenFeatures.Sdk,
        ConfigCat.Sdk,
        FeatBit.Sdk,
        FlagAnalyzersRuntime.Sdk,
        Flagsmith.Sdk,
        GrowthBook.Sdk,
        LaunchDarklyClient.Sdk,
        LaunchDarklyServer.Sdk,
        MicrosoftFeatureManagement.Sdk,
        OpenFeature.Sdk,
        Optimizely.Sdk,
        PostHog.Sdk,
        Split.Sdk,
        Statsig.Sdk,
        Unleash.Sdk,
    ];
}
