using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.Evaluation.Operators;

/// <summary>An operator that gives a value of its evaluated arguments and is rare enough to have them in an array.</summary>
internal sealed class FunctionNode(RuleFunction function, RuleNode[] arguments) : RuleNode
{
    private readonly RuleNode[] arguments = arguments;

    public override RuleValue Evaluate(in EvaluationFrame frame) => ListNode.EvaluateAll(this.arguments, frame, out RuleValue[] values)
        ? function(values, frame)
        : RuleValue.Failure;
}

/// <summary>What an operator does with its arguments.</summary>
internal delegate RuleValue RuleFunction(RuleValue[] arguments, in EvaluationFrame frame);

/// <summary>Operators on lists that do not run a rule for each element.</summary>
internal static class ListFunctions
{
    /// <summary><c>merge</c>: the arguments one after the other, lists by their elements.</summary>
    public static RuleValue Merge(RuleValue[] arguments, in EvaluationFrame frame)
    {
        List<RuleValue> result = [];
        foreach (RuleValue argument in arguments)
        {
            if (argument.IsList)
            {
                result.AddRange(new ListValue(argument).ToArray());
            }
            else
            {
                result.Add(argument);
            }
        }

        return RuleValue.List(result.ToArray());
    }

    /// <summary><c>missing</c>: those of the names that are missing or null.</summary>
    public static RuleValue Missing(RuleValue[] arguments, in EvaluationFrame frame) =>
        TryFindMissing(arguments, frame, out RuleValue[] missing) ? RuleValue.List(missing) : RuleValue.Failure;

    /// <summary><c>missing_some</c>: the missing names, if fewer than a number of them are there; else none.</summary>
    public static RuleValue MissingSome(RuleValue[] arguments, in EvaluationFrame frame)
    {
        if (arguments.Length < 2 || !arguments[1].IsList || !Coercion.TryToOperand(arguments[0], out double wanted))
        {
            return RuleValue.Failure;
        }

        RuleValue[] names = new ListValue(arguments[1]).ToArray();
        if (!TryFindMissing(names, frame, out RuleValue[] missing))
        {
            return RuleValue.Failure;
        }

        return Coercion.ToWhole(wanted) > names.Length - missing.Length ? RuleValue.List(missing) : RuleValue.EmptyList;
    }

    /// <summary><c>set</c>: an object with a member replaced.</summary>
    public static RuleValue Set(RuleValue[] arguments, in EvaluationFrame frame)
    {
        if (arguments.Length < 3 || !arguments[0].IsObject)
        {
            return arguments.Length == 0 ? RuleValue.Null : arguments[0];
        }

        RuleValue value = Coercion.AsRule(arguments[2]);
        return value.IsFailure || !arguments[1].IsString
            ? RuleValue.Failure
            : RuleValue.ObjectOf(new ChangedObject(arguments[0], arguments[1].String, value));
    }

    /// <summary><c>contains_all</c>: false unless both are lists.</summary>
    public static RuleValue ContainsAll(RuleValue[] arguments, in EvaluationFrame frame) => AreLists(arguments) ? Contains(arguments, all: true) : RuleValue.False;

    /// <summary><c>contains_any</c>: false unless both are lists.</summary>
    public static RuleValue ContainsAny(RuleValue[] arguments, in EvaluationFrame frame) => AreLists(arguments) ? Contains(arguments, all: false) : RuleValue.False;

    /// <summary><c>contains_none</c>: true unless both are lists.</summary>
    public static RuleValue ContainsNone(RuleValue[] arguments, in EvaluationFrame frame)
    {
        RuleValue any = AreLists(arguments) ? Contains(arguments, all: false) : RuleValue.False;
        return any.IsFailure ? any : RuleValue.From(!any.IsTruthy);
    }

    private static bool AreLists(RuleValue[] arguments) => arguments.Length == 2 && arguments[0].IsList && arguments[1].IsList;

    private static bool TryFindMissing(RuleValue[] names, in EvaluationFrame frame, out RuleValue[] missing)
    {
        List<RuleValue> result = [];
        missing = [];
        foreach (RuleValue name in names)
        {
            RuleValue value = Coercion.AsRule(name).IsFailure ? RuleValue.Failure : GeneralVariableNode.Read(frame, name);
            if (value.IsFailure)
            {
                return false;
            }

            if (value.IsNull)
            {
                result.Add(name);
            }
        }

        missing = result.ToArray();
        return true;
    }

    private static RuleValue Contains(RuleValue[] arguments, bool all)
    {
        ListValue items = new(arguments[0]);
        ListValue wanted = new(arguments[1]);
        for (int i = 0; i < wanted.Count; i++)
        {
            Truth truth = Contains(items, wanted[i]);
            if (truth == Truth.Failure)
            {
                return RuleValue.Failure;
            }

            if (all != (truth == Truth.True))
            {
                return RuleValue.From(!all);
            }
        }

        return RuleValue.From(all);
    }

    private static Truth Contains(ListValue items, RuleValue wanted)
    {
        for (int i = 0; i < items.Count; i++)
        {
            RuleValue item = items[i];
            if (item.Kind == wanted.Kind && (item.IsList || item.IsObject))
            {
                // Go cannot compare two lists or two objects, and panics.
                return Truth.Failure;
            }

            if (Coercion.AreStrictlyEqual(item, wanted))
            {
                return Truth.True;
            }
        }

        return Truth.False;
    }
}

/// <summary>An operator without an array around its argument. If the argument turns out to be a list, its elements are the arguments; else the operator says what
/// it makes of a single value: most of them fail, and null means the same as with an array around it.</summary>
internal sealed class BareOperatorNode(RuleNode argument, Func<RuleNode[], RuleNode> create, Func<RuleValue, RuleValue?> ofSingle) : RuleNode
{
    private readonly RuleNode argument = argument;

    public override RuleValue Evaluate(in EvaluationFrame frame)
    {
        RuleValue value = this.argument.Evaluate(frame);
        if (value.IsFailure)
        {
            return value;
        }

        return value.IsList
            ? create(Array.ConvertAll(new ListValue(value).ToArray(), static item => (RuleNode)new LiteralNode(item))).Evaluate(frame)
            : ofSingle(value) ?? create([new LiteralNode(value)]).Evaluate(frame);
    }
}
