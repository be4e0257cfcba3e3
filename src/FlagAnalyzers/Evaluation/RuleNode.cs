using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.Evaluation;

/// <summary>Whether a condition holds, or its evaluation failed.</summary>
internal enum Truth : byte
{
    False,
    True,
    Failure,
}

/// <summary>A bound rule: what the manifest says, with everything decided that does not depend on the context. Immutable, and never throws by itself.</summary>
/// <remarks>What rules mean is what flagd's Go daemon does: github.com/diegoholiveira/jsonlogic v3.9.1 and core/pkg/evaluator of github.com/open-feature/flagd.
/// Where that panics or returns an error, a node gives <see cref="RuleValue.Failure"/>.</remarks>
internal abstract class RuleNode
{
    /// <summary>The value of a node that needs no context; else null.</summary>
    public virtual RuleValue? Constant => null;

    public abstract RuleValue Evaluate(in EvaluationFrame frame);

    /// <summary>Whether the value is truthy, for those who need no more than that.</summary>
    public virtual Truth Test(in EvaluationFrame frame)
    {
        RuleValue value = this.Evaluate(frame);
        return value.IsFailure ? Truth.Failure : value.IsTruthy ? Truth.True : Truth.False;
    }

    /// <summary>The value as the condition of <c>all</c>, <c>some</c> or <c>none</c>, which must be an operation still when variables have been filled in.</summary>
    public virtual Truth TestAsBody(in EvaluationFrame frame) => this.Test(frame);
}

/// <summary>A node that answers true or false.</summary>
internal abstract class ConditionNode : RuleNode
{
    public sealed override RuleValue Evaluate(in EvaluationFrame frame) => this.Test(frame) switch
    {
        Truth.True => RuleValue.True,
        Truth.False => RuleValue.False,
        _ => RuleValue.Failure,
    };

    public abstract override Truth Test(in EvaluationFrame frame);
}

/// <summary>A scalar, a list without rules inside, or an object that is no operation.</summary>
internal sealed class LiteralNode(RuleValue value) : RuleNode
{
    private readonly RuleValue value = value;

    public override RuleValue? Constant => this.value;

    public override RuleValue Evaluate(in EvaluationFrame frame) => this.value;

    public override Truth TestAsBody(in EvaluationFrame frame) => this.value.Kind == RuleValueKind.Object ? this.Test(frame) : Truth.Failure;
}

/// <summary>A list with rules inside.</summary>
internal sealed class ListNode(RuleNode[] items) : RuleNode
{
    private readonly RuleNode[] items = items;

    public RuleNode[] Items => this.items;

    public override RuleValue Evaluate(in EvaluationFrame frame) => EvaluateAll(this.items, frame, out RuleValue[] values)
        ? RuleValue.List(values)
        : RuleValue.Failure;

    public override Truth TestAsBody(in EvaluationFrame frame) => Truth.Failure;

    /// <summary>False when one of them fails.</summary>
    public static bool EvaluateAll(RuleNode[] nodes, in EvaluationFrame frame, out RuleValue[] values)
    {
        values = new RuleValue[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            values[i] = nodes[i].Evaluate(frame);
            if (values[i].IsFailure)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Evaluates what nobody reads: the daemon does so too, and fails when it fails.</summary>
    public static bool Succeed(RuleNode[] nodes, int from, in EvaluationFrame frame)
    {
        for (int i = from; i < nodes.Length; i++)
        {
            if (nodes[i].Evaluate(frame).IsFailure)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A rule that cannot work; it fails when it is reached, and only then.</summary>
internal sealed class FailureNode : RuleNode
{
    public static readonly FailureNode Instance = new();

    private FailureNode()
    {
    }

    public override RuleValue Evaluate(in EvaluationFrame frame) => RuleValue.Failure;
}
