using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Generators.Emission.Targeting;

/// <summary>Turns a targeting rule into C#: each way through it ends by returning what the flag answers.</summary>
/// <remarks>What it means is what the interpreter does. Where that evaluates all arguments the code does too, because any of them may fail; what fails sets a local,
/// and is looked at before anything is returned.</remarks>
internal sealed class RuleCompiler
{
    private readonly RuleScope scope;
    private readonly ValueCompiler values;
    private RuleStatements statements = new();

    private RuleCompiler(RuleScope scope)
    {
        this.scope = scope;
        this.values = new ValueCompiler(scope);
    }

    /// <summary>Compiles the rule of a flag that has one.</summary>
    /// <param name="flag">The flag.</param>
    /// <param name="rule">Its rule.</param>
    /// <param name="variables">What rules may read.</param>
    /// <param name="evaluators">What references stand for.</param>
    public static CompiledRule Compile(Flag flag, Rule rule, ContextVariables variables, IReadOnlyDictionary<string, Rule> evaluators)
    {
        RuleScope scope = new(flag, variables, evaluators);
        RuleCompiler compiler = new(scope);
        compiler.Result(rule);
        return scope.Problem is { } problem ? new CompiledRule([], problem) : new CompiledRule([.. Start(scope), .. compiler.statements.Lines], null);
    }

    private static IReadOnlyList<(int Depth, string Text)> Start(RuleScope scope)
    {
        RuleStatements start = new();
        if (scope.NullTests.Count > 0)
        {
            start.Add($"var {ContextVariables.Context} = this.context;");
            string isMissing = string.Join(" || ", scope.NullTests);
            start.ReturnIf($"this.HasOpenAttributes && ({isMissing})", $"this.InterpretRule({CSharpLiteral.String(scope.Flag.Key)})");
        }

        if (scope.Failures > 0)
        {
            start.Add($"bool {RuleScope.Failed} = false;");
        }

        return start.Lines;
    }

    /// <summary>Returns the result of a rule, on every way through it.</summary>
    private void Result(Rule rule)
    {
        if (this.scope.Enter())
        {
            switch (rule)
            {
                case Rule.Literal literal:
                    this.Literal(literal.Value);
                    break;
                case Rule.Reference reference:
                    if (this.scope.FindEvaluator(reference.Name) is { } evaluator)
                    {
                        this.Result(evaluator);
                    }

                    break;
                case Rule.Operation { Operator: RuleOperator.If, IsBare: false } choice:
                    this.Choice(choice.Arguments);
                    break;
                case Rule.Operation { Operator: RuleOperator.And or RuleOperator.Or, IsBare: false } junction:
                    this.Junction(junction);
                    break;
                case Rule.Operation { Operator: RuleOperator.Fractional } fractional:
                    new FractionalCompiler(this.scope, this.values, this.statements, this.ResultApart).Result(fractional);
                    break;
                default:
                    int failures = this.scope.Failures;
                    if (this.values.Value(rule) is { } operand)
                    {
                        this.Return(operand, failures);
                    }

                    break;
            }
        }

        this.scope.Leave();
    }

    /// <summary>The same as statements that are not yet anywhere.</summary>
    private RuleStatements ResultApart(Rule rule)
    {
        RuleStatements outer = this.statements;
        RuleStatements apart = new();
        this.statements = apart;
        this.Result(rule);
        this.statements = outer;
        return apart;
    }

    private void Literal(JsonValue value)
    {
        if (VariantCodes.Of(this.scope, value) is { } code)
        {
            this.statements.Return(code);
        }
    }

    private void Choice(EquatableArray<Rule> clauses)
    {
        int i = 0;
        for (; i < clauses.Count - 1 && this.scope.Problem is null; i += 2)
        {
            int failures = this.scope.Failures;
            if (this.values.Condition(clauses[i]) is not { } condition)
            {
                return;
            }

            switch (this.Checked(condition, "bool", failures))
            {
                case "true":
                    this.Result(clauses[i + 1]);
                    return;
                case "false":
                    break;
                case var test:
                    this.statements.Open($"if ({test})");
                    this.Result(clauses[i + 1]);
                    this.statements.Close();
                    break;
            }
        }

        if (i < clauses.Count)
        {
            this.Result(clauses[i]);
        }
        else
        {
            this.statements.Return(VariantCodes.None);
        }
    }

    /// <summary>The deciding value: of <c>and</c> the first that is falsy, of <c>or</c> the first that is truthy; else the last.</summary>
    private void Junction(Rule.Operation operation)
    {
        EquatableArray<Rule> arguments = operation.Arguments;
        bool isAnd = operation.Operator == RuleOperator.And;
        for (int i = 0; i < arguments.Count - 1; i++)
        {
            int failures = this.scope.Failures;
            if (this.values.Value(arguments[i]) is not { } operand)
            {
                return;
            }

            if (operand.Kind is OperandKind.Number or OperandKind.List or OperandKind.Any)
            {
                this.scope.Reject($"{DocumentationText.Code(operation.Name)} may give something else than a text, true or false");
                return;
            }

            string code = this.Checked(operand.Code, operand.TypeName, failures, isUsedTwice: operand.IsNullable || operand.Kind == OperandKind.Text);
            Operand local = operand with { Code = code };
            string condition = local.Truthiness(this.scope);
            if (operand.Kind == OperandKind.Boolean && (!operand.IsNullable || !isAnd))
            {
                // What decides is known.
                local = Operand.Constant(!isAnd);
            }

            if (isAnd)
            {
                condition = ValueCompiler.Not(condition);
            }

            if (condition == "true")
            {
                this.Return(local, this.scope.Failures);
                return;
            }

            if (condition != "false")
            {
                this.statements.Open($"if ({condition})");
                this.Return(local, this.scope.Failures);
                this.statements.Close();
            }
        }

        if (arguments.Count > 0)
        {
            this.Result(arguments[arguments.Count - 1]);
        }
        else
        {
            this.statements.Return(VariantCodes.None);
        }
    }

    private void Return(Operand operand, int failuresBefore)
    {
        string code = this.Checked(operand.Code, operand.TypeName, failuresBefore);
        if (VariantCodes.Of(this.scope, operand with { Code = code }) is { } result)
        {
            this.statements.Return(result);
        }
    }

    /// <summary>Evaluates an expression and returns at once if that failed; gives what stands for its value.</summary>
    private string Checked(string code, string type, int failuresBefore, bool isUsedTwice = false)
    {
        bool mayFail = this.scope.Failures != failuresBefore;
        if (!mayFail && (!isUsedTwice || code == "null"))
        {
            return code;
        }

        string local = this.scope.NextLocal("value");
        this.statements.Add($"{type} {local} = {code};");
        if (mayFail)
        {
            this.statements.ReturnIf(RuleScope.Failed, "RuleFailed");
        }

        return local;
    }
}
