namespace FlagAnalyzers.Generators.KnownApis.Sdks;

/// <summary>Source: github.com/PostHog/posthog-dotnet 2.13.3. A flag with variants is also enabled or not, so the way it is read says nothing of its type.</summary>
internal static class PostHog
{
    public static readonly FlagSdk Sdk = new(
        "PostHog",
        ["PostHog", "PostHog.AspNetCore"],
        KeysIgnoreCase: false,
        """
        read  PostHog.PostHogClient.IsFeatureEnabledAsync(featureKey)
        read  PostHog.PostHogClient.GetFeatureFlagAsync(featureKey)
        read  PostHog.PostHogClient.GetRemoteConfigPayloadAsync(key)
        read  PostHog.IPostHogClient.IsFeatureEnabledAsync(featureKey)
        read  PostHog.IPostHogClient.GetFeatureFlagAsync(featureKey)
        read  PostHog.IPostHogClient.GetRemoteConfigPayloadAsync(key)
        read  PostHog.Sdk.PostHogSdk.IsFeatureEnabledAsync(featureKey)
        read  PostHog.Sdk.PostHogSdk.GetFeatureFlagAsync(featureKey)
        read  PostHog.Sdk.PostHogSdk.GetRemoteConfigPayloadAsync(key)
        read  PostHog.Features.FeatureFlagEvaluations.IsEnabled(key)
        read  PostHog.Features.FeatureFlagEvaluations.GetFlag(key)
        read  PostHog.Features.FeatureFlagEvaluations.GetFlagPayload(key)
        read  PostHog.Features.FeatureFlagEvaluations.Only(keys)
        read  PostHog.RemoteConfigExtensions.GetRemoteConfigPayloadAsync(key)
        read  PostHog.FeatureFlagExtensions.IsFeatureEnabledAsync(featureKey)
        read  PostHog.FeatureFlagExtensions.GetFeatureFlagAsync(featureKey)
        """);
}
