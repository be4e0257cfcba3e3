using CsCheck;
using FlagAnalyzers.Evaluation.Values;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers.Evaluation;

public sealed class NeverThrowsTests
{
    private const string Seed = "0000KOIPe036";
    private const string Evaluators = """{ "staff": { "ends_with": [{ "var": "plan" }, "on"] }, "on": [["on", 1]], "a": { "var": "list" } }""";

    private static readonly string[] Reasons = [EvaluationReason.Default, EvaluationReason.TargetingMatch, EvaluationReason.Static, EvaluationReason.Error];

    [Fact]
    public void Evaluate_AnyRuleAndContext_IsOneOfTheOutcomes() => Gen.Select(RandomRules.Rules, RandomRules.Contexts).Sample(
        static (rule, context) =>
        {
            JsonEvaluation evaluation = Rules.Snapshot(rule, Evaluators).Evaluate("f", FlagType.String, JsonValue.Null, context, Rules.Now);

            return Reasons.Contains(evaluation.Reason)
                && (evaluation.ErrorCode is not null) == (evaluation.Reason == EvaluationReason.Error)
                && (evaluation.Variant is null) == (evaluation.ErrorCode is not null);
        },
        seed: Seed,
        iter: 20_000,
        threads: 1);

    /// <summary>A failure is a value: the net below the rules is for objects of the program alone.</summary>
    [Fact]
    public void Evaluate_AnyRule_DoesNotThrowInside()
    {
        int failures = 0;
        int results = 0;
        Gen.Select(RandomRules.Rules, RandomRules.Contexts).Sample(
            (rule, context) =>
            {
                Manifest manifest = ManifestReader.Read($$"""{ "$evaluators": {{Evaluators}}, "flags": { "f": { "variants": { "on": true }, "targeting": {{rule}} } } }""").Manifest;
                if (manifest.Flags[0].Targeting is not { } targeting)
                {
                    return;
                }

                RuleNode node = new RuleBinder(new EvaluatorTable(manifest.Evaluators), _ => -1).Bind(targeting);
                EvaluationFrame frame = new(context, "f", Rules.Now);
                RuleValue value = node.Evaluate(frame);
                failures += value.IsFailure ? 1 : 0;
                results += value.IsFailure ? 0 : 1;
                Assert.False(value.IsNumber && !double.IsFinite(value.Number), rule);

                // Both ways to ask a condition agree.
                Assert.Equal(value.IsFailure ? Truth.Failure : value.IsTruthy ? Truth.True : Truth.False, node.Test(frame));
            },
            seed: Seed,
            iter: 20_000,
            threads: 1);

        // Neither side of the rules may be missing from what was tried.
        Assert.True(failures > 2000 && results > 2000, $"{failures} failures, {results} results");
    }
}
