using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Generators.Emission.Targeting;

/// <summary>Turns the parts of a rule that have one C# type into expressions of the very meaning that the interpreter gives them; null for the others.</summary>
internal sealed class ValueCompiler
{
    private readonly RuleScope scope;
    private readonly ComparisonCompiler comparisons;

    public ValueCompiler(RuleScope scope)
    {
        this.scope = scope;
        this.comparisons = new ComparisonCompiler(scope, this);
    }

    /// <summary>The value of a rule.</summary>
    public Operand? Value(Rule rule)
    {
        Operand? operand = null;
        if (this.scope.Enter())
        {
            operand = rule switch
            {
                Rule.Literal literal => this.Literal(literal.Value),
                Rule.Reference reference => this.scope.FindEvaluator(reference.Name) is { } evaluator ? this.Value(evaluator) : null,
                Rule.Operation operation => this.Operation(operation),
                _ => this.scope.Reject("a list stands where one value is compiled"),
            };
        }

        this.scope.Leave();
        return operand;
    }

    /// <summary>Whether the value of a rule counts as true.</summary>
    public string? Condition(Rule rule)
    {
        switch (rule)
        {
            case Rule.Operation { Operator: RuleOperator.And or RuleOperator.Or, IsBare: false } operation:
                return this.Junction(operation);
            case Rule.Operation { Operator: RuleOperator.If, IsBare: false } choice:
                return this.Choice(choice.Arguments, 0);
            case Rule.Reference reference when this.scope.Enter():
                string? inner = this.scope.FindEvaluator(reference.Name) is { } evaluator ? this.Condition(evaluator) : null;
                this.scope.Leave();
                return inner;
            case Rule.Literal { Value: { Kind: JsonKind.Number } number } when !double.IsInfinity(number.Number):
                return CSharpLiteral.Boolean(number.Number != 0);
            case Rule.Literal { Value: { Kind: JsonKind.String } text }:
                return CSharpLiteral.Boolean(text.Text.Length > 0);
            default:
                return this.Value(rule)?.Truthiness(this.scope);
        }
    }

