using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Manifests.Lifecycle;

internal enum RuleAnswerKind : byte
{
    /// <summary>Null: the default variant is served.</summary>
    Nothing,

    /// <summary>The name of a variant, which there may or may not be.</summary>
    Name,

    /// <summary>The rule fails, or answers what can name no variant: the code default is served.</summary>
    Failure,
}

/// <summary>One thing that a rule may answer.</summary>
internal readonly record struct RuleAnswer(RuleAnswerKind Kind, string Text)
{
    public static readonly RuleAnswer Nothing = new(RuleAnswerKind.Nothing, "");
    public static readonly RuleAnswer Failure = new(RuleAnswerKind.Failure, "");

    public static RuleAnswer Named(string text) => new(RuleAnswerKind.Name, text);
}

/// <summary>Collects everything that a rule can answer, whatever the context holds; more than that is allowed, less is not.</summary>
internal sealed class RuleAnswers
{
    private readonly RuleTruths truths;
    private readonly Dictionary<string, Rule> rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<RuleAnswer>?> known = new(StringComparer.Ordinal);

    public RuleAnswers(EquatableArray<Evaluator> evaluators)
    {
        foreach (Evaluator evaluator in evaluators)
        {
            this.rules[evaluator.Name] = evaluator.Rule;
        }

        this.truths = new RuleTruths(this.rules);
    }

    /// <summary>What the rule can answer; null for anything.</summary>
    public IReadOnlyCollection<RuleAnswer>? Of(Rule rule)
    {
        HashSet<RuleAnswer> found = [];
        return this.Collect(rule, found) ? found : null;
    }

    // False for anything.
    private bool Collect(Rule rule, HashSet<RuleAnswer> found)
    {
        switch (rule)
        {
            case Rule.Literal { Value: var value }:
                found.Add(value.Kind switch
                {
                    JsonKind.Null => RuleAnswer.Nothing,
                    JsonKind.Object => RuleAnswer.Failure,
                    _ => RuleAnswer.Named(value.Text),
                });
                return true;
            case Rule.List:
                // Whatever is in it, it names no variant; what is in it may fail, which comes to the same.
                found.Add(RuleAnswer.Failure);
                return true;
            case Rule.Reference reference:
                return this.CollectReference(reference.Name, found);
            case Rule.Operation { Operator: RuleOperator.If } choice:
                return this.CollectChoice(choice.Arguments, found);
            case Rule.Operation { Operator: RuleOperator.And or RuleOperator.Or } junction:
                return this.CollectJunction(junction, found);
            case Rule.Operation { Operator: RuleOperator.Fractional } fractional:
                return this.CollectBuckets(fractional.Arguments, found);
            case Rule.Operation operation when RuleTruths.IsCondition(operation.Operator):
                this.CollectTruth(this.truths.Of(operation), operation.Operator, found);
                return true;
            default:
                return false;
        }
    }

    private void CollectTruth(Truths truths, RuleOperator operation, HashSet<RuleAnswer> found)
    {
        if ((truths & Truths.True) != 0)
        {
            found.Add(RuleAnswer.Named("true"));
        }

        if ((truths & Truths.False) != 0)
        {
            found.Add(RuleAnswer.Named("false"));
            if (operation is RuleOperator.StartsWith or RuleOperator.EndsWith or RuleOperator.SemVer)
            {
                found.Add(RuleAnswer.Nothing);
            }
        }

        if ((truths & Truths.Failure) != 0)
        {
            found.Add(RuleAnswer.Failure);
        }
    }

    private bool CollectReference(string name, HashSet<RuleAnswer> found)
    {
        if (!this.known.TryGetValue(name, out HashSet<RuleAnswer>? answers))
        {
            // On the way round a circle it is anything.
            this.known[name] = null;
            answers = [];
            if (!this.rules.TryGetValue(name, out Rule? rule))
            {
                answers.Add(RuleAnswer.Failure);
            }
            else if (!this.Collect(rule, answers))
            {
                answers = null;
            }

            this.known[name] = answers;
        }

        if (answers is null)
        {
            return false;
        }

        found.UnionWith(answers);
        return true;
    }

