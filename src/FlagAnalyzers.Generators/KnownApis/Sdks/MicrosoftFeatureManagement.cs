namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>
/// Source: github.com/microsoft/FeatureManagement-Dotnet, 4.6.0 and 4.7.0. Its providers compare feature names ignoring case. A feature with variants is also enabled or
/// not, so the way it is read says nothing of its type.
/// </summary>
internal static class MicrosoftFeatureManagement
{
    public static readonly FlagSdk Sdk = new(
        "Microsoft.FeatureManagement",
        ["Microsoft.FeatureManagement", "Microsoft.FeatureManagement.AspNetCore"],
        KeysIgnoreCase: true,
        """
        read               Microsoft.FeatureManagement.IFeatureManager.IsEnabledAsync(feature)
        read               Microsoft.FeatureManagement.IVariantFeatureManager.IsEnabledAsync(feature)
        read               Microsoft.FeatureManagement.IVariantFeatureManager.GetVariantAsync(feature)
        read               Microsoft.FeatureManagement.FeatureManager.IsEnabledAsync(feature)
        read               Microsoft.FeatureManagement.FeatureManager.GetVariantAsync(feature)
        read               Microsoft.FeatureManagement.VariantFeatureManagerExtensions.GetVariantAsync(feature)
        gate               Microsoft.FeatureManagement.UseForFeatureExtensions.UseForFeature(featureName)
        gate               Microsoft.FeatureManagement.UseForFeatureExtensions.UseMiddlewareForFeature(featureName)
        gate               Microsoft.FeatureManagement.AspNetCore.FeatureGateEndpointFilterExtensions.WithFeatureGate(features)
        gate               Microsoft.FeatureManagement.FilterCollectionExtensions.AddForFeature(feature)
        gate               Microsoft.FeatureManagement.FilterCollectionExtensions.AddForFeature(features)
        gate-attribute     Microsoft.FeatureManagement.Mvc.FeatureGateAttribute..ctor(features)
        register           Microsoft.FeatureManagement.FeatureManagementBuilderExtensions.WithVariantService(featureName)
        session            Microsoft.FeatureManagement.ISessionManager.SetAsync(featureName)
        session            Microsoft.FeatureManagement.ISessionManager.GetAsync(featureName)
        definition-lookup  Microsoft.FeatureManagement.IFeatureDefinitionProvider.GetFeatureDefinitionAsync(featureName)
        """);
}
