namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>Source: github.com/open-feature/dotnet-sdk 2.14.1.</summary>
internal static class OpenFeature
{
    public static readonly FlagSdk Sdk = new(
        "OpenFeature",
        ["OpenFeature"],
        KeysIgnoreCase: false,
        """
        read      OpenFeature.IFeatureClient.GetBooleanValueAsync(flagKey, defaultValue): boolean
        read      OpenFeature.IFeatureClient.GetBooleanDetailsAsync(flagKey, defaultValue): boolean
        read      OpenFeature.IFeatureClient.GetStringValueAsync(flagKey, defaultValue): string
        read      OpenFeature.IFeatureClient.GetStringDetailsAsync(flagKey, defaultValue): string
        read      OpenFeature.IFeatureClient.GetIntegerValueAsync(flagKey, defaultValue): integer
        read      OpenFeature.IFeatureClient.GetIntegerDetailsAsync(flagKey, defaultValue): integer
        read      OpenFeature.IFeatureClient.GetDoubleValueAsync(flagKey, defaultValue): float
        read      OpenFeature.IFeatureClient.GetDoubleDetailsAsync(flagKey, defaultValue): float
        read      OpenFeature.IFeatureClient.GetObjectValueAsync(flagKey, defaultValue): object
        read      OpenFeature.IFeatureClient.GetObjectDetailsAsync(flagKey, defaultValue): object
        provider  OpenFeature.FeatureProvider.ResolveBooleanValueAsync(flagKey, defaultValue): boolean
        provider  OpenFeature.FeatureProvider.ResolveStringValueAsync(flagKey, defaultValue): string
        provider  OpenFeature.FeatureProvider.ResolveIntegerValueAsync(flagKey, defaultValue): integer
        provider  OpenFeature.FeatureProvider.ResolveDoubleValueAsync(flagKey, defaultValue): float
        provider  OpenFeature.FeatureProvider.ResolveStructureValueAsync(flagKey, defaultValue): object
        read      OpenFeature.FeatureClient.GetBooleanValueAsync(flagKey, defaultValue): boolean
        read      OpenFeature.FeatureClient.GetBooleanDetailsAsync(flagKey, defaultValue): boolean
        read      OpenFeature.FeatureClient.GetStringValueAsync(flagKey, defaultValue): string
        read      OpenFeature.FeatureClient.GetStringDetailsAsync(flagKey, defaultValue): string
        read      OpenFeature.FeatureClient.GetIntegerValueAsync(flagKey, defaultValue): integer
        read      OpenFeature.FeatureClient.GetIntegerDetailsAsync(flagKey, defaultValue): integer
        read      OpenFeature.FeatureClient.GetDoubleValueAsync(flagKey, defaultValue): float
        read      OpenFeature.FeatureClient.GetDoubleDetailsAsync(flagKey, defaultValue): float
        read      OpenFeature.FeatureClient.GetObjectValueAsync(flagKey, defaultValue): object
        read      OpenFeature.FeatureClient.GetObjectDetailsAsync(flagKey, defaultValue): object
        """);
}
