using System.Globalization;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Rules;

/// <summary>Says in English what a flag answers to whom.</summary>
internal static class RuleWords
{
    /// <summary>One sentence without a full stop, for example <c>if plan is "pro": on; otherwise 10 % on, 90 % off by targetingKey</c>.</summary>
    public static string Describe(Flag flag)
    {
        if (flag.State == FlagState.Disabled)
        {
            return "disabled: always the default";
        }

        if (flag.IsShortForm)
        {
            return "always the default";
        }

        string served = flag.DefaultVariant is { } variant ? variant : "the default";
        return flag.Targeting is { } targeting ? $"{Result(targeting, served)}{(MayBeNull(targeting) ? $" (where that gives nothing: {served})" : "")}" : $"always {served}";
    }

    /// <summary>What an evaluator asks, for example <c>email ends with "@corp.example"</c>.</summary>
    public static string Describe(Evaluator evaluator) => Condition(evaluator.Rule);

    private static bool MayBeNull(Rule rule) => rule switch
    {
        Rule.Literal { Value.Kind: JsonKind.Null } => false,
        Rule.Operation { Operator: RuleOperator.If } choice => choice.Arguments.Count % 2 == 1 && MayBeNull(choice.Arguments[choice.Arguments.Count - 1]),
        Rule.Operation { Operator: RuleOperator.Fractional or RuleOperator.Var or RuleOperator.SemVer or RuleOperator.StartsWith or RuleOperator.EndsWith } => true,
        Rule.Reference or Rule.Operation { Operator: RuleOperator.And or RuleOperator.Or } => true,
        _ => false,
    };

    private static string Result(Rule rule, string served)
    {
        switch (rule)
        {
            case Rule.Literal { Value.Kind: JsonKind.Null }:
                return served;
            case Rule.Literal { Value: var value }:
                return value.Kind == JsonKind.String && value.Text.Length > 0 ? value.Text : value.ToString();
            case Rule.Reference reference:
                return $"what the evaluator {reference.Name} gives";
            case Rule.Operation { Operator: RuleOperator.If } choice:
                return Choice(choice.Arguments, served);
            case Rule.Operation { Operator: RuleOperator.Fractional } fractional:
                return Fractional(fractional.Arguments, served);
            case Rule.Operation { Operator: RuleOperator.Var } operation:
                return $"the variant named by {Value(operation)}";
            default:
                return $"true or false: {Condition(rule)}";
        }
    }

    private static string Choice(EquatableArray<Rule> arguments, string served)
    {
        if (arguments.Count == 0)
        {
            return served;
        }

        List<string> parts = [];
        int i = 0;
        for (; i + 1 < arguments.Count; i += 2)
        {
            parts.Add($"{(i == 0 ? "if" : "else if")} {Condition(arguments[i])}: {Result(arguments[i + 1], served)}");
        }

        parts.Add(i == 0 ? Result(arguments[0], served) : $"otherwise {(i < arguments.Count ? Result(arguments[i], served) : served)}");
        return string.Join("; ", parts);
    }

    private static string Fractional(EquatableArray<Rule> arguments, string served)
    {
        bool hasExpression = arguments.Count > 0 && arguments[0] is not Rule.List;
        List<(string Variant, Rule? Weight)> buckets = [];
        foreach (Rule argument in arguments.Skip(hasExpression ? 1 : 0))
        {
            if (argument is Rule.List { Items.Count: > 0 } bucket)
            {
                buckets.Add((Result(bucket.Items[0], served), bucket.Items.Count > 1 ? bucket.Items[1] : null));
            }
        }

        string by = hasExpression ? Value(arguments[0]) : "targetingKey";
        bool isLiteral = buckets.All(static bucket => bucket.Weight is null or Rule.Literal);
        double sum = isLiteral ? buckets.Sum(static bucket => WeightOf(bucket.Weight)) : 0;
        IEnumerable<string> shares = buckets.Select(bucket => sum > 0
            ? $"{(WeightOf(bucket.Weight) * 100 / sum).ToString("0.###", CultureInfo.InvariantCulture)} % {bucket.Variant}"
            : $"{(bucket.Weight is null ? "1" : Value(bucket.Weight))} parts {bucket.Variant}");
        return $"{string.Join(", ", shares)} by {by}";
    }

