using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers;

/// <summary>The value of a flag, and how it came to it: OpenFeature's evaluation details.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct FlagEvaluation<T>
{
    private readonly string? reason;
    private readonly IReadOnlyDictionary<string, object>? metadata;

    internal FlagEvaluation(
        T value,
        string? variant,
        string? reason,
        string? errorCode,
        string? errorMessage,
        IReadOnlyDictionary<string, object>? metadata,
        bool isCodeDefault,
        bool isCompiled)
    {
        this.Value = value;
        this.Variant = variant;
        this.reason = reason;
        this.ErrorCode = errorCode;
        this.ErrorMessage = errorMessage;
        this.metadata = metadata;
        this.IsCodeDefault = isCodeDefault;
        this.IsCompiled = isCompiled;
    }

    /// <summary>The value. Where the code default is answered and the manifest gives none, the default of the type: null for texts and objects.</summary>
    public T Value { get; }

    /// <summary>The variant that has the value; null for a code default and a fixed value.</summary>
    public string? Variant { get; }

    /// <summary>One of <see cref="EvaluationReason"/>.</summary>
    public string Reason => this.reason ?? EvaluationReason.Default;

    /// <summary>One of <see cref="EvaluationErrorCode"/>; null when nothing is wrong.</summary>
    public string? ErrorCode { get; }

    /// <summary>What is wrong, in a sentence; null when nothing is.</summary>
    public string? ErrorMessage { get; }

    /// <summary>The metadata of the manifest, replaced name by name by that of the flag: strings, <see cref="bool"/> and <see cref="double"/>.</summary>
    public IReadOnlyDictionary<string, object> Metadata => this.metadata ?? MetadataBinder.Empty;

    /// <summary>Whether compiled code answered. False where the interpreter did: the flag is defined otherwise than when the program was compiled, or its rule has no
    /// compiled form (the documentation of the flag's property says so); and for a fixed value.</summary>
    public bool IsCompiled { get; }

    /// <summary>Whether a fallback of the caller may take the place of the value.</summary>
    internal bool IsCodeDefault { get; }

    internal FlagEvaluation<TOther> With<TOther>(TOther value) =>
        new(value, this.Variant, this.Reason, this.ErrorCode, this.ErrorMessage, this.Metadata, this.IsCodeDefault, this.IsCompiled);
}
