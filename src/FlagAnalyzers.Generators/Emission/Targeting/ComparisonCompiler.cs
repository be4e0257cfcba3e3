using System.Globalization;
using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Generators.Emission.Targeting;

/// <summary>The operators that compare: equality, order, membership, versions.</summary>
internal sealed class ComparisonCompiler(RuleScope scope, ValueCompiler values)
{
    public Operand? Compile(Rule.Operation operation)
    {
        EquatableArray<Rule> arguments = operation.Arguments;
        switch (operation.Operator)
        {
            case RuleOperator.Equal or RuleOperator.NotEqual or RuleOperator.StrictEqual or RuleOperator.StrictNotEqual when arguments.Count == 2:
                return values.Value(arguments[0]) is { } left && values.Value(arguments[1]) is { } right ? this.Equality(operation, left, right) : null;
            case RuleOperator.Less or RuleOperator.LessOrEqual or RuleOperator.Greater or RuleOperator.GreaterOrEqual when arguments.Count is 2 or 3:
                return this.Order(operation);
            case RuleOperator.In when arguments.Count == 2:
                return values.Value(arguments[0]) is { } needle ? this.Membership(operation, needle, arguments[1]) : null;
            case RuleOperator.SemVer when arguments.Count == 3:
                return this.Version(operation);
            default:
                return scope.RejectOperator(operation);
        }
    }

    private Operand? Equality(Rule.Operation operation, Operand left, Operand right)
    {
        bool isNegated = operation.Operator is RuleOperator.NotEqual or RuleOperator.StrictNotEqual;
        if (left.Kind == OperandKind.List || right.Kind == OperandKind.List)
        {
            return scope.RejectOperator(operation);
        }

        string code;
        if ((left.Kind == OperandKind.Null || right.Kind == OperandKind.Null) && left.Kind != OperandKind.Any && right.Kind != OperandKind.Any)
        {
            // Also what is never null is evaluated, because it may fail.
            Operand other = left.Kind == OperandKind.Null ? right : left;
            code = other.Kind == OperandKind.Null ? "true"
                : other.IsConstant ? "false"
                : other.IsNullable || other.Kind == OperandKind.Text ? $"({other.Code} is null)"
                : $"{GeneratedNames.RuleOperations}.AreEqual({other.AnyCode}, {Operand.Null.AnyCode})";
        }
        else if (left.Kind == right.Kind && left.Kind != OperandKind.Any)
        {
            return Operand.Boolean($"({left.Code} {(isNegated ? "!=" : "==")} {right.Code})");
        }
        else
        {
            bool isStrict = operation.Operator is RuleOperator.StrictEqual or RuleOperator.StrictNotEqual;
            code = $"{GeneratedNames.RuleOperations}.{(isStrict ? "AreStrictlyEqual" : "AreEqual")}({left.AnyCode}, {right.AnyCode})";
        }

        return Operand.Boolean(isNegated ? ValueCompiler.Not(code) : code);
    }

    private Operand? Order(Rule.Operation operation)
    {
        List<Operand> operands = [];
        foreach (Rule argument in operation.Arguments)
        {
            if (values.Value(argument) is not { } operand)
            {
                return null;
            }

            if (operand.Kind == OperandKind.List)
            {
                return scope.RejectOperator(operation);
            }

            operands.Add(operand);
        }

        string code = InOrder(operation.Operator, operands[0], operands[1]);
        if (operands.Count == 2)
        {
            return Operand.Boolean(code);
        }

        // All three are evaluated, whatever comes of the first two; the one in the middle is written twice, with locals of its own.
        return values.Value(operation.Arguments[1]) is { } middle ? Operand.Boolean($"({code} & {InOrder(operation.Operator, middle, operands[2])})") : null;
    }

    private static string InOrder(RuleOperator @operator, Operand left, Operand right)
    {
        if (left is { Kind: OperandKind.Number, IsNullable: false } && right is { Kind: OperandKind.Number, IsNullable: false })
        {
            string sign = @operator switch
            {
                RuleOperator.Less => "<",
                RuleOperator.LessOrEqual => "<=",
                RuleOperator.Greater => ">",
                _ => ">=",
            };
            return $"({left.Code} {sign} {right.Code})";
        }

        if (@operator is RuleOperator.Greater or RuleOperator.GreaterOrEqual)
        {
            (left, right) = (right, left);
        }

        string name = @operator is RuleOperator.Less or RuleOperator.Greater ? "IsLess" : "IsLessOrEqual";
        return $"{GeneratedNames.RuleOperations}.{name}({left.AnyCode}, {right.AnyCode})";
    }

