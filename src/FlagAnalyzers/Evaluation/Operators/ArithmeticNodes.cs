using FlagAnalyzers.Evaluation.Values;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Evaluation.Operators;

/// <summary><c>+ - * / % max min abs</c>. An operand that is neither a number nor text fails, and so does a result that is not finite.</summary>
internal sealed class ArithmeticNode(RuleOperator @operator, RuleNode[] arguments) : RuleNode
{
    private readonly RuleNode[] arguments = arguments;

    /// <summary>Of a value without an array around it.</summary>
    public static RuleValue OfBare(RuleOperator @operator, RuleValue value)
    {
        if (@operator is not (RuleOperator.Add or RuleOperator.Abs) || !Coercion.TryToOperand(value, out double number))
        {
            return RuleValue.Failure;
        }

        return Finite(@operator == RuleOperator.Abs ? Math.Abs(number) : number);
    }

    public override RuleValue Evaluate(in EvaluationFrame frame)
    {
        RuleNode[] arguments = this.arguments;
        if (arguments.Length == 0)
        {
            return OfNothing(@operator);
        }

        if (!TryEvaluate(arguments[0], frame, out double result))
        {
            return RuleValue.Failure;
        }

        if (arguments.Length == 1)
        {
            return @operator switch
            {
                RuleOperator.Remainder => RuleValue.Failure,
                RuleOperator.Subtract => Finite(-result),
                RuleOperator.Abs => Finite(Math.Abs(result)),
                _ => Finite(result),
            };
        }

        if (@operator is RuleOperator.Remainder or RuleOperator.Abs)
        {
            return this.OfFirst(frame, result);
        }

        for (int i = 1; i < arguments.Length; i++)
        {
            if (!TryEvaluate(arguments[i], frame, out double operand))
            {
                return RuleValue.Failure;
            }

            result = @operator switch
            {
                RuleOperator.Add => result + operand,
                RuleOperator.Subtract => result - operand,
                RuleOperator.Multiply => result * operand,
                RuleOperator.Divide => result / operand,
                RuleOperator.Max => operand > result ? operand : result,
                _ => result > operand ? operand : result,
            };
        }

        return Finite(result);
    }

    private static RuleValue OfNothing(RuleOperator @operator) => @operator switch
    {
        RuleOperator.Add or RuleOperator.Subtract or RuleOperator.Divide => RuleValue.From(0.0),
        RuleOperator.Multiply => RuleValue.From(1.0),
        RuleOperator.Max or RuleOperator.Min => RuleValue.Null,
        _ => RuleValue.Failure,
    };

    private static bool TryEvaluate(RuleNode argument, in EvaluationFrame frame, out double number) => Coercion.TryToOperand(argument.Evaluate(frame), out number);

    private static RuleValue Finite(double number) => double.IsNaN(number) || double.IsInfinity(number) ? RuleValue.Failure : RuleValue.From(number);

    /// <summary>For the operators that read no more than one argument or two: the others need only not fail.</summary>
    private RuleValue OfFirst(in EvaluationFrame frame, double first)
    {
        if (@operator == RuleOperator.Abs)
        {
            return ListNode.Succeed(this.arguments, 1, frame) ? Finite(Math.Abs(first)) : RuleValue.Failure;
        }

        return TryEvaluate(this.arguments[1], frame, out double second) && ListNode.Succeed(this.arguments, 2, frame) ? Finite(first % second) : RuleValue.Failure;
    }
}
