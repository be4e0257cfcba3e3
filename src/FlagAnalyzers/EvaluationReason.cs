namespace FlagAnalyzers;

/// <summary>Why a flag has its value: OpenFeature's words (https://openfeature.dev/specification/types#resolution-details).</summary>
public static class EvaluationReason
{
    /// <summary>The flag has no rule: its default variant, a fixed value, or a code default that is all it has.</summary>
    public const string Static = "STATIC";

    /// <summary>The rule decided nothing, or there is no default variant: the default variant, or the code default where there is none.</summary>
    public const string Default = "DEFAULT";

    /// <summary>The rule chose the variant.</summary>
    public const string TargetingMatch = "TARGETING_MATCH";

    /// <summary>The flag is disabled: the code default.</summary>
    public const string Disabled = "DISABLED";

    /// <summary>Something is wrong, see <see cref="EvaluationErrorCode"/>: the code default.</summary>
    public const string Error = "ERROR";
}
