using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace FlagAnalyzers.Evaluation;

/// <summary>Manifests at random whose rules mean the same to every implementation of flagd, and rules beyond that; and contexts that meet their literals.</summary>
internal static class PortableRules
{
    /// <summary>What the manifests declare.</summary>
    public const string Context = """
        { "plan": "string", "email": "string", "country": "string", "age": "number", "user.score": "number", "beta": "boolean", "groups": "string[]", "appVersion": "semver" }
        """;

    public const string Evaluators = """
        { "is-staff": { "ends_with": [{ "var": "email" }, "@corp.example"] }, "is-new": { "and": [{ ">": [{ "var": ["user.score", 0] }, 2] }, { "!": [{ "var": "beta" }] }] } }
        """;

    public const long Now = 1_700_000_000;

    private static readonly string[] Variants = ["on", "off", "c", "true", "false"];

    private static readonly Gen<string> Texts = Const(
        "", "a", "pro", "free", "x y", " pro ", "10", "é", "日本", "😀", "\uffff", "ann@corp.example", "user-1", "v1", "Z", "z", "\u00a0", "1.2.3");

    private static readonly Gen<string> Numbers = Gen.OneOf(Const("0", "1", "2", "18", "-3", "0.1", "17.5", "100", "1e3"), Gen.Int[-20, 70].Select(static number => number.ToString(CultureInfo.InvariantCulture)));

    private static readonly Gen<string> TextNames = Const("plan", "email", "country");

    private static readonly Gen<string> NumberNames = Const("age", "user.score");

    private static readonly Gen<string> Versions = Const("1.0.0", "2.1.0", "2.1.0-rc.1", "1.2.3+b1", "v2.0.0", "0.0.1", "10.20.30");

    private static readonly Gen<string> Relations = Const("=", "!=", "<", "<=", ">", ">=", "^", "~");

    private static readonly Gen<string> TextVariable = TextNames.Select(static name => $$"""{"var":"{{name}}"}""");

    private static readonly Gen<string> TextVariableWithDefault = Gen.Select(TextNames, Texts, static (name, text) => $$"""{"var":["{{name}}",{{Json(text)}}]}""");

    /// <summary>Rules inside of the portable subset: at the root operations, and no references.</summary>
    public static Gen<string> Portable { get; } = Result(4, wide: false).Where(static rule => rule[0] == '{' && !rule.StartsWith("{\"$ref\"", StringComparison.Ordinal));

    /// <summary>Rules of all kinds, most of them with attributes that the manifest declares.</summary>
    public static Gen<string> Wide { get; } = Result(4, wide: true);

    /// <summary>Contexts as JSON: declared attributes with values of their types, or (one in eight) something else.</summary>
    public static Gen<string> Contexts { get; } = ContextsOf(others: 1);

    /// <summary>Contexts as JSON: declared attributes with values of their types.</summary>
    public static Gen<string> TypedContexts { get; } = ContextsOf(others: 0);

    /// <summary>A manifest of flags with those rules, keys <c>flag-0</c>, <c>flag-1</c> …</summary>
    public static string Manifest(IEnumerable<string> rules)
    {
        IEnumerable<string> flags = rules.Select(static (rule, i) => $$"""
            "flag-{{i}}": {{FlagOf(i, rule)}}
            """);
        return $$"""{ "context": {{Context}}, "$evaluators": {{Evaluators}}, "flags": { {{string.Join(",\n", flags)}} } }""";
    }

    /// <summary>Flags of all types take turns; one in seven has no default variant, one in forty is disabled.</summary>
    public static string FlagOf(int index, string rule)
    {
        (string type, string codeDefault, string[] values) = (index % 4) switch
        {
            0 => ("boolean", "false", ["true", "false", "false", "true", "false"]),
            1 => ("string", "\"CODE\"", ["\"ON\"", "\"OFF\"", "\"C\"", "\"T\"", "\"F\""]),
            2 => ("integer", "-1", ["1", "0", "2", "3", "4"]),
            _ => ("float", "-1.5", new[] { "1.5", "0.5", "2", "3", "4" }),
        };
        string variants = string.Join(",", Variants.Select((name, i) => $"\"{name}\":{values[i]}"));
        string defaultVariant = index % 7 == 6 ? "" : "\"defaultVariant\":\"off\",";
        return $$"""{"flagType":"{{type}}","defaultValue":{{codeDefault}},"state":"{{(index % 40 == 39 ? "DISABLED" : "ENABLED")}}","variants":{ {{variants}} },{{defaultVariant}}"targeting":{{rule}}}""";
    }

