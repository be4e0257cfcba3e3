namespace FlagAnalyzers.Evaluation;

/// <summary>What the matrix does not have: read in github.com/diegoholiveira/jsonlogic v3.9.1, the library of flagd 0.16.</summary>
public sealed class OperatorTests
{
    private static readonly EvaluationContext Context = new("u")
    {
        ["one"] = 1,
        ["list"] = new object?[] { "a", 1, null, true },
        ["pair"] = new object[] { 1, 1 },
        ["things"] = new[] { new Dictionary<string, object?> { ["k"] = 1 }, new Dictionary<string, object?> { ["k"] = 2 } },
        ["single"] = new Dictionary<string, object?> { ["k"] = 1 },
        ["several"] = new Dictionary<string, object?> { ["k"] = 1, ["l"] = 2 },
    };

    [Theory]
    [InlineData("""{ "==": { "var": "pair" } }""", "true")]
    [InlineData("""{ "==": { "var": "one" } }""", "PARSE_ERROR")]
    [InlineData("""{ "===": { "var": "one" } }""", "false")]
    [InlineData("""{ "!==": { "var": "one" } }""", "true")]
    [InlineData("""{ "==": [0, { "var": "nope" }] }""", "false")]
    [InlineData("""{ "==": [false, null] }""", "false")]
    [InlineData("""{ "<=": [0, { "var": "nope" }] }""", "false")]
    [InlineData("""{ "==": [1] }""", "false")]
    [InlineData("""{ "!=": [1] }""", "true")]
    [InlineData("""{ "==": [1, 1, { "nope": [] }] }""", "PARSE_ERROR")]
    [InlineData("""{ "<": [1] }""", "false")]
    [InlineData("""{ "<": [1, 2, 3, 4] }""", "true")]
    [InlineData("""{ "<": ["\ue000", "😀"] }""", "true")]
    [InlineData("""{ "==": ["nan", "nan"] }""", "true")]
    [InlineData("""{ "==": [1, "1_0"] }""", "false")]
    [InlineData("""{ "==": [10, "1_0"] }""", "true")]
    [InlineData("""{ "<": [1, "inf"] }""", "true")]
    [InlineData("""{ "<": [1, "1e999"] }""", "false")]
    [InlineData("""{ "if": { "var": "one" } }""", "PARSE_ERROR")]
    [InlineData("""{ "and": true }""", "PARSE_ERROR")]
    [InlineData("""{ "and": [true, { "nope": [] }] }""", "PARSE_ERROR")]
    [InlineData("""{ "or": [{ "nope": [] }, true] }""", "PARSE_ERROR")]
    [InlineData("""{ "!": [] }""", "true")]
    [InlineData("""{ "!!": [] }""", "false")]
    [InlineData("""{ "!": [0, { "nope": [] }] }""", "PARSE_ERROR")]
    [InlineData("""{ "if": [true, { "var": "single" }] }""", "PARSE_ERROR")]
    [InlineData("""{ "if": [true, { "var": "several" }] }""", "GENERAL")]
    [InlineData("1e999", "PARSE_ERROR")]
    public void Evaluate_LogicAndComparison_IsThatOfTheDaemon(string rule, string expected) => Assert.Equal(expected, Rules.Evaluate(rule, Context));

    [Theory]
    [InlineData("""{ "*": [] }""", "1")]
    [InlineData("""{ "+": [] }""", "0")]
    [InlineData("""{ "/": [] }""", "0")]
    [InlineData("""{ "%": [5] }""", "PARSE_ERROR")]
    [InlineData("""{ "abs": [-1, 5] }""", "1")]
    [InlineData("""{ "abs": -1 }""", "1")]
    [InlineData("""{ "abs": [] }""", "PARSE_ERROR")]
    [InlineData("""{ "-": 1 }""", "PARSE_ERROR")]
    [InlineData("""{ "min": [] }""", "DEFAULT")]
    [InlineData("""{ "max": [1, "-3"] }""", "1")]
    [InlineData("""{ "*": [1e308, 10] }""", "PARSE_ERROR")]
    [InlineData("""{ "+": ["1e999", 1] }""", "PARSE_ERROR")]
    [InlineData("""{ "+": [{ "var": "list" }] }""", "PARSE_ERROR")]
    public void Evaluate_Arithmetic_IsThatOfTheDaemon(string rule, string expected) => Assert.Equal(expected, Rules.Evaluate(rule, Context));

