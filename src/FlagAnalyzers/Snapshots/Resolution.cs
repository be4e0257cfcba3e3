namespace FlagAnalyzers.Snapshots;

/// <summary>How a flag came to its value, or why it came to none.</summary>
internal enum Outcome : byte
{
    /// <summary>The default variant of a flag without a rule, or a code default that is all the flag has.</summary>
    Static,

    /// <summary>No rule decided: the default variant, or the code default where there is none.</summary>
    Default,
    TargetingMatch,
    Disabled,
    FlagNotFound,

    /// <summary>A rule failed.</summary>
    ParseError,

    /// <summary>The value is not of the type asked for.</summary>
    TypeMismatch,

    /// <summary>The rule named a variant that the flag does not have.</summary>
    General,
}

/// <summary>The variant to serve; without one, the code default.</summary>
internal readonly struct Resolution(Outcome outcome, BoundVariant? variant = null)
{
    public Outcome Outcome { get; } = outcome;

    public BoundVariant? Variant { get; } = variant;
}

internal static class OutcomeText
{
    public static string Reason(this Outcome outcome) => outcome switch
    {
        Outcome.Static => EvaluationReason.Static,
        Outcome.Default => EvaluationReason.Default,
        Outcome.TargetingMatch => EvaluationReason.TargetingMatch,
        Outcome.Disabled => EvaluationReason.Disabled,
        _ => EvaluationReason.Error,
    };

    public static string? ErrorCode(this Outcome outcome) => outcome switch
    {
        Outcome.FlagNotFound => EvaluationErrorCode.FlagNotFound,
        Outcome.ParseError => EvaluationErrorCode.ParseError,
        Outcome.TypeMismatch => EvaluationErrorCode.TypeMismatch,
        Outcome.General => EvaluationErrorCode.General,
        _ => null,
    };

    /// <summary>What happened, in a sentence.</summary>
    public static string? Message(this Outcome outcome, string key, string type) => outcome switch
    {
        Outcome.FlagNotFound => $"The manifest in force has no flag '{key}'.",
        Outcome.ParseError => $"The targeting rule of '{key}' failed on this context.",
        Outcome.TypeMismatch => $"The value of '{key}' is not of the type asked for, {type}.",
        Outcome.General => $"The targeting rule of '{key}' gave a name that none of its variants has.",
        _ => null,
    };
}
