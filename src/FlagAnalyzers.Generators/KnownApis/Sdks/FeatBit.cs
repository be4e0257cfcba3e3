namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>Source: github.com/featbit/featbit-dotnet-sdk.</summary>
internal static class FeatBit
{
    public static readonly FlagSdk Sdk = new(
        "FeatBit",
        ["FeatBit.ServerSdk"],
        KeysIgnoreCase: false,
        """
        read  FeatBit.Sdk.Server.IFbClient.BoolVariation(key, defaultValue): boolean
        read  FeatBit.Sdk.Server.IFbClient.BoolVariationDetail(key, defaultValue): boolean
        read  FeatBit.Sdk.Server.IFbClient.IntVariation(key, defaultValue): integer
        read  FeatBit.Sdk.Server.IFbClient.IntVariationDetail(key, defaultValue): integer
        read  FeatBit.Sdk.Server.IFbClient.FloatVariation(key, defaultValue): float
        read  FeatBit.Sdk.Server.IFbClient.FloatVariationDetail(key, defaultValue): float
        read  FeatBit.Sdk.Server.IFbClient.DoubleVariation(key, defaultValue): float
        read  FeatBit.Sdk.Server.IFbClient.DoubleVariationDetail(key, defaultValue): float
        read  FeatBit.Sdk.Server.IFbClient.StringVariation(key, defaultValue): string
        read  FeatBit.Sdk.Server.IFbClient.StringVariationDetail(key, defaultValue): string
        """);
}