    private Operand? Membership(Rule.Operation operation, Operand needle, Rule haystack)
    {
        if (haystack is Rule.List list)
        {
            return this.AmongLiterals(operation, needle, list.Items);
        }

        if (values.Value(haystack) is not { } container)
        {
            return null;
        }

        if (container.Kind == OperandKind.Any && needle.Kind is OperandKind.Text or OperandKind.Number)
        {
            return Operand.Boolean($"{GeneratedNames.RuleOperations}.Contains({container.Code}, {needle.AnyCode}, {scope.FailureArgument()})");
        }

        return needle.Kind == OperandKind.Text && container.Kind is OperandKind.Text or OperandKind.List
            ? Operand.Boolean($"{GeneratedNames.RuleOperations}.Contains({container.Code}, {needle.Code}, {scope.FailureArgument()})")
            : scope.RejectOperator(operation);
    }

    private Operand? AmongLiterals(Rule.Operation operation, Operand needle, EquatableArray<Rule> items)
    {
        List<JsonValue> literals = [];
        foreach (Rule item in items)
        {
            if (item is not Rule.Literal { Value: { Kind: not (JsonKind.Array or JsonKind.Object) } literal })
            {
                return scope.RejectOperator(operation);
            }

            literals.Add(literal);
        }

        return needle.Kind switch
        {
            OperandKind.Text => this.AmongTexts(needle, literals),
            OperandKind.Number => this.AmongNumbers(operation, needle, literals),
            _ => scope.RejectOperator(operation),
        };
    }

    /// <summary>A text equals nothing but texts; a missing one is found among nulls.</summary>
    private Operand AmongTexts(Operand needle, List<JsonValue> items)
    {
        List<string> cases = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonValue item in items)
        {
            if (item.Kind == JsonKind.String ? seen.Add(item.Text) : item.Kind == JsonKind.Null && !cases.Contains("null => true"))
            {
                cases.Add((item.Kind == JsonKind.String ? CSharpLiteral.String(item.Text) : "null") + " => true");
            }
        }

        cases.Add("_ => false");
        return Operand.Boolean($"({needle.Code} switch {{ {string.Join(", ", cases)} }})");
    }

    private Operand? AmongNumbers(Rule.Operation operation, Operand needle, List<JsonValue> items)
    {
        string local = scope.NextLocal("number");
        List<string> tests = [];
        foreach (JsonValue item in items)
        {
            if (item.Kind != JsonKind.Number || double.IsInfinity(item.Number))
            {
                return scope.RejectOperator(operation);
            }

            tests.Add($"{local} == {CSharpLiteral.Double(item)}");
        }

        return Operand.Boolean($"({needle.Code} is double {local} && ({(tests.Count == 0 ? "false" : string.Join(" || ", tests))}))");
    }

    private Operand? Version(Rule.Operation operation)
    {
        int failures = scope.Failures;
        if (values.Value(operation.Arguments[0]) is not { } version)
        {
            return null;
        }

        if (version.Kind != OperandKind.Text
            || operation.Arguments[1] is not Rule.Literal { Value: { Kind: JsonKind.String } relation }
            || operation.Arguments[2] is not Rule.Literal { Value: { Kind: JsonKind.String } other })
        {
            return scope.RejectOperator(operation);
        }

        if (MethodOf(relation.Text) is not { } method || !SemanticVersion.TryParse(other.Text, out _))
        {
            // What the rule spells out is not valid, whatever the context says.
            return scope.Failures == failures ? Operand.Null : scope.RejectOperator(operation);
        }

        return Operand.Boolean($"{GeneratedNames.RuleVersion}.{method}({version.Code}, {CSharpLiteral.String(other.Text)}, {PartsOf(other.Text)})", isNullable: true);
    }

    private static string? MethodOf(string relation) => relation switch
    {
        "=" => "Equal",
        "!=" => "NotEqual",
        "<" => "Less",
        "<=" => "LessOrEqual",
        ">" => "Greater",
        ">=" => "GreaterOrEqual",
        "^" => "SameMajor",
        "~" => "SameMinor",
        _ => null,
    };

    /// <summary>The three numbers of a version that has nothing else, as arguments.</summary>
    private static string PartsOf(string version)
    {
        string[] parts = version.TrimStart('v', 'V').Split('.');
        bool isPlain = parts.Length <= 3 && Array.TrueForAll(parts, static part => part.Length <= 9 && part.All(static c => c is >= '0' and <= '9'));
        return isPlain
            ? string.Format(CultureInfo.InvariantCulture, "{0}, {1}, {2}", parts[0], parts.ElementAtOrDefault(1) ?? "0", parts.ElementAtOrDefault(2) ?? "0")
            : "-1, 0, 0";
    }
}
