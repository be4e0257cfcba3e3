namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>Source: github.com/launchdarkly/dotnet-core, LaunchDarkly.ClientSdk 5.9.2. A JSON variation reads a flag of any type.</summary>
internal static class LaunchDarklyClient
{
    public static readonly FlagSdk Sdk = new(
        "LaunchDarkly client",
        ["LaunchDarkly.ClientSdk"],
        KeysIgnoreCase: false,
        """
        read           LaunchDarkly.Sdk.Client.ILdClientExtensions.EnumVariation(key, defaultValue): string
        read           LaunchDarkly.Sdk.Client.ILdClientExtensions.EnumVariationDetail(key, defaultValue): string
        read           LaunchDarkly.Sdk.Client.LdClient.BoolVariation(key, defaultValue): boolean
        read           LaunchDarkly.Sdk.Client.LdClient.BoolVariationDetail(key, defaultValue): boolean
        read           LaunchDarkly.Sdk.Client.LdClient.StringVariation(key, defaultValue): string
        read           LaunchDarkly.Sdk.Client.LdClient.StringVariationDetail(key, defaultValue): string
        read           LaunchDarkly.Sdk.Client.LdClient.FloatVariation(key, defaultValue): float
        read           LaunchDarkly.Sdk.Client.LdClient.FloatVariationDetail(key, defaultValue): float
        read           LaunchDarkly.Sdk.Client.LdClient.DoubleVariation(key, defaultValue): float
        read           LaunchDarkly.Sdk.Client.LdClient.DoubleVariationDetail(key, defaultValue): float
        read           LaunchDarkly.Sdk.Client.LdClient.IntVariation(key, defaultValue): integer
        read           LaunchDarkly.Sdk.Client.LdClient.IntVariationDetail(key, defaultValue): integer
        read           LaunchDarkly.Sdk.Client.LdClient.JsonVariation(key, defaultValue)
        read           LaunchDarkly.Sdk.Client.LdClient.JsonVariationDetail(key, defaultValue)
        test-override  LaunchDarkly.Sdk.Client.Integrations.TestData.Flag(key)
        read           LaunchDarkly.Sdk.Client.Interfaces.ILdClient.BoolVariation(key, defaultValue): boolean
        read           LaunchDarkly.Sdk.Client.Interfaces.ILdClient.BoolVariationDetail(key, defaultValue): boolean
        read           LaunchDarkly.Sdk.Client.Interfaces.ILdClient.StringVariation(key, defaultValue): string
        read           LaunchDarkly.Sdk.Client.Interfaces.ILdClient.StringVariationDetail(key, defaultValue): string
        read           LaunchDarkly.Sdk.Client.Interfaces.ILdClient.FloatVariation(key, defaultValue): float
        read           LaunchDarkly.Sdk.Client.Interfaces.ILdClient.FloatVariationDetail(key, defaultValue): float
        read           LaunchDarkly.Sdk.Client.Interfaces.ILdClient.DoubleVariation(key, defaultValue): float
        read           LaunchDarkly.Sdk.Client.Interfaces.ILdClient.DoubleVariationDetail(key, defaultValue): float
        read           LaunchDarkly.Sdk.Client.Interfaces.ILdClient.IntVariation(key, defaultValue): integer
        read           LaunchDarkly.Sdk.Client.Interfaces.ILdClient.IntVariationDetail(key, defaultValue): integer
        read           LaunchDarkly.Sdk.Client.Interfaces.ILdClient.JsonVariation(key, defaultValue)
        read           LaunchDarkly.Sdk.Client.Interfaces.ILdClient.JsonVariationDetail(key, defaultValue)
        """);
}