    private Operand? Literal(JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonKind.Null:
                return Operand.Null;
            case JsonKind.True or JsonKind.False:
                return Operand.Constant(value.Kind == JsonKind.True);
            case JsonKind.String:
                return Operand.Constant(value.Text);
            case JsonKind.Number when !double.IsInfinity(value.Number):
                string literal = CSharpLiteral.Double(value);
                return new Operand(OperandKind.Number, literal[0] == '-' ? "(" + literal + ")" : literal, false, true);
            default:
                return this.scope.Reject("an object or a number out of range stands in it");
        }
    }

    private Operand? Operation(Rule.Operation operation)
    {
        EquatableArray<Rule> arguments = operation.Arguments;
        switch (operation.Operator)
        {
            case RuleOperator.Var:
                return this.Variable(operation);
            case RuleOperator.Not or RuleOperator.Truthy when arguments.Count == 1:
                return this.Truth(operation);
        }

        if (operation.IsBare)
        {
            return this.scope.RejectOperator(operation);
        }

        switch (operation.Operator)
        {
            case RuleOperator.If:
                return this.ChoiceValue(arguments, 0);
            case RuleOperator.And or RuleOperator.Or:
                return this.JunctionValue(operation);
            case RuleOperator.StartsWith or RuleOperator.EndsWith when arguments.Count == 2:
                return this.Affix(operation);
            case RuleOperator.Add or RuleOperator.Subtract or RuleOperator.Multiply when arguments.Count > 0:
            case RuleOperator.Divide or RuleOperator.Remainder when arguments.Count == 2:
                return this.Arithmetic(operation);
            default:
                return this.comparisons.Compile(operation);
        }
    }

    private Operand? Variable(Rule.Operation operation)
    {
        EquatableArray<Rule> arguments = operation.Arguments;
        if (arguments.Count is not (1 or 2) || arguments[0] is not Rule.Literal { Value: { Kind: JsonKind.String } path })
        {
            return this.scope.RejectOperator(operation);
        }

        if (this.scope.ReadVariable(path.Text) is not { } variable)
        {
            return null;
        }

        // A missing list is as an empty one.
        if (arguments.Count == 1 || (arguments[1] is Rule.List { Items.Count: 0 } && variable.Kind == OperandKind.List))
        {
            return variable;
        }

        if (arguments[1] is not Rule.Literal literal || this.Literal(literal.Value) is not { } fallback)
        {
            return this.scope.RejectOperator(operation);
        }

        return fallback.Kind == OperandKind.Null || !variable.IsNullable ? variable
            : variable.Kind == OperandKind.Any ? variable with { Code = $"{GeneratedNames.RuleOperations}.OrElse({variable.Code}, {fallback.AnyCode})" }
            : fallback.Kind == variable.Kind ? variable with { Code = $"({variable.Code} ?? {fallback.Code})", IsNullable = false }
            : this.scope.Reject($"the default of {DocumentationText.Code(path.Text)} is of another type");
    }

    private Operand? Truth(Rule.Operation operation)
    {
        Rule argument = operation.Arguments[0];

        // Without an array around it a list would be the list of arguments.
        if (operation.IsBare && this.Value(argument) is not { Kind: not (OperandKind.List or OperandKind.Any) })
        {
            return this.scope.RejectOperator(operation);
        }

        return this.Condition(argument) is not { } condition ? null
            : Operand.Boolean(operation.Operator == RuleOperator.Not ? Not(condition) : condition);
    }

    public static string Not(string condition) => condition switch
    {
        "true" => "false",
        "false" => "true",
        _ => $"!({condition})",
    };

    private string? Junction(Rule.Operation operation)
    {
        List<string> conditions = [];
        foreach (Rule argument in operation.Arguments)
        {
            if (!this.scope.Enter() || this.Condition(argument) is not { } condition)
            {
                return null;
            }

            this.scope.Leave();
            conditions.Add(condition);
        }

        return conditions.Count == 0 ? "false" : Join(operation, conditions);
    }

    private static string Join(Rule.Operation operation, List<string> conditions) =>
        conditions.Count == 1 ? conditions[0] : "(" + string.Join(operation.Operator == RuleOperator.And ? " && " : " || ", conditions) + ")";

    /// <summary>The deciding value, where all of them are true or false.</summary>
    private Operand? JunctionValue(Rule.Operation operation)
    {
        List<Operand> operands = [];
        foreach (Rule argument in operation.Arguments)
        {
            if (this.Value(argument) is not { } operand)
            {
                return null;
            }

            if (operand.Kind is not (OperandKind.Boolean or OperandKind.Null))
            {
                return this.scope.Reject($"{DocumentationText.Code(operation.Name)} gives more than true or false where one value is compiled");
            }

            operands.Add(operand);
        }

        if (operands.Count == 0)
        {
            return this.scope.RejectOperator(operation);
        }

        return operands.TrueForAll(static operand => !operand.IsNullable)
            ? Operand.Boolean(Join(operation, operands.ConvertAll(static operand => operand.Code)))
            : Operand.Boolean(this.Decide(operation, operands), isNullable: true);
    }

    /// <summary>The first that decides, else the last; null does not decide for <c>or</c>, and does for <c>and</c>.</summary>
    private string Decide(Rule.Operation operation, List<Operand> operands)
    {
        string code = "(bool?)" + operands[operands.Count - 1].Code;
        for (int i = operands.Count - 2; i >= 0; i--)
        {
            string local = this.scope.NextLocal("decides");
            code = operation.Operator == RuleOperator.And
                ? $"((bool?){operands[i].Code} is var {local} && {local} != true ? {local} : {code})"
                : $"((bool?){operands[i].Code} == true ? (bool?)true : {code})";
        }

        return operands.Count == 1 ? $"({code})" : code;
    }

    private string? Choice(EquatableArray<Rule> clauses, int from)
    {
        if (clauses.Count - from <= 1)
        {
            return clauses.Count == from ? "false" : this.Condition(clauses[from]);
        }

        if (!this.scope.Enter() || this.Condition(clauses[from]) is not { } condition || this.Condition(clauses[from + 1]) is not { } result
            || this.Choice(clauses, from + 2) is not { } rest)
        {
            return null;
        }

        this.scope.Leave();
        return $"({condition} ? {result} : {rest})";
    }

    private Operand? ChoiceValue(EquatableArray<Rule> clauses, int from)
    {
        if (clauses.Count - from <= 1)
        {
            return clauses.Count == from ? Operand.Null : this.Value(clauses[from]);
        }

        int failures = this.scope.Failures;
        if (!this.scope.Enter() || this.Condition(clauses[from]) is not { } condition || this.Value(clauses[from + 1]) is not { } result
            || this.ChoiceValue(clauses, from + 2) is not { } rest)
        {
            return null;
        }

        this.scope.Leave();
        OperandKind kind = result.Kind == OperandKind.Null ? rest.Kind : result.Kind;
        if (rest.Kind != kind && rest.Kind != OperandKind.Null)
        {
            return this.scope.Reject("an <c>if</c> gives values of several types where one is compiled");
        }

        if (kind == OperandKind.Null)
        {
            return this.scope.Failures == failures ? Operand.Null : this.scope.Reject("an <c>if</c> that gives nothing may fail");
        }

        Operand joined = new(kind, "", result.IsNullable || rest.IsNullable);
        return joined with { Code = $"({condition} ? ({joined.TypeName}){result.Code} : {rest.Code})" };
    }

    private Operand? Affix(Rule.Operation operation)
    {
        if (this.Value(operation.Arguments[0]) is not { } text || this.Value(operation.Arguments[1]) is not { } affix)
        {
            return null;
        }

        return text.Kind == OperandKind.Text && affix.Kind == OperandKind.Text
            ? Operand.Boolean($"{GeneratedNames.RuleOperations}.{(operation.Operator == RuleOperator.StartsWith ? "StartsWith" : "EndsWith")}({text.Code}, {affix.Code})", isNullable: true)
            : this.scope.RejectOperator(operation);
    }

    private Operand? Arithmetic(Rule.Operation operation)
    {
        List<string> operands = [];
        foreach (Rule argument in operation.Arguments)
        {
            if (this.Value(argument) is not { } operand)
            {
                return null;
            }

            if (operand.Kind == OperandKind.List)
            {
                return this.scope.RejectOperator(operation);
            }

            operands.Add(operand.Kind == OperandKind.Number && !operand.IsNullable
                ? operand.Code
                : $"{GeneratedNames.RuleOperations}.Operand({operand.AnyCode}, {this.scope.FailureArgument()})");
        }

        string sign = operation.Operator switch
        {
            RuleOperator.Add => " + ",
            RuleOperator.Subtract => " - ",
            RuleOperator.Multiply => " * ",
            RuleOperator.Divide => " / ",
            _ => " % ",
        };
        string code = operands.Count == 1 && operation.Operator == RuleOperator.Subtract ? $"-({operands[0]})" : string.Join(sign, operands);
        return Operand.Number($"{GeneratedNames.RuleOperations}.Finite({code}, {this.scope.FailureArgument()})");
    }
}
