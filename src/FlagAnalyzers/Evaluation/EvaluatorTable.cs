using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Evaluation;

/// <summary>The rules of <c>$evaluators</c> that references may stand for. Immutable.</summary>
internal sealed class EvaluatorTable
{
    private readonly Dictionary<string, Rule> rules = new(StringComparer.Ordinal);
    private readonly DefinitionHash definitions;

    public EvaluatorTable(EquatableArray<Evaluator> evaluators)
    {
        EvaluatorCycles cycles = new(evaluators);
        this.definitions = new DefinitionHash(evaluators, cycles);
        foreach (Evaluator evaluator in evaluators)
        {
            if (!cycles.IsOnCycle(evaluator.Name))
            {
                this.rules[evaluator.Name] = evaluator.Rule;
            }
        }
    }

    /// <summary>What tells the definition of a flag from another, these rules included.</summary>
    public ulong HashDefinition(Flag flag) => this.definitions.Of(flag);

    /// <summary>Null for a name that stands for nothing, or for a rule that refers to itself, directly or through others.</summary>
    public Rule? Find(string name) => this.rules.TryGetValue(name, out Rule? rule) ? rule : null;
}