    private static Gen<T> Const<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static string Json(string text) => JsonSerializer.Serialize(text);

    private static string Member(string name, string value) => value == "null" ? "" : $"\"{name}\":{value}";

    private static Gen<string> Attribute(Gen<string> values, int others) => Gen.Frequency(
        (2, Gen.Const("null")),
        (13, values),
        (others, Const("1.5", "\"other\"", "true", "[\"a\",\"b\"]", "{\"k\":1}", "\"7\"")));

    private static Gen<string> ContextsOf(int others) =>
        from key in Gen.Frequency((1, Gen.Const("null")), (1, Gen.Const("\"\"")), (8, Gen.Int[0, 500].Select(static i => $"\"user-{i}\"")), (1, Texts.Select(Json)))
        from plan in Attribute(Texts.Select(Json), others)
        from email in Attribute(Texts.Select(Json), others)
        from country in Attribute(Texts.Select(Json), others)
        from age in Attribute(Numbers, others)
        from score in Attribute(Numbers, others)
        from beta in Attribute(Const("true", "false"), others)
        from groups in Attribute(Texts.Array[0, 3].Select(static texts => "[" + string.Join(",", texts.Select(Json)) + "]"), others)
        from version in Attribute(Gen.OneOf(Versions, Texts).Select(Json), others)
        select "{" + string.Join(",", new[]
        {
            Member("targetingKey", key), Member("plan", plan), Member("email", email), Member("country", country), Member("age", age),
            score == "null" ? "" : $$""" "user":{"score":{{score}}} """, Member("beta", beta), Member("groups", groups), Member("appVersion", version),
        }.Where(static member => member.Length > 0)) + "}";

    /// <summary>What a rule answers: the name of a variant, null, or true and false.</summary>
    private static Gen<string> Result(int depth, bool wide)
    {
        Gen<string> literal = Gen.OneOf(Const(Variants).Select(Json), Const("null", "true", "false"));
        Gen<string> odd = Const("\"nope\"", "1", "{\"a\":1,\"b\":2}", "[\"on\"]", "{\"var\":\"plan\"}", "{\"var\":[\"plan\",\"on\"]}", "{\"var\":\"beta\"}", "{\"$ref\":\"is-staff\"}", "{\"$ref\":\"nobody\"}");
        if (depth == 0)
        {
            return wide ? Gen.Frequency((5, literal), (1, odd)) : literal;
        }

        Gen<string> inner = Result(depth - 1, wide);
        Gen<string> condition = Condition(depth - 1, wide);
        Gen<string> choice = Gen.Select(condition, inner, inner, static (test, first, second) => $$"""{"if":[{{test}},{{first}},{{second}}]}""");
        Gen<string> longChoice = Gen.Select(condition, inner, condition, inner, static (test, first, other, second) => $$"""{"if":[{{test}},{{first}},{{other}},{{second}}]}""");
        Gen<string> junction = Gen.Select(Const("and", "or"), condition, wide ? inner : condition, static (name, first, second) => $$"""{"{{name}}":[{{first}},{{second}}]}""");
        return Gen.Frequency((2, literal), (wide ? 1 : 0, odd), (4, choice), (2, longChoice), (4, Fractional(depth, wide)), (1, condition), (1, junction));
    }

