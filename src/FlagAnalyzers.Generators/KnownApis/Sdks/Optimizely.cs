namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>Source: github.com/optimizely/csharp-sdk 4.4.0. A flag has a state, variations and variables, so the way it is read says nothing of its type.</summary>
internal static class Optimizely
{
    public static readonly FlagSdk Sdk = new(
        "Optimizely",
        ["OptimizelySDK", "Optimizely.SDK"],
        KeysIgnoreCase: false,
        """
        read           OptimizelySDK.OptimizelyUserContext.Decide(key)
        read           OptimizelySDK.OptimizelyUserContext.DecideForKeys(keys)
        read           OptimizelySDK.Optimizely.Activate(experimentKey)
        read           OptimizelySDK.Optimizely.GetVariation(experimentKey)
        test-override  OptimizelySDK.Optimizely.SetForcedVariation(experimentKey)
        test-override  OptimizelySDK.Optimizely.GetForcedVariation(experimentKey)
        read           OptimizelySDK.Optimizely.IsFeatureEnabled(featureKey)
        read           OptimizelySDK.Optimizely.GetFeatureVariableValueForType(featureKey)
        read           OptimizelySDK.Optimizely.GetFeatureVariableBoolean(featureKey)
        read           OptimizelySDK.Optimizely.GetFeatureVariableDouble(featureKey)
        read           OptimizelySDK.Optimizely.GetFeatureVariableInteger(featureKey)
        read           OptimizelySDK.Optimizely.GetFeatureVariableString(featureKey)
        read           OptimizelySDK.Optimizely.GetFeatureVariableJSON(featureKey)
        read           OptimizelySDK.Optimizely.GetAllFeatureVariables(featureKey)
        read           OptimizelySDK.IOptimizely.Activate(experimentKey)
        read           OptimizelySDK.IOptimizely.GetVariation(experimentKey)
        test-override  OptimizelySDK.IOptimizely.SetForcedVariation(experimentKey)
        test-override  OptimizelySDK.IOptimizely.GetForcedVariation(experimentKey)
        read           OptimizelySDK.IOptimizely.IsFeatureEnabled(featureKey)
        read           OptimizelySDK.IOptimizely.GetFeatureVariableBoolean(featureKey)
        read           OptimizelySDK.IOptimizely.GetFeatureVariableDouble(featureKey)
        read           OptimizelySDK.IOptimizely.GetFeatureVariableInteger(featureKey)
        read           OptimizelySDK.IOptimizely.GetFeatureVariableString(featureKey)
        read           OptimizelySDK.IOptimizely.GetFeatureVariableJSON(featureKey)
        read           OptimizelySDK.IOptimizely.GetAllFeatureVariables(featureKey)
        test-override  OptimizelySDK.OptimizelyDecisionContext..ctor(flagKey)
        """);
}
