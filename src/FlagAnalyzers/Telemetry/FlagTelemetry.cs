using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FlagAnalyzers.Telemetry;

/// <summary>What the package measures, under the names of OpenTelemetry's conventions for feature flags
/// (https://opentelemetry.io/docs/specs/semconv/feature-flags/feature-flags-events/).</summary>
internal static class FlagTelemetry
{
    private const string Name = "FlagAnalyzers";
    private const string EvaluationEvent = "feature_flag.evaluation";
    private const string KeyTag = "feature_flag.key";
    private const string VariantTag = "feature_flag.result.variant";
    private const string ReasonTag = "feature_flag.result.reason";
    private const string ProviderTag = "feature_flag.provider.name";
    private const string ErrorTag = "error.type";
    private const string SourceTag = "flaganalyzers.source";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Activities = new(Name);

    private static readonly Counter<long> Evaluations = Meter.CreateCounter<long>(
        "feature_flag.evaluations", "{evaluation}", "Evaluations of feature flags, by flag, variant and reason.");

    private static readonly Counter<long> Reloads = Meter.CreateCounter<long>(
        "feature_flag.reloads", "{reload}", "Manifests that were taken or refused, by source.");

    /// <summary>Whether anybody listens to evaluations.</summary>
    public static bool IsObserved => Evaluations.Enabled || Activities.HasListeners();

    /// <param name="key">The key of the flag.</param>
    /// <param name="variant">The variant, or null.</param>
    /// <param name="reason">One of <see cref="EvaluationReason"/>.</param>
    /// <param name="errorCode">One of <see cref="EvaluationErrorCode"/>, or null.</param>
    public static void CountEvaluation(string key, string? variant, string reason, string? errorCode)
    {
        if (Evaluations.Enabled)
        {
            TagList tags = new()
            {
                { KeyTag, key },
                { ReasonTag, Lower(reason) },
            };
            if (variant is not null)
            {
                tags.Add(VariantTag, variant);
            }

            if (errorCode is not null)
            {
                tags.Add(ErrorTag, Lower(errorCode));
            }

            Evaluations.Add(1, in tags);
        }

        if (Activities.HasListeners() && Activity.Current is { IsAllDataRequested: true } activity)
        {
            ActivityTagsCollection tags = new()
            {
                { KeyTag, key },
                { ReasonTag, Lower(reason) },
                { ProviderTag, Name },
            };
            if (variant is not null)
            {
                tags.Add(VariantTag, variant);
            }

            if (errorCode is not null)
            {
                tags.Add(ErrorTag, Lower(errorCode));
            }

            activity.AddEvent(new ActivityEvent(EvaluationEvent, tags: tags));
        }
    }

    /// <summary>A manifest was taken or refused, or a source could not be read.</summary>
    public static void CountReload(string source, bool isAccepted)
    {
        if (Reloads.Enabled)
        {
            TagList tags = new() { { SourceTag, source } };
            if (!isAccepted)
            {
                tags.Add(ErrorTag, "refused");
            }

            Reloads.Add(1, in tags);
        }
    }

    // The conventions write the words of OpenFeature in lower case.
    private static string Lower(string word) => word switch
    {
        EvaluationReason.Static => "static",
        EvaluationReason.Default => "default",
        EvaluationReason.TargetingMatch => "targeting_match",
        EvaluationReason.Disabled => "disabled",
        EvaluationReason.Error => "error",
        EvaluationErrorCode.FlagNotFound => "flag_not_found",
        EvaluationErrorCode.ParseError => "parse_error",
        EvaluationErrorCode.TypeMismatch => "type_mismatch",
        _ => "general",
    };
}