    private static Gen<string> Fractional(int depth, bool wide)
    {
        Gen<string> variant = Gen.Frequency((6, Const(Variants).Select(Json)), (1, Gen.Const("null")), (1, depth > 1 ? Result(depth - 2, wide) : Gen.Const("\"c\"")));
        Gen<string> weight = Gen.Frequency(
            (6, Gen.Int[0, 100].Select(static i => i.ToString(CultureInfo.InvariantCulture))),
            (1, Gen.Int[-50, 50].Select(static i => $$"""{"-":[{"var":"$flagd.timestamp"},{{Now + i}}]}""")),
            (wide ? 1 : 0, Const("null", "-5", "1.5", "2147483647", "4294967296", "\"5\"", "{\"var\":[\"age\",1]}", "{\"var\":\"age\"}", "{\"*\":[{\"var\":[\"age\",1]},1e308]}")));
        Gen<string> bucket = Gen.OneOf(variant.Select(static name => $"[{name}]"), Gen.Select(variant, weight, static (name, share) => $"[{name},{share}]"));
        Gen<string> part = Gen.OneOf(TextVariableWithDefault, Const("\"seed-1.\"", "{\"var\":\"$flagd.flagKey\"}", "{\"var\":[\"targetingKey\",\"anon\"]}"));
        Gen<string> widePart = Gen.Frequency((3, part), (wide ? 1 : 0, Const("\" \"", "\"\\t\"", "{\"var\":\"plan\"}", "{\"var\":[\"age\",1]}", "{\"var\":\"age\"}", "1.5", "null", "true")));
        Gen<string> bucketing = widePart.Array[2, 3].Select(static parts => $$"""{"cat":[{{string.Join(",", parts)}}]},""");
        Gen<string> wideBucketing = Const("", "{\"var\":\"plan\"},", "{\"var\":[\"email\",\"x\"]},", "\"same\",", "{\"cat\":[{\"var\":\"plan\"}]},", "{\"var\":\"age\"},", "null,", "{\"cat\":{\"var\":\"plan\"}},");
        return Gen.Select(
            Gen.Frequency((3, Gen.Const("")), (3, bucketing), (wide ? 2 : 0, wideBucketing)),
            bucket.Array[1, 4],
            static (by, buckets) => $$"""{"fractional":[{{by}}{{string.Join(",", buckets)}}]}""");
    }

    private static Gen<string> Condition(int depth, bool wide)
    {
        Gen<string> leaf = Leaf(wide);
        if (depth <= 0)
        {
            return leaf;
        }

        Gen<string> inner = Condition(depth - 1, wide);
        Gen<string> many = inner.Array[1, 3].Select(static conditions => string.Join(",", conditions));
        return Gen.Frequency(
            (5, leaf),
            (3, Gen.Select(Const("and", "or"), many, static (name, conditions) => $$"""{"{{name}}":[{{conditions}}]}""")),
            (2, Gen.Select(Const("!", "!!"), inner, static (name, condition) => $$"""{"{{name}}":[{{condition}}]}""")),
            (wide ? 1 : 0, Gen.Select(Const("!", "!!"), inner, static (name, condition) => $$"""{"{{name}}":{{condition}}}""")),
            (wide ? 1 : 0, Gen.Select(inner, inner, inner, static (test, first, second) => $$"""{"if":[{{test}},{{first}},{{second}}]}""")));
    }

