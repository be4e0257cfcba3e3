namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>Source: github.com/statsig-io/dotnet-sdk 2.4.0.</summary>
internal static class Statsig
{
    public static readonly FlagSdk Sdk = new(
        "Statsig",
        ["Statsig"],
        KeysIgnoreCase: false,
        """
        test-override  Statsig.Server.StatsigServer.OverrideGate(gateName)
        test-override  Statsig.Server.StatsigServer.OverrideConfig(configName)
        test-override  Statsig.Server.StatsigServer.OverrideLayer(layerName)
        read           Statsig.Server.StatsigServer.CheckGateSync(gateName): boolean
        read           Statsig.Server.StatsigServer.CheckGateWithExposureLoggingDisabledSync(gateName): boolean
        read           Statsig.Server.StatsigServer.GetFeatureGate(gateName): boolean
        read           Statsig.Server.StatsigServer.GetFeatureGateWithExposureLoggingDisabled(gateName): boolean
        exposure-log   Statsig.Server.StatsigServer.ManuallyLogGateExposure(gateName)
        read           Statsig.Server.StatsigServer.GetConfigSync(configName)
        read           Statsig.Server.StatsigServer.GetConfigWithExposureLoggingDisabledSync(configName)
        exposure-log   Statsig.Server.StatsigServer.ManuallyLogConfigExposure(configName)
        read           Statsig.Server.StatsigServer.GetExperimentSync(experimentName)
        read           Statsig.Server.StatsigServer.GetExperimentWithExposureLoggingDisabledSync(experimentName)
        exposure-log   Statsig.Server.StatsigServer.ManuallyLogExperimentExposure(experimentName)
        read           Statsig.Server.StatsigServer.GetLayerSync(layerName)
        read           Statsig.Server.StatsigServer.GetLayerWithExposureLoggingDisabledSync(layerName)
        exposure-log   Statsig.Server.StatsigServer.ManuallyLogLayerParameterExposure(layerName)
        read           Statsig.Server.StatsigServer.CheckGate(gateName): boolean
        read           Statsig.Server.StatsigServer.CheckGateWithExposureLoggingDisabled(gateName): boolean
        read           Statsig.Server.StatsigServer.GetConfig(configName)
        read           Statsig.Server.StatsigServer.GetConfigWithExposureLoggingDisabled(configName)
        read           Statsig.Server.StatsigServer.GetExperiment(experimentName)
        read           Statsig.Server.StatsigServer.GetExperimentWithExposureLoggingDisabled(experimentName)
        read           Statsig.Server.StatsigServer.GetLayer(layerName)
        read           Statsig.Server.StatsigServer.GetLayerWithExposureLoggingDisabled(layerName)
        read           Statsig.Client.StatsigClient.CheckGate(gateName): boolean
        read           Statsig.Client.StatsigClient.GetConfig(configName)
        read           Statsig.Client.StatsigClient.GetExperiment(experimentName)
        read           Statsig.Client.StatsigClient.GetLayer(layerName)
        """);
}