    private bool CollectChoice(EquatableArray<Rule> clauses, HashSet<RuleAnswer> found)
    {
        int i = 0;
        for (; i + 1 < clauses.Count; i += 2)
        {
            Truths truth = this.truths.Of(clauses[i]);
            if ((truth & Truths.Failure) != 0)
            {
                found.Add(RuleAnswer.Failure);
            }

            if ((truth & Truths.True) != 0 && !this.Collect(clauses[i + 1], found))
            {
                return false;
            }

            if ((truth & Truths.False) == 0)
            {
                return true;
            }
        }

        if (i < clauses.Count)
        {
            return this.Collect(clauses[i], found);
        }

        found.Add(RuleAnswer.Nothing);
        return true;
    }

    /// <summary>The first falsy (<c>and</c>) or truthy (<c>or</c>) value, else the last; only of conditions and literals it is known which value that is.</summary>
    private bool CollectJunction(Rule.Operation junction, HashSet<RuleAnswer> found)
    {
        Truths deciding = junction.Operator == RuleOperator.And ? Truths.False : Truths.True;
        EquatableArray<Rule> arguments = junction.Arguments;
        if (arguments.Count == 0)
        {
            found.Add(RuleAnswer.Nothing);
        }

        for (int i = 0; i < arguments.Count; i++)
        {
            Truths truth = this.truths.Of(arguments[i]);
            if (i == arguments.Count - 1)
            {
                return this.Collect(arguments[i], found);
            }

            if ((truth & Truths.Failure) != 0)
            {
                found.Add(RuleAnswer.Failure);
            }

            if ((truth & deciding) != 0)
            {
                switch (arguments[i])
                {
                    case Rule.Operation operation when RuleTruths.IsCondition(operation.Operator):
                        this.CollectTruth(truth & deciding, operation.Operator, found);
                        break;
                    case Rule.Literal:
                        this.Collect(arguments[i], found);
                        break;
                    default:
                        return false;
                }
            }

            if ((truth & ~deciding & ~Truths.Failure) == 0)
            {
                return true;
            }
        }

        return true;
    }

    private bool CollectBuckets(EquatableArray<Rule> arguments, HashSet<RuleAnswer> found)
    {
        int first = arguments.Count > 0 && arguments[0] is not Rule.List ? 1 : 0;

        // What comes as a bucketing value that is no text gives nothing; an attribute of another type does.
        if (first == 1 && arguments[0] is not (Rule.Literal { Value.Kind: JsonKind.String } or Rule.Operation { Operator: RuleOperator.Concatenate }))
        {
            found.Add(RuleAnswer.Nothing);
        }

        if (first == 1 && RuleTruths.MayFail(arguments[0]))
        {
            found.Add(RuleAnswer.Failure);
        }

        double sum = 0;
        for (int i = first; i < arguments.Count; i++)
        {
            if (arguments[i] is not Rule.List { Items: { Count: 1 or 2 } parts })
            {
                return false;
            }

            double weight = 1;
            if (parts.Count == 2)
            {
                if (parts[1] is not Rule.Literal { Value: { IsInteger: true } literal })
                {
                    // A weight by rule: nothing when it is out of range, and any share otherwise.
                    found.Add(RuleAnswer.Nothing);
                    found.Add(RuleAnswer.Failure);
                    weight = double.NaN;
                }
                else
                {
                    weight = Math.Max(0, literal.Number);
                }
            }

            sum += weight;
            if (weight != 0 && !this.Collect(parts[0], found))
            {
                return false;
            }
        }

        if (sum is 0 or > int.MaxValue)
        {
            found.Add(RuleAnswer.Nothing);
        }

        return true;
    }
}
