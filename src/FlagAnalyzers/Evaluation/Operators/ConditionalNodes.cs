using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.Evaluation.Operators;

/// <summary><c>if</c>: pairs of a condition and a result, then the result for the rest.</summary>
internal sealed class IfNode(RuleNode[] clauses) : RuleNode
{
    private readonly RuleNode[] clauses = clauses;

    public override RuleValue Evaluate(in EvaluationFrame frame)
    {
        RuleNode[] clauses = this.clauses;
        int i = 0;
        for (; i < clauses.Length - 1; i += 2)
        {
            switch (clauses[i].Test(frame))
            {
                case Truth.True:
                    return EvaluateResult(clauses[i + 1], frame);
                case Truth.Failure:
                    return RuleValue.Failure;
            }
        }

        return i < clauses.Length ? EvaluateResult(clauses[i], frame) : RuleValue.Null;
    }

    /// <summary>The daemon runs a result that is an object once more, as a rule.</summary>
    private static RuleValue EvaluateResult(RuleNode result, in EvaluationFrame frame)
    {
        RuleValue value = result.Evaluate(frame);
        return value.IsObject ? Coercion.AsRule(value) : value;
    }
}

/// <summary><c>and</c>: the first falsy value, else the last.</summary>
internal sealed class AndNode(RuleNode[] conditions) : RuleNode
{
    private readonly RuleNode[] conditions = conditions;

    public override RuleValue Evaluate(in EvaluationFrame frame)
    {
        RuleValue value = RuleValue.Null;
        foreach (RuleNode condition in this.conditions)
        {
            value = condition.Evaluate(frame);
            if (!value.IsTruthy)
            {
                break;
            }
        }

        return value;
    }

    public override Truth Test(in EvaluationFrame frame)
    {
        Truth truth = Truth.False;
        foreach (RuleNode condition in this.conditions)
        {
            truth = condition.Test(frame);
            if (truth != Truth.True)
            {
                break;
            }
        }

        return truth;
    }
}

/// <summary><c>or</c>: the first truthy value, else the last.</summary>
internal sealed class OrNode(RuleNode[] conditions) : RuleNode
{
    private readonly RuleNode[] conditions = conditions;

    public override RuleValue Evaluate(in EvaluationFrame frame)
    {
        RuleValue value = RuleValue.Null;
        foreach (RuleNode condition in this.conditions)
        {
            value = condition.Evaluate(frame);
            if (value.IsFailure || value.IsTruthy)
            {
                break;
            }
        }

        return value;
    }

    public override Truth Test(in EvaluationFrame frame)
    {
        Truth truth = Truth.False;
        foreach (RuleNode condition in this.conditions)
        {
            truth = condition.Test(frame);
            if (truth != Truth.False)
            {
                break;
            }
        }

        return truth;
    }
}

/// <summary><c>!</c> and <c>!!</c> of the first argument; others are evaluated and not read.</summary>
internal sealed class NotNode(RuleNode[] arguments, bool isNegated) : ConditionNode
{
    private readonly RuleNode[] arguments = arguments;

    public override Truth Test(in EvaluationFrame frame)
    {
        Truth truth = this.arguments.Length == 0 ? Truth.False : this.arguments[0].Test(frame);
        if (truth == Truth.Failure || !ListNode.Succeed(this.arguments, 1, frame))
        {
            return Truth.Failure;
        }

        return (truth == Truth.True) != isNegated ? Truth.True : Truth.False;
    }
}
