using FlagAnalyzers.Contexts;
using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.Evaluation.Operators;

/// <summary><c>var</c> outside of lists, with a name that the rule spells out: a rule has hardly any other.</summary>
internal sealed class VariableNode(VariablePath path, RuleNode? fallback) : RuleNode
{
    private readonly VariablePath path = path;
    private readonly RuleNode? fallback = fallback;

    public override RuleValue Evaluate(in EvaluationFrame frame)
    {
        RuleValue value = ContextReader.Read(frame, this.path);
        if (this.fallback is null)
        {
            return value;
        }

        // Arguments come first in the daemon: a default that fails does so even when it is not needed.
        RuleValue other = this.fallback.Evaluate(frame);
        return value.IsNull || other.IsFailure ? other : value;
    }
}

/// <summary><c>var</c> in general: a name that is itself the result of a rule, or any name inside of lists.</summary>
/// <param name="arguments">The arguments; one where the rule has no array.</param>
/// <param name="isBare">Whether the rule has no array.</param>
/// <param name="filledInAt">How deep in lists the enclosing operators stand that fill in variables before they run their condition
/// (<c>filter</c>, <c>all</c>, <c>none</c>, <c>some</c>): what the variable is there, if anything, it is here.</param>
internal sealed class GeneralVariableNode(RuleNode[] arguments, bool isBare, int[] filledInAt) : RuleNode
{
    private readonly RuleNode[] arguments = arguments;
    private readonly int[] filledInAt = filledInAt;

    public override RuleValue Evaluate(in EvaluationFrame frame)
    {
        RuleValue filledIn = this.FillIn(frame);
        return filledIn.IsNull ? this.Read(frame) : Coercion.AsRule(filledIn);
    }

    public override Truth TestAsBody(in EvaluationFrame frame)
    {
        RuleValue filledIn = this.FillIn(frame);
        if (filledIn.IsNull)
        {
            return this.Test(frame);
        }

        // Nothing is left to run: the condition has become a value.
        return !filledIn.IsObject || Coercion.AsRule(filledIn).IsFailure ? Truth.Failure : filledIn.IsTruthy ? Truth.True : Truth.False;
    }

    private RuleValue FillIn(in EvaluationFrame frame)
    {
        if (this.filledInAt.Length == 0 || (isBare && this.arguments[0].Constant is { IsString: true } name && (name.String.Length == 0 || name.String[0] == '.')))
        {
            return RuleValue.Null;
        }

        foreach (int depth in this.filledInAt)
        {
            RuleValue value = this.Read(frame.Leave(depth));
            if (!value.IsNull)
            {
                return value;
            }
        }

        return RuleValue.Null;
    }

    private RuleValue Read(in EvaluationFrame frame)
    {
        if (isBare)
        {
            RuleValue name = this.arguments[0].Evaluate(frame);
            return name.IsFailure ? name : Read(frame, name);
        }

        return ListNode.EvaluateAll(this.arguments, frame, out RuleValue[] values) ? Read(frame, RuleValue.List(values)) : RuleValue.Failure;
    }

    /// <summary>The variable that a value names: text, a number, or a list of text and a default.</summary>
    public static RuleValue Read(in EvaluationFrame frame, RuleValue name)
    {
        RuleValue fallback = RuleValue.Null;
        switch (name.Kind)
        {
            case RuleValueKind.Null:
                RuleValue data = frame.Data;
                return data.Kind is RuleValueKind.Boolean or RuleValueKind.Number or RuleValueKind.String ? data : RuleValue.Null;
            case RuleValueKind.Number:
                name = RuleValue.Text(NumberText.ToFixed(name.Number));
                break;
            case RuleValueKind.List:
                ListValue items = new(name);
                if (items.Count == 0)
                {
                    return frame.Data;
                }

                name = items[0];
                fallback = items.Count == 2 ? items[1] : RuleValue.Null;
                break;
        }

        if (!name.IsString)
        {
            return RuleValue.Failure;
        }

        RuleValue value = ContextReader.Read(frame, VariablePath.Parse(name.String));
        return value.IsNull ? fallback : value;
    }
}
