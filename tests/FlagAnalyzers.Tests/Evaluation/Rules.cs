using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers.Evaluation;

/// <summary>Evaluates one rule as the only flag of a manifest.</summary>
internal static class Rules
{
    public const long Now = 1_700_000_000;

    public static FlagSnapshot Snapshot(string rule, string evaluators = "{}") => FlagSnapshot.Parse(
        $$"""
        {
          "$evaluators": {{evaluators}},
          "flags": { "f": { "variants": { "true": "T", "false": "F", "on": "ON", "off": "OFF", "1": "one", "0": "zero" }, "defaultVariant": "off", "targeting": {{rule}} } }
        }
        """);

    /// <summary>The variant and, when something is wrong, the error code instead; DEFAULT when the rule decided nothing.</summary>
    public static string? Evaluate(string rule, EvaluationContext? context = null, string evaluators = "{}") => Evaluate(Snapshot(rule, evaluators), context);

    public static string? Evaluate(FlagSnapshot snapshot, EvaluationContext? context = null)
    {
        JsonEvaluation evaluation = snapshot.Evaluate("f", FlagType.String, null, context ?? new EvaluationContext(), Now);
        return evaluation.ErrorCode ?? (evaluation.Reason == EvaluationReason.Default ? evaluation.Reason : evaluation.Variant);
    }
}
