using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Snapshots;

/// <summary>What a flag evaluates to, without a C# type for its value.</summary>
/// <param name="Value">The value; null where that is a code default that there is not.</param>
/// <param name="Variant">The variant that has it, or null for the code default.</param>
/// <param name="Reason">One of <see cref="EvaluationReason"/>.</param>
/// <param name="ErrorCode">One of <see cref="EvaluationErrorCode"/>, or null.</param>
/// <param name="Metadata">The set's metadata, replaced by the flag's.</param>
internal sealed record JsonEvaluation(JsonValue? Value, string? Variant, string Reason, string? ErrorCode, IReadOnlyDictionary<string, object> Metadata);
