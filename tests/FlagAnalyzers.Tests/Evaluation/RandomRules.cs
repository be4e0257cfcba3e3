using System.Text.Json;
using CsCheck;

namespace FlagAnalyzers.Evaluation;

/// <summary>Rules and contexts at random, good and bad ones.</summary>
internal static class RandomRules
{
    private static readonly string[] Operators =
    [
        "var", "if", "?:", "and", "or", "!", "!!", "==", "!=", "===", "!==", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "max", "min", "abs", "cat", "substr", "in", "merge",
        "missing", "missing_some", "filter", "map", "reduce", "all", "none", "some", "starts_with", "ends_with", "sem_ver", "fractional", "fractional", "set", "contains_all",
        "contains_any", "contains_none", "log", "nope", "$ref",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Const("", "a", "plan", "list", "list.0", "things", "thing.k", "user.score", "", ".", "$flagd", "$flagd.timestamp", "targetingKey", "current", "accumulator", "on", "off",
            "1", " 1 ", "1e999", "nan", "-inf", "1.2.3", "v2.0.0-rc.1", ">=", "^", "=", "\ud83d", "😀é", "a\"b", "<&>", "staff"),
        Gen.String[0, 8]);

    private static readonly Gen<string> Scalars = Gen.OneOf(
        Const("null", "true", "false", "{}", "[]", "0", "1", "-1", "10.0", "1e308", "-1e308", "1e999", "0.1", "1e-320", "2147483647", "2147483648", "9007199254740993"),
        Gen.Double.Where(double.IsFinite).Select(number => JsonSerializer.Serialize(number)),
        Texts.Select(text => JsonSerializer.Serialize(text)));

    public static Gen<string> Rules { get; } = RuleOf(5);

    public static Gen<EvaluationContext> Contexts { get; } =
        from key in Gen.Null(Texts)
        from values in Gen.Select(Texts, ContextValueOf(3)).Array[0, 6]
        select Create(key, values);

    private static Gen<T> Const<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static EvaluationContext Create(string? key, (string Name, object? Value)[] values)
    {
        EvaluationContext context = new(key);
        foreach ((string name, object? value) in values)
        {
            context[name] = value;
        }

        return context;
    }

    private static Gen<string> RuleOf(int depth)
    {
        if (depth == 0)
        {
            return Scalars;
        }

        Gen<string> inner = RuleOf(depth - 1);
        Gen<string> list = inner.Array[0, 4].Select(items => "[" + string.Join(",", items) + "]");
        return Gen.Frequency(
            (2, Scalars),
            (1, list),
            (6, Gen.Select(Const(Operators), list, (name, arguments) => $"{{\"{name}\":{arguments}}}")),
            (2, Gen.Select(Const(Operators), inner, (name, argument) => $"{{\"{name}\":{argument}}}")),
            (1, Gen.Select(inner, inner, (first, second) => $"{{\"k\":{first},\"l\":{second}}}")));
    }

    private static Gen<object?> ContextValueOf(int depth)
    {
        Gen<object?> scalar = Gen.OneOf(
            Texts.Select(text => (object?)text),
            Gen.Double.Select(number => (object?)number),
            Gen.Int.Select(number => (object?)number),
            Gen.Bool.Select(value => (object?)value),
            Const<object?>(null, double.NaN, 1.5m, ulong.MaxValue, 'c', DateTime.MaxValue, new object(), -0.0, 1e300, "1.0.0"));
        if (depth == 0)
        {
            return scalar;
        }

        Gen<object?> inner = ContextValueOf(depth - 1);
        return Gen.Frequency(
            (4, scalar),
            (1, inner.Array[0, 4].Select(items => (object?)items)),
            (1, inner.List[0, 4].Select(items => (object?)items.Where(_ => true))),
            (1, Texts.Array[0, 4].Select(items => (object?)items)),
            (2, Gen.Dictionary(Texts, inner)[0, 3].Select(members => (object?)members)));
    }
}
