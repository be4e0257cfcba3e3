namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>Source: github.com/abpframework/abp. Features are texts, and any may be read as one.</summary>
internal static class Abp
{
    public static readonly FlagSdk Sdk = new(
        "ABP",
        ["Volo.Abp.Features"],
        KeysIgnoreCase: false,
        """
        read            Volo.Abp.Features.IFeatureChecker.IsEnabledAsync(name): boolean
        read            Volo.Abp.Features.IFeatureChecker.GetOrNullAsync(name)
        read            Volo.Abp.Features.FeatureCheckerExtensions.GetAsync(name, defaultValue): typed
        gate-attribute  Volo.Abp.Features.RequiresFeatureAttribute..ctor(features)
        """);
}