    [Theory]
    [InlineData("""{ "substr": ["😀on", 1] }""", "on")]
    [InlineData("""{ "substr": ["xonx", 1, 2] }""", "on")]
    [InlineData("""{ "substr": ["xonx", 1, -1] }""", "on")]
    [InlineData("""{ "substr": ["on", 1, -5] }""", "PARSE_ERROR")]
    [InlineData("""{ "substr": ["on", 0, 1e300] }""", "PARSE_ERROR")]
    [InlineData("""{ "substr": ["on"] }""", "PARSE_ERROR")]
    [InlineData("""{ "cat": [] }""", "GENERAL")]
    [InlineData("""{ "cat": ["\u2003o", "n\u3000\n"] }""", "on")]
    [InlineData("""{ "cat": [{ "var": "several" }] }""", "PARSE_ERROR")]
    [InlineData("""{ "starts_with": "abc" }""", "DEFAULT")]
    [InlineData("""{ "starts_with": ["abc", { "nope": [] }] }""", "PARSE_ERROR")]
    [InlineData("""{ "ends_with": [{ "var": "one" }, "1"] }""", "DEFAULT")]
    [InlineData("""{ "sem_ver": ["1.0.0", "~", "1.0.0-rc"] }""", "true")]
    [InlineData("""{ "sem_ver": [0.00001, "=", 0.00001] }""", "DEFAULT")]
    [InlineData("""{ "sem_ver": ["1.0.0", { "nope": [] }, "1.0.0"] }""", "PARSE_ERROR")]
    public void Evaluate_Text_IsThatOfTheDaemon(string rule, string expected) => Assert.Equal(expected, Rules.Evaluate(rule, Context));

    [Theory]
    [InlineData("""{ "in": [] }""", "PARSE_ERROR")]
    [InlineData("""{ "in": ["a"] }""", "false")]
    [InlineData("""{ "in": ["a", { "var": "list" }] }""", "true")]
    [InlineData("""{ "in": [true, { "var": "list" }] }""", "true")]
    [InlineData("""{ "in": [1, ["x", null]] }""", "PARSE_ERROR")]
    [InlineData("""{ "in": [0, ["x"]] }""", "true")]
    [InlineData("""{ "in": ["5", [[1, 10]]] }""", "true")]
    [InlineData("""{ "in": [5, [[1]]] }""", "PARSE_ERROR")]
    [InlineData("""{ "in": [{ "var": "several" }, [{ "a": 1, "b": 2 }]] }""", "PARSE_ERROR")]
    [InlineData("""{ "in": { "merge": [1, [[1, 2]]] } }""", "true")]
    [InlineData("""{ "!!": [{ "missing": "one" }] }""", "false")]
    [InlineData("""{ "!!": [{ "missing": "two" }] }""", "true")]
    [InlineData("""{ "!!": [{ "missing": { "var": "one" } }] }""", "PARSE_ERROR")]
    [InlineData("""{ "missing_some": [1, "one"] }""", "PARSE_ERROR")]
    [InlineData("""{ "in": ["l", { "map": [{ "var": "things" }, { "var": "k" }] }] }""", "false")]
    [InlineData("""{ "in": [2, { "map": [{ "var": "things" }, { "var": "k" }] }] }""", "true")]
    [InlineData("""{ "!!": [{ "filter": [["a", { "nope": [] }], true] }] }""", "true")]
    [InlineData("""{ "filter": ["text", true] }""", "GENERAL")]
    [InlineData("""{ "filter": [{ "var": "one" }, true] }""", "PARSE_ERROR")]
    [InlineData("""{ "all": [{ "var": "things" }, { ">": [{ "var": "k" }, 0] }] }""", "true")]
    [InlineData("""{ "all": [{ "var": "things" }, { "var": "k" }] }""", "PARSE_ERROR")]
    [InlineData("""{ "all": [["x"], { "var": "" }] }""", "true")]
    [InlineData("""{ "all": [["x"], true] }""", "PARSE_ERROR")]
    [InlineData("""{ "some": [{ "var": "things" }, { "==": [{ "var": "k" }, { "var": "one" }] }] }""", "true")]
    [InlineData("""{ "none": [{ "var": "things" }, { "==": [{ "var": "k" }, { "var": "nope" }] }] }""", "true")]
    [InlineData("""{ "all": [] }""", "PARSE_ERROR")]
    [InlineData("""{ "none": [{ "var": "nope" }] }""", "true")]
    [InlineData("""{ "reduce": [[1, null, 0], { "*": [{ "var": "current" }, { "var": "accumulator" }] }, 1] }""", "0")]
    [InlineData("""{ "reduce": [["o", "n"], { "cat": [{ "var": "accumulator" }, { "var": "current" }] }, ""] }""", "on")]
    [InlineData("""{ "reduce": [[1], { "var": "valueType" }, true] }""", "true")]
    [InlineData("""{ "reduce": [[1], { "var": "current" }, null] }""", "PARSE_ERROR")]
    [InlineData("""{ "reduce": [[1], "text", 0] }""", "PARSE_ERROR")]
    [InlineData("""{ "contains_all": [{ "var": "list" }, ["a", 1]] }""", "true")]
    [InlineData("""{ "contains_any": [{ "var": "list" }, ["z"]] }""", "false")]
    [InlineData("""{ "contains_none": ["list", ["z"]] }""", "true")]
    [InlineData("""{ "map": [[{ "set": [{ "var": "several" }, "k", 5] }], 1] }""", "GENERAL")]
    [InlineData("""{ "!!": [{ "set": [{ "var": "several" }, "k", 5] }] }""", "true")]
    [InlineData("""{ "set": [{ "var": "several" }, 1, 5] }""", "PARSE_ERROR")]
    [InlineData("""{ "if": [{ "set": ["on"] }, { "set": ["on", 1] }] }""", "on")]
    public void Evaluate_Lists_IsThatOfTheDaemon(string rule, string expected) => Assert.Equal(expected, Rules.Evaluate(rule, Context));

