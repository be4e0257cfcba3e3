using FlagAnalyzers.Evaluation.Values;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Evaluation.Operators;

/// <summary><c>sem_ver</c>: <c>[version, op, version]</c>; null where something is not valid.</summary>
internal sealed class SemVerNode : RuleNode
{
    private readonly RuleNode[] arguments;

    // What the rule spells out is read once.
    private readonly Operand left;
    private readonly Operand right;

    public SemVerNode(RuleNode[] arguments)
    {
        this.arguments = arguments;
        if (arguments.Length == 3)
        {
            this.left = new Operand(arguments[0]);
            this.right = new Operand(arguments[2]);
        }
    }

    public override RuleValue Evaluate(in EvaluationFrame frame)
    {
        if (this.arguments.Length != 3)
        {
            return ListNode.Succeed(this.arguments, 0, frame) ? RuleValue.Null : RuleValue.Failure;
        }

        RuleValue relation = this.arguments[1].Evaluate(frame);
        bool isValid = this.left.TryRead(frame, out SemanticVersion left, out bool leftFails);
        isValid &= this.right.TryRead(frame, out SemanticVersion right, out bool rightFails);
        if (relation.IsFailure || leftFails || rightFails)
        {
            return RuleValue.Failure;
        }

        return isValid && relation.IsString ? Compare(relation.String, left, right) : RuleValue.Null;
    }

    private static RuleValue Compare(string relation, in SemanticVersion left, in SemanticVersion right) => relation switch
    {
        "=" => RuleValue.From(left.CompareTo(right) == 0),
        "!=" => RuleValue.From(left.CompareTo(right) != 0),
        "<" => RuleValue.From(left.CompareTo(right) < 0),
        "<=" => RuleValue.From(left.CompareTo(right) <= 0),
        ">" => RuleValue.From(left.CompareTo(right) > 0),
        ">=" => RuleValue.From(left.CompareTo(right) >= 0),
        "^" => RuleValue.From(left.HasMajorOf(right)),
        "~" => RuleValue.From(left.HasMajorOf(right) && left.HasMinorOf(right)),
        _ => RuleValue.Null,
    };

    private readonly struct Operand
    {
        private readonly RuleNode node;
        private readonly bool isConstant;
        private readonly bool isValid;
        private readonly SemanticVersion version;

        public Operand(RuleNode node)
        {
            this.node = node;
            if (node.Constant is { } constant)
            {
                this.isConstant = true;
                this.isValid = TryParse(constant, out this.version);
            }
        }

        public bool TryRead(in EvaluationFrame frame, out SemanticVersion version, out bool fails)
        {
            fails = false;
            if (this.isConstant)
            {
                version = this.version;
                return this.isValid;
            }

            RuleValue value = this.node.Evaluate(frame);
            fails = value.IsFailure;
            return TryParse(value, out version);
        }

        /// <summary>Accepts text and numbers, which become text.</summary>
        private static bool TryParse(RuleValue value, out SemanticVersion version)
        {
            version = default;
            return value.IsString ? SemanticVersion.TryParse(value.String, out version)
                : value.IsNumber && SemanticVersion.TryParse(NumberText.ToPlain(value.Number), out version);
        }
    }
}