    private static double WeightOf(Rule? weight) => weight is Rule.Literal literal ? Math.Max(0, literal.Value.Number) : 1;

    private static string Condition(Rule rule) => rule switch
    {
        Rule.Reference reference => reference.Name,
        Rule.Operation operation => TryCondition(operation) ?? Value(rule),
        _ => Value(rule),
    };

    // Null for what is no condition but a value.
    private static string? TryCondition(Rule.Operation operation)
    {
        EquatableArray<Rule> arguments = operation.Arguments;
        string Side(int index) => index < arguments.Count ? Value(arguments[index]) : "nothing";
        switch (operation.Operator)
        {
            case RuleOperator.And:
                return string.Join(" and ", arguments.Select(static argument => Grouped(argument, RuleOperator.Or)));
            case RuleOperator.Or:
                return string.Join(" or ", arguments.Select(static argument => Grouped(argument, RuleOperator.And)));
            case RuleOperator.Not when arguments.Count == 1:
                return $"not ({Condition(arguments[0])})";
            case RuleOperator.Truthy when arguments.Count == 1:
                return Condition(arguments[0]);
            case RuleOperator.Equal or RuleOperator.StrictEqual:
                return $"{Side(0)} is {Side(1)}";
            case RuleOperator.NotEqual or RuleOperator.StrictNotEqual:
                return $"{Side(0)} is not {Side(1)}";
            case RuleOperator.Less or RuleOperator.LessOrEqual or RuleOperator.Greater or RuleOperator.GreaterOrEqual:
                return string.Join($" {operation.Name} ", arguments.Select(Value));
            case RuleOperator.In when arguments.Count == 2 && arguments[1] is Rule.List list:
                return $"{Side(0)} is one of {string.Join(", ", list.Items.Select(Value))}";
            case RuleOperator.In:
                return $"{Side(1)} contains {Side(0)}";
            case RuleOperator.StartsWith:
                return $"{Side(0)} starts with {Side(1)}";
            case RuleOperator.EndsWith:
                return $"{Side(0)} ends with {Side(1)}";
            case RuleOperator.SemVer when arguments.Count == 3 && arguments[1] is Rule.Literal comparison:
                return comparison.Value.Text switch
                {
                    "^" => $"{Side(0)} has the major version of {Side(2)}",
                    "~" => $"{Side(0)} has the minor version of {Side(2)}",
                    _ => $"version {Side(0)} {comparison.Value.Text} {Side(2)}",
                };
            default:
                return null;
        }
    }

    private static string Grouped(Rule rule, RuleOperator groups) =>
        rule is Rule.Operation operation && operation.Operator == groups ? $"({Condition(rule)})" : Condition(rule);

    private static string Value(Rule rule)
    {
        switch (rule)
        {
            case Rule.Literal literal:
                return literal.Value.Kind == JsonKind.Null ? "missing" : JsonWriter.WriteReadable(literal.Value);
            case Rule.List list:
                return $"[{string.Join(", ", list.Items.Select(Value))}]";
            case Rule.Reference reference:
                return reference.Name;
            case Rule.Operation { Operator: RuleOperator.Var, Arguments.Count: > 0 } operation when operation.Arguments[0] is Rule.Literal { Value.Kind: JsonKind.String } name:
                return name.Value.Text switch
                {
                    "" => "the context",
                    "$flagd.timestamp" => "the time",
                    "$flagd.flagKey" => "the flag's key",
                    var path => path,
                };
            case Rule.Operation { Operator: RuleOperator.Concatenate } operation:
                return string.Join(" + ", operation.Arguments.Select(Value));
            case Rule.Operation { Operator: RuleOperator.Add or RuleOperator.Subtract or RuleOperator.Multiply or RuleOperator.Divide or RuleOperator.Remainder, Arguments.Count: > 1 } operation:
                return $"({string.Join($" {operation.Name} ", operation.Arguments.Select(Value))})";
            case Rule.Operation { Operator: RuleOperator.If } choice:
                return $"({Choice(choice.Arguments, "nothing")})";
            case Rule.Operation { Operator: RuleOperator.Fractional } fractional:
                return $"({Fractional(fractional.Arguments, "nothing")})";
            case Rule.Operation operation:
                return TryCondition(operation) is { } condition ? $"({condition})" : $"{operation.Name}({string.Join(", ", operation.Arguments.Select(Value))})";
            default:
                return "";
        }
    }
}
