using FlagAnalyzers.Evaluation.Values;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Evaluation.Operators;

/// <summary><c>filter</c> and <c>map</c>: a list from a list.</summary>
/// <param name="subject">Gives the list; null where the rule has something there that gives none.</param>
/// <param name="body">Runs on each element.</param>
/// <param name="keepsElements">Whether the result has the elements that the body holds for, not what the body gives.</param>
internal sealed class ListFromListNode(RuleNode? subject, RuleNode body, bool keepsElements) : RuleNode
{
    private readonly RuleNode? subject = subject;
    private readonly RuleNode body = body;

    public override RuleValue Evaluate(in EvaluationFrame frame)
    {
        RuleValue list = this.subject is null ? RuleValue.Null : this.subject.Evaluate(frame);
        if (!list.IsList)
        {
            return list.IsNull ? RuleValue.EmptyList : RuleValue.Failure;
        }

        ListValue items = new(list);
        List<RuleValue> result = [];
        Scope scope = new(frame.Scope);
        EvaluationFrame inner = frame.Enter(scope);
        for (int i = 0; i < items.Count; i++)
        {
            scope.Data = items[i];
            RuleValue value = this.body.Evaluate(inner);
            if (value.IsFailure)
            {
                return value;
            }

            if (!keepsElements)
            {
                result.Add(value);
            }
            else if (value.IsTruthy)
            {
                result.Add(scope.Data);
            }
        }

        return RuleValue.List(result.ToArray());
    }
}

/// <summary><c>all</c>, <c>none</c> and <c>some</c>: whether a condition holds for the elements of a list. For no list or an empty one: false, true, false.</summary>
internal sealed class QuantifierNode(RuleOperator @operator, RuleNode? subject, RuleNode body) : ConditionNode
{
    private readonly RuleNode? subject = subject;
    private readonly RuleNode body = body;

    public override Truth Test(in EvaluationFrame frame)
    {
        RuleValue list = this.subject is null ? RuleValue.Null : this.subject.Evaluate(frame);
        if (list.IsFailure)
        {
            return Truth.Failure;
        }

        if (!list.IsTruthy)
        {
            return @operator == RuleOperator.None ? Truth.True : Truth.False;
        }

        return list.IsList ? this.TestItems(new ListValue(list), frame) : Truth.Failure;
    }

    private Truth TestItems(ListValue items, in EvaluationFrame frame)
    {
        Truth decisive = @operator == RuleOperator.All ? Truth.False : Truth.True;
        Scope scope = new(frame.Scope);
        EvaluationFrame inner = frame.Enter(scope);
        for (int i = 0; i < items.Count; i++)
        {
            scope.Data = items[i];
            Truth truth = this.body.TestAsBody(inner);
            if (truth == Truth.Failure)
            {
                return truth;
            }

            if (truth == decisive)
            {
                return @operator == RuleOperator.Some ? Truth.True : Truth.False;
            }
        }

        return @operator == RuleOperator.Some ? Truth.False : Truth.True;
    }
}

/// <summary><c>reduce</c>: the accumulator keeps the type of its first value (a boolean, a number or text), and elements that are null are passed over.</summary>
internal sealed class ReduceNode(RuleNode? subject, RuleNode body, RuleNode initial) : RuleNode
{
    private readonly RuleNode? subject = subject;
    private readonly RuleNode body = body;
    private readonly RuleNode initial = initial;

    public override RuleValue Evaluate(in EvaluationFrame frame)
    {
        RuleValue accumulator = this.initial.Evaluate(frame);
        if (accumulator.Kind is not (RuleValueKind.Boolean or RuleValueKind.Number or RuleValueKind.String))
        {
            return RuleValue.Failure;
        }

        RuleValue list = this.subject is null ? RuleValue.Null : this.subject.Evaluate(frame);
        if (!list.IsList)
        {
            return list.IsNull ? RuleValue.From(0.0) : RuleValue.Failure;
        }

        ListValue items = new(list);
        Scope scope = new(frame.Scope);
        EvaluationFrame inner = frame.Enter(scope);
        for (int i = 0; i < items.Count; i++)
        {
            RuleValue current = items[i];
            if (current.IsNull)
            {
                continue;
            }

            scope.Data = RuleValue.ObjectOf(new ReduceScope(current, accumulator));
            RuleValue next = this.body.Evaluate(inner);
            if (next.IsFailure || !TryConvert(next, accumulator.Kind, out accumulator))
            {
                return RuleValue.Failure;
            }
        }

        return accumulator;
    }

    private static bool TryConvert(RuleValue value, RuleValueKind kind, out RuleValue converted)
    {
        switch (kind)
        {
            case RuleValueKind.Boolean:
                converted = RuleValue.From(value.IsTruthy);
                return true;
            case RuleValueKind.Number:
                bool isNumber = Coercion.TryToOperand(value, out double number) && !double.IsNaN(number) && !double.IsInfinity(number);
                converted = RuleValue.From(number);
                return isNumber;
            default:
                bool isText = Coercion.TryToText(value, out string text);
                converted = RuleValue.Text(text);
                return isText;
        }
    }

    private sealed class ReduceScope(RuleValue current, RuleValue accumulator) : IRuleObject
    {
        private readonly RuleValue current = current;
        private readonly RuleValue accumulator = accumulator;

        public RuleValue Find(string name) => name switch
        {
            "current" => this.current,
            "accumulator" => this.accumulator,
            "valueType" => RuleValue.Text(this.accumulator.IsString ? "string" : this.accumulator.IsNumber ? "number" : "bool"),
            _ => RuleValue.Null,
        };

        public int CountUpTo(int limit) => Math.Min(limit, 3);
    }
}
