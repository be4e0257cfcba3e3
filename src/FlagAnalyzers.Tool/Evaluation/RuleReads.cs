using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Tool.Evaluation;

/// <summary>What the rule of a flag looks at, the rules it refers to included.</summary>
internal sealed class RuleReads
{
    private readonly Manifest manifest;
    private readonly List<string> paths = [];
    private readonly List<Evaluator> evaluators = [];

    private RuleReads(Manifest manifest) => this.manifest = manifest;

    /// <summary>The attributes, each once, in the order of the rule.</summary>
    public IReadOnlyList<string> Paths => this.paths;

    /// <summary>The evaluators that it names, each once.</summary>
    public IReadOnlyList<Evaluator> Evaluators => this.evaluators;

    /// <summary>Whether it looks at the clock.</summary>
    public bool ReadsTime { get; private set; }

    public static RuleReads Of(Flag? flag, Manifest manifest)
    {
        RuleReads reads = new(manifest);
        if (flag is { State: FlagState.Enabled, Targeting: { } targeting })
        {
            reads.Visit(targeting, isElement: false);
        }

        return reads;
    }

    // Inside filter, map, reduce, all, none and some, `var` speaks of the element.
    private void Visit(Rule rule, bool isElement)
    {
        switch (rule)
        {
            case Rule.List list:
                this.VisitAll(list.Items, isElement);
                break;
            case Rule.Reference reference:
                this.VisitReference(reference, isElement);
                break;
            case Rule.Operation operation:
                this.VisitOperation(operation, isElement);
                break;
        }
    }

    private void VisitAll(IEnumerable<Rule> rules, bool isElement)
    {
        foreach (Rule rule in rules)
        {
            this.Visit(rule, isElement);
        }
    }

    private void VisitReference(Rule.Reference reference, bool isElement)
    {
        Evaluator? evaluator = this.manifest.Evaluators.FirstOrDefault(candidate => candidate.Name == reference.Name);
        if (evaluator is not null && !this.evaluators.Contains(evaluator))
        {
            this.evaluators.Add(evaluator);
            this.Visit(evaluator.Rule, isElement);
        }
    }

    private void VisitOperation(Rule.Operation operation, bool isElement)
    {
        EquatableArray<Rule> arguments = operation.Arguments;
        switch (operation.Operator)
        {
            case RuleOperator.Var when !isElement && arguments.Count > 0:
                this.AddNames(arguments.Take(1));
                break;
            case RuleOperator.Missing when !isElement:
                this.AddNames(arguments);
                break;
            case RuleOperator.MissingSome when !isElement && arguments.Count > 1:
                this.AddNames(arguments.Skip(1));
                break;
            case RuleOperator.Fractional when arguments.Count > 0 && arguments[0] is Rule.List:
                this.Add("targetingKey");
                break;
            case RuleOperator.Filter or RuleOperator.Map or RuleOperator.Reduce or RuleOperator.All or RuleOperator.None or RuleOperator.Some:
                for (int i = 0; i < arguments.Count; i++)
                {
                    this.Visit(arguments[i], isElement || i == 1);
                }

                return;
        }

        this.VisitAll(arguments, isElement);
    }

    private void AddNames(IEnumerable<Rule> names)
    {
        foreach (Rule name in names)
        {
            if (name is Rule.Literal { Value.Kind: JsonKind.String } literal)
            {
                this.Add(literal.Value.Text);
            }
            else if (name is Rule.List list)
            {
                this.AddNames(list.Items);
            }
        }
    }

    private void Add(string path)
    {
        if (path == "$flagd.timestamp")
        {
            this.ReadsTime = true;
        }
        else if (!this.paths.Contains(path) && (path == "targetingKey" || !AttributeUse.IsBuiltIn(path)))
        {
            this.paths.Add(path);
        }
    }
}
