using FlagAnalyzers.Evaluation.Operators;
using FlagAnalyzers.Evaluation.Values;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Evaluation;

/// <summary>Makes the nodes of the operators that evaluate all their arguments first, which is all but a few.</summary>
internal static class OperatorBinder
{
    /// <summary>The node of an operator; null where there is no such operator, or its arguments are not all evaluated first.</summary>
    /// <param name="operator">The operator.</param>
    /// <param name="arguments">The arguments; one where there is no array.</param>
    /// <param name="isBare">Whether there is no array.</param>
    public static RuleNode? Bind(RuleOperator @operator, RuleNode[] arguments, bool isBare)
    {
        if (FindFactory(@operator) is not { } create)
        {
            return null;
        }

        return isBare ? new BareOperatorNode(arguments[0], create, value => OfSingle(@operator, value)) : create(arguments);
    }

    private static Func<RuleNode[], RuleNode>? FindFactory(RuleOperator @operator)
    {
        switch (@operator)
        {
            case RuleOperator.Not:
                return static arguments => new NotNode(arguments, isNegated: true);
            case RuleOperator.Truthy:
                return static arguments => new NotNode(arguments, isNegated: false);
            case RuleOperator.Equal or RuleOperator.NotEqual or RuleOperator.StrictEqual or RuleOperator.StrictNotEqual:
                return arguments => new EqualityNode(@operator, arguments);
            case RuleOperator.Less or RuleOperator.LessOrEqual or RuleOperator.Greater or RuleOperator.GreaterOrEqual:
                return arguments => new OrderNode(@operator, arguments);
            case RuleOperator.Add or RuleOperator.Subtract or RuleOperator.Multiply or RuleOperator.Divide or RuleOperator.Remainder
                or RuleOperator.Max or RuleOperator.Min or RuleOperator.Abs:
                return arguments => new ArithmeticNode(@operator, arguments);
            case RuleOperator.Concatenate:
                return static arguments => new ConcatenationNode(arguments);
            case RuleOperator.Substring:
                return static arguments => new SubstringNode(arguments);
            case RuleOperator.In:
                return static arguments => new MembershipNode(arguments);
            case RuleOperator.StartsWith:
                return static arguments => new AffixNode(arguments, atEnd: false);
            case RuleOperator.EndsWith:
                return static arguments => new AffixNode(arguments, atEnd: true);
            case RuleOperator.SemVer:
                return static arguments => new SemVerNode(arguments);
            case RuleOperator.Fractional:
                return static arguments => new FractionalNode(arguments);
            default:
                return FindFunction(@operator) is { } function ? arguments => new FunctionNode(function, arguments) : null;
        }
    }

    private static RuleFunction? FindFunction(RuleOperator @operator) => @operator switch
    {
        RuleOperator.Merge => ListFunctions.Merge,
        RuleOperator.Missing => ListFunctions.Missing,
        RuleOperator.MissingSome => ListFunctions.MissingSome,
        RuleOperator.Set => ListFunctions.Set,
        RuleOperator.ContainsAll => ListFunctions.ContainsAll,
        RuleOperator.ContainsAny => ListFunctions.ContainsAny,
        RuleOperator.ContainsNone => ListFunctions.ContainsNone,
        _ => null,
    };

    private static RuleValue? OfSingle(RuleOperator @operator, RuleValue value) => @operator switch
    {
        RuleOperator.Not or RuleOperator.Truthy => null,
        RuleOperator.StrictEqual => RuleValue.False,
        RuleOperator.StrictNotEqual => RuleValue.True,
        RuleOperator.Add or RuleOperator.Abs => ArithmeticNode.OfBare(@operator, value),
        RuleOperator.Concatenate => value.IsString ? value : RuleValue.Failure,
        RuleOperator.Merge => value.IsNull || value.IsObject ? RuleValue.Failure : RuleValue.List([value]),
        RuleOperator.Missing => value.IsString ? null : RuleValue.Failure,
        RuleOperator.StartsWith or RuleOperator.EndsWith or RuleOperator.SemVer or RuleOperator.Fractional => RuleValue.Null,
        RuleOperator.ContainsAll or RuleOperator.ContainsAny => RuleValue.False,
        RuleOperator.ContainsNone => RuleValue.True,
        _ => RuleValue.Failure,
    };
}
