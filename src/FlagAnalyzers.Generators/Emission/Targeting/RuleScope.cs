using System.Globalization;
using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Generators.Emission.Targeting;

/// <summary>What the parts of one rule share while it is compiled: the attributes it reads, its locals, and why it cannot be compiled.</summary>
/// <param name="flag">The flag whose rule it is.</param>
/// <param name="variables">What variables may read.</param>
/// <param name="evaluators">The rules that references stand for.</param>
internal sealed class RuleScope(Flag flag, ContextVariables variables, IReadOnlyDictionary<string, Rule> evaluators)
{
    /// <summary>The local that says whether the rule has failed.</summary>
    public const string Failed = "failed";

    /// <summary>References are written out; what is larger than this then is not worth its code.</summary>
    private const int MostParts = 2_000;

    private const int MostDepth = 64;

    private readonly List<string> nullTests = [];
    private int parts;
    private int depth;
    private int locals;

    public Flag Flag => flag;

    /// <summary>Why the rule cannot be compiled, the first reason; null while it can.</summary>
    public string? Problem { get; private set; }

    /// <summary>How often the rule can fail so far.</summary>
    public int Failures { get; private set; }

    /// <summary>For each attribute that the rule reads, whether it is missing.</summary>
    public IReadOnlyList<string> NullTests => this.nullTests;

    public string NextLocal(string name) => name + (++this.locals).ToString(CultureInfo.InvariantCulture);

    /// <summary>The argument of operations that may fail.</summary>
    public string FailureArgument()
    {
        this.Failures++;
        return "ref " + Failed;
    }

    /// <summary>Gives up.</summary>
    public Operand? Reject(string problem)
    {
        this.Problem ??= problem;
        return null;
    }

    public Operand? RejectOperator(Rule.Operation operation) => this.Reject($"{DocumentationText.Code(operation.Name)} in this form has no compiled form");

    /// <summary>Goes into a part of the rule; false where that leads too far. Every call has its <see cref="Leave"/>.</summary>
    public bool Enter()
    {
        this.depth++;
        if (++this.parts <= MostParts && this.depth <= MostDepth)
        {
            return true;
        }

        this.Reject("the rule is too large to be compiled");
        return false;
    }

    public void Leave() => this.depth--;

    public Operand? ReadVariable(string path)
    {
        if (variables.Find(path) is not { } variable)
        {
            return path == ContextVariables.FlagKey
                ? Operand.Constant(flag.Key)
                : this.Reject($"{DocumentationText.Code(path)} is no attribute that compiled code can read");
        }

        if (variable.IsNullable)
        {
            string test = variable.Kind == OperandKind.Any ? $"{GeneratedNames.RuleOperations}.IsMissing({variable.Code})" : variable.Code + " is null";
            if (!this.nullTests.Contains(test))
            {
                this.nullTests.Add(test);
            }
        }

        return variable.Kind == OperandKind.Any
            ? variable with { Code = $"{GeneratedNames.RuleOperations}.Read({variable.Code}, {this.FailureArgument()})" }
            : variable;
    }

    /// <summary>The rule that a reference stands for; null where there is none.</summary>
    public Rule? FindEvaluator(string name)
    {
        if (evaluators.TryGetValue(name, out Rule rule))
        {
            return rule;
        }

        this.Reject($"there is no evaluator {DocumentationText.Code(name)}");
        return null;
    }

    /// <summary>What the rule gives with that result: the place of the variant of that name.</summary>
    public string CodeOf(string variant)
    {
        for (int i = 0; i < flag.Variants.Count; i++)
        {
            if (flag.Variants[i].Name == variant)
            {
                return CSharpLiteral.Integer(i);
            }
        }

        return VariantCodes.Unknown;
    }
}