    [Theory]
    [InlineData("""{ "var": ["one", { "nope": [] }] }""", "PARSE_ERROR")]
    [InlineData("""{ "var": [1] }""", "PARSE_ERROR")]
    [InlineData("""{ "var": true }""", "PARSE_ERROR")]
    [InlineData("""{ "var": null }""", "DEFAULT")]
    [InlineData("""{ "var": ["nope", "on", "off"] }""", "DEFAULT")]
    [InlineData("""{ "var": "list..1." }""", "1")]
    [InlineData("""{ "var": "list.-1" }""", "DEFAULT")]
    [InlineData("""{ "var": "list.9" }""", "DEFAULT")]
    [InlineData("""{ "var": "one.two" }""", "DEFAULT")]
    [InlineData("""{ "var": "$flagd.other" }""", "DEFAULT")]
    [InlineData("""{ "!!": [{ "var": "$flagd" }] }""", "true")]
    [InlineData("""{ "==": [{ "var": "$flagd.timestamp" }, 1700000000] }""", "true")]
    [InlineData("""{ "var": { "cat": ["o", "ne"] } }""", "1")]
    [InlineData("""{ "var": "single" }""", "GENERAL")]
    public void Evaluate_Variable_IsThatOfTheDaemon(string rule, string expected) => Assert.Equal(expected, Rules.Evaluate(rule, Context));

    [Theory]
    [InlineData("""{ "fractional": [{ "var": "pair" }, ["on", 1]] }""", "1")]
    [InlineData("""{ "fractional": [["on", 1, { "nope": [] }]] }""", "PARSE_ERROR")]
    [InlineData("""{ "fractional": [["off", 1], ["on", { "nope": [] }]] }""", "PARSE_ERROR")]
    [InlineData("""{ "fractional": [["on", 1e300]] }""", "DEFAULT")]
    [InlineData("""{ "fractional": [["on", true]] }""", "DEFAULT")]
    [InlineData("""{ "fractional": ["key", ["on"]] }""", "on")]
    [InlineData("""{ "fractional": { "merge": [[["on"]]] } }""", "on")]
    [InlineData("""{ "fractional": "key" }""", "DEFAULT")]
    [InlineData("""{ "fractional": [true, ["on"]] }""", "DEFAULT")]
    [InlineData("""{ "fractional": [["on", -0.5]] }""", "DEFAULT")]
    [InlineData("""{ "fractional": [["off", 0], ["on", 2147483647]] }""", "on")]
    public void Evaluate_Fractional_IsThatOfTheDaemon(string rule, string expected) => Assert.Equal(expected, Rules.Evaluate(rule, Context));

    [Fact]
    public void Evaluate_FractionalGrowingShareListedFirst_KeepsWhoHasItAlready()
    {
        FlagSnapshot small = Rules.Snapshot("""{ "fractional": [["on", 10], ["off", 90]] }""");
        FlagSnapshot large = Rules.Snapshot("""{ "fractional": [["on", 30], ["off", 70]] }""");
        EvaluationContext[] users = [.. Enumerable.Range(0, 10_000).Select(i => new EvaluationContext($"user-{i}"))];
        EvaluationContext[] before = [.. users.Where(user => Rules.Evaluate(small, user) == "on")];

        Assert.InRange(before.Length, 900, 1100);
        Assert.InRange(users.Count(user => Rules.Evaluate(large, user) == "on"), 2850, 3150);
        Assert.All(before, user => Assert.Equal("on", Rules.Evaluate(large, user)));
    }
}