    private static Gen<string> Leaf(bool wide)
    {
        Gen<string> equality = Const("==", "!=", "===", "!==");
        Gen<string> order = Const("<", "<=", ">", ">=");
        Gen<string> number = Number(2, wide);
        Gen<string> text = Gen.OneOf(TextVariableWithDefault, Texts.Select(Json));
        Gen<string> literals = Texts.Array[0, 9].Select(static texts => "[" + string.Join(",", texts.Select(Json)) + "]");
        Gen<string> portable = Gen.OneOf(
            Gen.Select(equality, TextVariable, Gen.OneOf(Texts.Select(Json), Gen.Const("null")), static (name, left, right) => $$"""{"{{name}}":[{{left}},{{right}}]}"""),
            Gen.Select(equality, text, TextVariableWithDefault, static (name, left, right) => $$"""{"{{name}}":[{{left}},{{right}}]}"""),
            Gen.Select(equality, number, number, static (name, left, right) => $$"""{"{{name}}":[{{left}},{{right}}]}"""),
            Gen.Select(order, number, number, static (name, left, right) => $$"""{"{{name}}":[{{left}},{{right}}]}"""),
            Gen.Select(order, TextVariableWithDefault, text, static (name, left, right) => $$"""{"{{name}}":[{{left}},{{right}}]}"""),
            Gen.Select(Const("<", "<="), number, number, number, static (name, first, second, third) => $$"""{"{{name}}":[{{first}},{{second}},{{third}}]}"""),
            Gen.Select(Gen.OneOf(TextVariable, TextVariableWithDefault), literals, static (needle, list) => $$"""{"in":[{{needle}},{{list}}]}"""),
            Gen.Select(Texts.Where(static item => item.Length > 0), TextNames, static (needle, name) => $$"""{"in":[{{Json(needle)}},{"var":"{{name}}"}]}"""),
            Texts.Select(static item => $$"""{"in":[{{Json(item)}},{"var":["groups",[]]}]}"""),
            Gen.Select(Const("starts_with", "ends_with"), TextVariable, Texts, static (name, variable, affix) => $$"""{"{{name}}":[{{variable}},{{Json(affix)}}]}"""),
            Gen.Select(Relations, Versions, static (relation, version) => $$"""{"sem_ver":[{"var":"appVersion"},"{{relation}}","{{version}}"]}"""),
            Const("{\"var\":\"beta\"}", "{\"var\":[\"beta\",true]}", "{\"$ref\":\"is-staff\"}", "{\"$ref\":\"is-new\"}", "true", "false"));
        if (!wide)
        {
            return portable;
        }

        Gen<string> any = Gen.OneOf(
            number, text, TextVariable, NumberNames.Select(static name => $$"""{"var":"{{name}}"}"""),
            Const("null", "true", "\"5\"", "\" \"", "{\"var\":\"beta\"}", "{\"var\":\"groups\"}", "{\"var\":\"appVersion\"}", "{\"var\":\"targetingKey\"}", "{\"var\":\"user\"}", "{\"var\":\"unknown\"}"));
        Gen<string> mixedList = any.Array[0, 4].Select(static items => "[" + string.Join(",", items) + "]");
        return Gen.Frequency(
            (6, portable),
            (2, Gen.Select(Gen.OneOf(equality, order), any, any, static (name, left, right) => $$"""{"{{name}}":[{{left}},{{right}}]}""")),
            (1, Gen.Select(order, any, Gen.OneOf(any, portable), any, static (name, first, second, third) => $$"""{"{{name}}":[{{first}},{{second}},{{third}}]}""")),
            (1, Gen.Select(number, Numbers.Array[1, 3], static (needle, items) => $$"""{"in":[{{needle}},[{{string.Join(",", items)}}]]}""")),
            (1, Gen.Select(any, Gen.OneOf(mixedList, any), static (needle, container) => $$"""{"in":[{{needle}},{{container}}]}""")),
            (1, Gen.Select(Const("starts_with", "ends_with"), any, any, static (name, left, right) => $$"""{"{{name}}":[{{left}},{{right}}]}""")),
            (1, Gen.Select(any, Relations, Const("1.2", "v1", "x", "2.0.0"), static (left, relation, right) => $$"""{"sem_ver":[{{left}},"{{relation}}","{{right}}"]}""")),
            (1, any),
            (1, Gen.Select(Const("some", "all", "none"), any, static (name, value) => $$"""{"{{name}}":[{"var":"groups"},{"==":[{"var":""},{{value}}]}]}""")));
    }

    private static Gen<string> Number(int depth, bool wide)
    {
        Gen<string> variable = Gen.Select(NumberNames, Numbers, static (name, fallback) => $$"""{"var":["{{name}}",{{fallback}}]}""");
        Gen<string> leaf = wide
            ? Gen.Frequency((4, Numbers), (4, variable), (1, NumberNames.Select(static name => $$"""{"var":"{{name}}"}""")), (1, Const("1e308", "\"7\"", "{\"var\":\"plan\"}", "true")))
            : Gen.OneOf(Numbers, variable);
        if (depth == 0)
        {
            return leaf;
        }

        Gen<string> inner = Number(depth - 1, wide);
        return Gen.Frequency(
            (3, leaf),
            (1, Gen.Select(wide ? Const("+", "-", "*", "/", "%", "min", "max") : Const("+", "-", "*"), inner, inner, static (name, left, right) => $$"""{"{{name}}":[{{left}},{{right}}]}""")));
    }
}
