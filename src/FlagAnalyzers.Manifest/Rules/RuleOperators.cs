namespace FlagAnalyzers.Manifests.Rules;

/// <summary>What is known of an operator without running it.</summary>
/// <param name="Name">Its spelling in JSON.</param>
/// <param name="Operator">Its identity.</param>
/// <param name="MinimumArguments">The fewest arguments with which it can work.</param>
/// <param name="MaximumArguments">The most arguments it reads.</param>
/// <param name="Arity">The same in words, for messages.</param>
internal sealed record OperatorInfo(string Name, RuleOperator Operator, int MinimumArguments, int MaximumArguments, string Arity);

/// <summary>The one table of operators: reader, interpreter, messages and words all ask here.</summary>
internal static class RuleOperators
{
    private const int Any = int.MaxValue;

    public static readonly IReadOnlyList<OperatorInfo> All =
    [
        new("var", RuleOperator.Var, 0, 2, "a name and, if wanted, a default"),
        new("if", RuleOperator.If, 1, Any, "a condition, a result and, if wanted, further pairs and an else"),
        new("?:", RuleOperator.If, 1, Any, "a condition and two results"),
        new("and", RuleOperator.And, 1, Any, "at least one condition"),
        new("or", RuleOperator.Or, 1, Any, "at least one condition"),
        new("!", RuleOperator.Not, 1, 1, "one value"),
        new("!!", RuleOperator.Truthy, 1, 1, "one value"),
        new("==", RuleOperator.Equal, 2, 2, "two values"),
        new("!=", RuleOperator.NotEqual, 2, 2, "two values"),
        new("===", RuleOperator.StrictEqual, 2, 2, "two values"),
        new("!==", RuleOperator.StrictNotEqual, 2, 2, "two values"),
        new("<", RuleOperator.Less, 2, 3, "two values, or three for between"),
        new("<=", RuleOperator.LessOrEqual, 2, 3, "two values, or three for between"),
        new(">", RuleOperator.Greater, 2, 3, "two values"),
        new(">=", RuleOperator.GreaterOrEqual, 2, 3, "two values"),
        new("+", RuleOperator.Add, 1, Any, "at least one number"),
        new("-", RuleOperator.Subtract, 1, 2, "one number, or two"),
        new("*", RuleOperator.Multiply, 1, Any, "at least one number"),
        new("/", RuleOperator.Divide, 2, 2, "two numbers"),
        new("%", RuleOperator.Remainder, 2, 2, "two numbers"),
        new("max", RuleOperator.Max, 1, Any, "at least one number"),
        new("min", RuleOperator.Min, 1, Any, "at least one number"),
        new("abs", RuleOperator.Abs, 1, 1, "one number"),
        new("cat", RuleOperator.Concatenate, 1, Any, "at least one part"),
        new("substr", RuleOperator.Substring, 2, 3, "a text, a start and, if wanted, a length"),
        new("in", RuleOperator.In, 2, 2, "what to look for, and where: an array or a text"),
        new("merge", RuleOperator.Merge, 0, Any, "any number of lists"),
        new("set", RuleOperator.Set, 3, 3, "an object, a name and a value"),
        new("contains_all", RuleOperator.ContainsAll, 2, 2, "two lists"),
        new("contains_any", RuleOperator.ContainsAny, 2, 2, "two lists"),
        new("contains_none", RuleOperator.ContainsNone, 2, 2, "two lists"),
        new("missing", RuleOperator.Missing, 0, Any, "names of attributes"),
        new("missing_some", RuleOperator.MissingSome, 2, 2, "a number and a list of names"),
        new("filter", RuleOperator.Filter, 2, 2, "a list and a condition"),
        new("map", RuleOperator.Map, 2, 2, "a list and a rule"),
        new("reduce", RuleOperator.Reduce, 2, 3, "a list, a rule and a first value"),
        new("all", RuleOperator.All, 2, 2, "a list and a condition"),
        new("none", RuleOperator.None, 2, 2, "a list and a condition"),
        new("some", RuleOperator.Some, 2, 2, "a list and a condition"),
        new("starts_with", RuleOperator.StartsWith, 2, 2, "two texts"),
        new("ends_with", RuleOperator.EndsWith, 2, 2, "two texts"),
        new("sem_ver", RuleOperator.SemVer, 3, 3, "a version, one of = != < <= > >= ^ ~, and a version"),
        new("fractional", RuleOperator.Fractional, 1, Any, "buckets: [\"variant\", weight]"),
    ];

    private static readonly Dictionary<string, OperatorInfo> ByName = All.ToDictionary(info => info.Name, StringComparer.Ordinal);

    /// <summary>The operator of that spelling, or null.</summary>
    public static OperatorInfo? Find(string name) => ByName.TryGetValue(name, out OperatorInfo? info) ? info : null;
}
