using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>What the rules of a manifest want to know of whoever asks.</summary>
internal static class Rollouts
{
    private const string TargetingKey = "targetingKey";

    /// <summary>Whether some percentage of the flag goes by the targeting key, as it does where the rule names no bucketing value of its own.</summary>
    public static bool GoesByTargetingKey(Flag flag, Manifest manifest) =>
        Operations(flag.Targeting, manifest).Any(static operation => operation.Operator == RuleOperator.Fractional
            && operation.Arguments is { Count: > 0 } arguments
            && arguments[0] is Rule.List);

    /// <summary>The attributes that the flag's rule reads.</summary>
    public static IEnumerable<string> AttributesOf(Flag flag, Manifest manifest) =>
        Operations(flag.Targeting, manifest)
            .Where(static operation => operation.Operator == RuleOperator.Var && operation.Arguments.Count > 0)
            .Select(static operation => operation.Arguments[0] is Rule.Literal { Value: { Kind: JsonKind.String } name } ? name.Text : TargetingKey);

    private static IEnumerable<Rule.Operation> Operations(Rule? rule, Manifest manifest)
    {
        HashSet<string> followed = new(StringComparer.Ordinal);
        Stack<Rule> open = new();
        if (rule is not null)
        {
            open.Push(rule);
        }

        while (open.Count > 0)
        {
            IEnumerable<Rule> inside = [];
            switch (open.Pop())
            {
                case Rule.Operation operation:
                    yield return operation;
                    inside = operation.Arguments;
                    break;
                case Rule.List list:
                    inside = list.Items;
                    break;
                case Rule.Reference reference when followed.Add(reference.Name):
                    inside = manifest.Evaluators.Where(evaluator => evaluator.Name == reference.Name).Select(static evaluator => evaluator.Rule);
                    break;
            }

            foreach (Rule part in inside)
            {
                open.Push(part);
            }
        }
    }
}
