namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>Source: github.com/bitwarden/dotnet-extensions.</summary>
internal static class BitwardenFeatures
{
    public static readonly FlagSdk Sdk = new(
        "Bitwarden.Server.Sdk.Features",
        ["Bitwarden.Server.Sdk.Features"],
        KeysIgnoreCase: false,
        """
        read            Bitwarden.Server.Sdk.Features.IFeatureService.IsEnabled(key, defaultValue): boolean
        read            Bitwarden.Server.Sdk.Features.IFeatureService.GetIntVariation(key, defaultValue): integer
        read            Bitwarden.Server.Sdk.Features.IFeatureService.GetStringVariation(key, defaultValue): string
        gate-attribute  Bitwarden.Server.Sdk.Features.RequireFeatureAttribute..ctor(featureFlagKey)
        gate            Microsoft.AspNetCore.Builder.FeatureEndpointConventionBuilderExtensions.RequireFeature(featureNameKey)
        """);
}
