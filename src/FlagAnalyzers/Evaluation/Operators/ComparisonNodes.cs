using FlagAnalyzers.Evaluation.Values;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Evaluation.Operators;

/// <summary><c>== != === !==</c> of the first two arguments; with fewer than two, nothing is equal.</summary>
internal sealed class EqualityNode(RuleOperator @operator, RuleNode[] arguments) : ConditionNode
{
    private readonly RuleNode[] arguments = arguments;
    private readonly bool isStrict = @operator is RuleOperator.StrictEqual or RuleOperator.StrictNotEqual;
    private readonly bool isNegated = @operator is RuleOperator.NotEqual or RuleOperator.StrictNotEqual;

    public override Truth Test(in EvaluationFrame frame)
    {
        RuleNode[] arguments = this.arguments;
        if (arguments.Length < 2)
        {
            return !ListNode.Succeed(arguments, 0, frame) ? Truth.Failure : this.isNegated ? Truth.True : Truth.False;
        }

        RuleValue left = arguments[0].Evaluate(frame);
        RuleValue right = arguments[1].Evaluate(frame);
        if (left.IsFailure || right.IsFailure || (arguments.Length > 2 && !ListNode.Succeed(arguments, 2, frame)))
        {
            return Truth.Failure;
        }

        bool areEqual = this.isStrict ? Coercion.AreStrictlyEqual(left, right) : Coercion.AreEqual(left, right);
        return areEqual != this.isNegated ? Truth.True : Truth.False;
    }
}

/// <summary><c>&lt; &lt;= &gt; &gt;=</c> of the first two arguments, or of exactly three: between. With fewer than two: false.</summary>
internal sealed class OrderNode(RuleOperator @operator, RuleNode[] arguments) : ConditionNode
{
    private readonly RuleNode[] arguments = arguments;
    private readonly bool isDescending = @operator is RuleOperator.Greater or RuleOperator.GreaterOrEqual;
    private readonly bool orEqual = @operator is RuleOperator.LessOrEqual or RuleOperator.GreaterOrEqual;

    public override Truth Test(in EvaluationFrame frame)
    {
        RuleNode[] arguments = this.arguments;
        if (arguments.Length < 2)
        {
            return ListNode.Succeed(arguments, 0, frame) ? Truth.False : Truth.Failure;
        }

        RuleValue first = arguments[0].Evaluate(frame);
        RuleValue second = arguments[1].Evaluate(frame);
        RuleValue third = arguments.Length == 3 ? arguments[2].Evaluate(frame) : RuleValue.Null;
        if (first.IsFailure || second.IsFailure || third.IsFailure || (arguments.Length > 3 && !ListNode.Succeed(arguments, 2, frame)))
        {
            return Truth.Failure;
        }

        return this.AreInOrder(first, second) && (arguments.Length != 3 || this.AreInOrder(second, third)) ? Truth.True : Truth.False;
    }

    private bool AreInOrder(RuleValue left, RuleValue right) =>
        (this.isDescending ? Coercion.IsLess(right, left) : Coercion.IsLess(left, right)) || (this.orEqual && Coercion.AreEqual(left, right));
}
