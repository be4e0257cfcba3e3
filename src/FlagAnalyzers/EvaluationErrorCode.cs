namespace FlagAnalyzers;

/// <summary>What went wrong in an evaluation: OpenFeature's words (https://openfeature.dev/specification/types#error-code).</summary>
public static class EvaluationErrorCode
{
    /// <summary>The manifest in force has no flag of that key.</summary>
    public const string FlagNotFound = "FLAG_NOT_FOUND";

    /// <summary>The rule failed while it was evaluated.</summary>
    public const string ParseError = "PARSE_ERROR";

    /// <summary>The value is not of the type asked for.</summary>
    public const string TypeMismatch = "TYPE_MISMATCH";

    /// <summary>The rule gave a name that no variant has.</summary>
    public const string General = "GENERAL";
}
