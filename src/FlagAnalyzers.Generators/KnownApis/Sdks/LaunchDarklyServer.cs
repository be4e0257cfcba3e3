namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>Source: github.com/launchdarkly/dotnet-core, LaunchDarkly.ServerSdk 8.16.0. A JSON variation reads a flag of any type.</summary>
internal static class LaunchDarklyServer
{
    public static readonly FlagSdk Sdk = new(
        "LaunchDarkly server",
        ["LaunchDarkly.ServerSdk"],
        KeysIgnoreCase: false,
        """
        read           LaunchDarkly.Sdk.Server.ILdClientExtensions.EnumVariation(key, defaultValue): string
        read           LaunchDarkly.Sdk.Server.ILdClientExtensions.EnumVariationDetail(key, defaultValue): string
        read           LaunchDarkly.Sdk.Server.LdClient.BoolVariation(key, defaultValue): boolean
        read           LaunchDarkly.Sdk.Server.LdClient.IntVariation(key, defaultValue): integer
        read           LaunchDarkly.Sdk.Server.LdClient.FloatVariation(key, defaultValue): float
        read           LaunchDarkly.Sdk.Server.LdClient.DoubleVariation(key, defaultValue): float
        read           LaunchDarkly.Sdk.Server.LdClient.StringVariation(key, defaultValue): string
        read           LaunchDarkly.Sdk.Server.LdClient.JsonVariation(key, defaultValue)
        read           LaunchDarkly.Sdk.Server.LdClient.BoolVariationDetail(key, defaultValue): boolean
        read           LaunchDarkly.Sdk.Server.LdClient.IntVariationDetail(key, defaultValue): integer
        read           LaunchDarkly.Sdk.Server.LdClient.FloatVariationDetail(key, defaultValue): float
        read           LaunchDarkly.Sdk.Server.LdClient.DoubleVariationDetail(key, defaultValue): float
        read           LaunchDarkly.Sdk.Server.LdClient.StringVariationDetail(key, defaultValue): string
        read           LaunchDarkly.Sdk.Server.LdClient.JsonVariationDetail(key, defaultValue)
        read           LaunchDarkly.Sdk.Server.LdClient.MigrationVariation(key): string
        test-override  LaunchDarkly.Sdk.Server.Integrations.TestData.Flag(key)
        read           LaunchDarkly.Sdk.Server.Interfaces.ILdClient.BoolVariation(key, defaultValue): boolean
        read           LaunchDarkly.Sdk.Server.Interfaces.ILdClient.BoolVariationDetail(key, defaultValue): boolean
        read           LaunchDarkly.Sdk.Server.Interfaces.ILdClient.IntVariation(key, defaultValue): integer
        read           LaunchDarkly.Sdk.Server.Interfaces.ILdClient.IntVariationDetail(key, defaultValue): integer
        read           LaunchDarkly.Sdk.Server.Interfaces.ILdClient.FloatVariation(key, defaultValue): float
        read           LaunchDarkly.Sdk.Server.Interfaces.ILdClient.FloatVariationDetail(key, defaultValue): float
        read           LaunchDarkly.Sdk.Server.Interfaces.ILdClient.DoubleVariation(key, defaultValue): float
        read           LaunchDarkly.Sdk.Server.Interfaces.ILdClient.DoubleVariationDetail(key, defaultValue): float
        read           LaunchDarkly.Sdk.Server.Interfaces.ILdClient.StringVariation(key, defaultValue): string
        read           LaunchDarkly.Sdk.Server.Interfaces.ILdClient.StringVariationDetail(key, defaultValue): string
        read           LaunchDarkly.Sdk.Server.Interfaces.ILdClient.JsonVariation(key, defaultValue)
        read           LaunchDarkly.Sdk.Server.Interfaces.ILdClient.JsonVariationDetail(key, defaultValue)
        read           LaunchDarkly.Sdk.Server.Interfaces.ILdClient.MigrationVariation(key): string
        """);
}
