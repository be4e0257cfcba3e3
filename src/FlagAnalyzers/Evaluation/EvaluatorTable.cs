using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Evaluation;

/// <summary>The rules of <c>$evaluators</c> that references may stand for.</summary>
internal sealed class EvaluatorTable
{
    private readonly Dictionary<string, Rule> rules = new(StringComparer.Ordinal);

    public EvaluatorTable(EquatableArray<Evaluator> evaluators)
    {
        EvaluatorCycles cycles = new(evaluators);
        foreach (Evaluator evaluator in evaluators)
        {
            if (cycles.PathBackTo(evaluator.Name) is null)
            {
                this.rules[evaluator.Name] = evaluator.Rule;
            }
        }
    }

    /// <summary>Null for a name that stands for nothing, or for a rule that refers to itself, directly or through others.</summary>
    public Rule? Find(string name) => this.rules.TryGetValue(name, out Rule? rule) ? rule : null;
}
