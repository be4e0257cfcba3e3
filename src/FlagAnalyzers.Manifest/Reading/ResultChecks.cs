using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Holds what a rule may answer against the variants of its flag.</summary>
/// <param name="issues">Where problems go.</param>
/// <param name="evaluators">The section <c>$evaluators</c>, or null.</param>
internal sealed class ResultChecks(IssueList issues, JsonNode? evaluators)
{
    public void Check(JsonNode targeting, EquatableArray<Variant> variants)
    {
        RuleResults results = new(evaluators);
        results.Collect(targeting);
        foreach ((string name, Text.TextRange range) in results.Names)
        {
            if (variants.All(variant => variant.Name != name))
            {
                issues.Report("FLAG1003", range, Place.MissingVariant(name, variants.Select(static variant => variant.Name)));
            }
        }

        bool answersBoth = variants.Any(variant => variant.Name == "true") && variants.Any(variant => variant.Name == "false");
        if (!answersBoth && results.Conditions.Count > 0)
        {
            (string name, Text.TextRange range) = results.Conditions[0];
            string first = variants[0].Name;
            string second = variants.Count > 1 ? $"\"{variants[1].Name}\"" : "null";
            issues.Report("FLAG1003", range, $"'{name}' answers true or false, but the flag has no variants \"true\" and \"false\". Choose a variant with {{ \"if\": [ rule, \"{first}\", {second} ] }}.");
        }
    }
}
