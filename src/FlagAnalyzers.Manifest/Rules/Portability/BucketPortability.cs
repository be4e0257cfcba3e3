using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Rules.Portability;

/// <summary><c>fractional</c>: every implementation has to find the same bucket, today and after the next change of the shares.</summary>
internal sealed class BucketPortability(PortabilityFindings findings)
{
    /// <param name="arguments">Its arguments.</param>
    /// <param name="defaultVariant">The variant that is served when no rule decides, or null.</param>
    public void Check(List<JsonNode> arguments, string? defaultVariant)
    {
        bool hasExpression = arguments.Count > 0 && arguments[0].Kind != JsonKind.Array;
        if (hasExpression)
        {
            this.CheckBucketing(arguments[0]);
        }

        List<JsonNode> buckets = arguments.GetRange(hasExpression ? 1 : 0, arguments.Count - (hasExpression ? 1 : 0));
        foreach (JsonNode bucket in buckets)
        {
            if (bucket.Kind == JsonKind.Array && RuleSyntax.ArgumentsOf(bucket) is { Count: > 1 } parts
                && parts[1].Kind == JsonKind.Object && findings.KindsOf(parts[1]).MayBe(ValueKinds.Missing))
            {
                findings.Report(parts[1].Range, $"Where {PortabilityFindings.Describe(parts[1])} is missing, the weight is 1 in flagd's daemon, and in its evaluator for JavaScript the rule answers nothing. {PortabilityFindings.GiveDefault(parts[1], "0")}");
            }
        }

        if (buckets.Count == 2 && defaultVariant is not null && VariantOf(buckets[0]) == defaultVariant && VariantOf(buckets[1]) is { } growing && growing != defaultVariant)
        {
            findings.Report(buckets[0].Range, $"The default variant '{defaultVariant}' is listed before '{growing}': a bucket that is added behind it moves the users who have '{growing}' out of it. List the variant that grows first: [{findings.Source(buckets[1])}, {findings.Source(buckets[0])}]. (That deals the buckets anew, once.)");
        }
    }

    private static string? VariantOf(JsonNode bucket) => bucket.Kind == JsonKind.Array && RuleSyntax.ArgumentsOf(bucket) is { Count: > 0 } parts
        && parts[0].Kind is JsonKind.String or JsonKind.True or JsonKind.False ? parts[0].Text : null;

    private void CheckBucketing(JsonNode expression)
    {
        bool isTargetingKey = RuleSyntax.IsVar(expression, out JsonNode name, out _) && name.Text == "targetingKey";
        if (!isTargetingKey && expression.Kind == JsonKind.Object && findings.KindsOf(expression).MayBe(ValueKinds.Missing))
        {
            string repair = RuleSyntax.IsVar(expression, out _, out _)
                ? $"Write {{\"cat\": [{{\"var\": \"$flagd.flagKey\"}}, {{\"var\": [{JsonValue.StringFrom(name.Text)}, \"\"]}}]}}, which also deals each flag anew."
                : "Give its attributes defaults, so that it always answers.";
            findings.Report(expression.Range, $"Where {PortabilityFindings.Describe(expression)} is missing, flagd's daemon deals by the targeting key, and its evaluator for JavaScript answers nothing. {repair}");
        }

        this.CheckLiterals(expression);
    }

    private void CheckLiterals(JsonNode node)
    {
        if (node.Kind == JsonKind.String && node.Text.Any(static c => c > '\u007f'))
        {
            findings.Report(node.Range, "flagd's implementations hash characters beyond ASCII differently, so users would land in other buckets. Use ASCII here.");
        }

        foreach (JsonNode item in node.Items)
        {
            this.CheckLiterals(item);
        }

        foreach (JsonProperty member in node.Members)
        {
            this.CheckLiterals(member.Value);
        }
    }
}
