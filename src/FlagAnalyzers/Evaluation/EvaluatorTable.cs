using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Evaluation;

/// <summary>The rules of <c>$evaluators</c> that references may stand for.</summary>
internal sealed class EvaluatorTable
{
    private readonly EvaluatorCycles cycles;
    private readonly Dictionary<string, Rule> rules = new(StringComparer.Ordinal);
    private readonly HashSet<string> sound = new(StringComparer.Ordinal);
    private readonly DefinitionHash definitions;

    public EvaluatorTable(EquatableArray<Evaluator> evaluators)
    {
        this.cycles = new EvaluatorCycles(evaluators);
        this.definitions = new DefinitionHash(evaluators);
        foreach (Evaluator evaluator in evaluators)
        {
            this.rules[evaluator.Name] = evaluator.Rule;
        }
    }

    /// <summary>What tells the definition of a flag from another, these rules included.</summary>
    public ulong HashDefinition(Flag flag) => this.definitions.Of(flag);

    /// <summary>Null for a name that stands for nothing, or for a rule that refers to itself, directly or through others.</summary>
    public Rule? Find(string name)
    {
        if (!this.rules.TryGetValue(name, out Rule? rule) || this.sound.Contains(name))
        {
            return rule;
        }

        if (this.cycles.IsOnCycle(name))
        {
            this.rules.Remove(name);
            return null;
        }

        this.sound.Add(name);
        return rule;
    }
}
