using System.Collections;
using System.Dynamic;
using FlagAnalyzers.Flags;

namespace FlagAnalyzers.Evaluation;

public sealed class ContextTests
{
    private static readonly string[] AllResults = ["on", "true", "false", "DEFAULT", EvaluationErrorCode.ParseError, EvaluationErrorCode.General];

    public static TheoryData<object?, string> Values => new()
    {
        { "on", "on" },
        { true, "true" },
        { 1, "1" },
        { 1L, "1" },
        { 1.0, "1" },
        { 1f, "1" },
        { 1m, "1" },
        { (short)1, "1" },
        { (byte)1, "1" },
        { (sbyte)1, "1" },
        { (ushort)1, "1" },
        { 1u, "1" },
        { 1ul, "1" },
        { null, "DEFAULT" },
        { double.NaN, "DEFAULT" },
        { float.PositiveInfinity, "DEFAULT" },
        { DayOfWeek.Monday, "DEFAULT" },
        { new object(), "DEFAULT" },
        { new[] { "on" }, "GENERAL" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Evaluate_AddedValue_IsItsJson(object? value, string expected) => Assert.Equal(expected, Rules.Evaluate("""{ "var": "x" }""", new EvaluationContext { ["x"] = value }));

    public static TheoryData<object> Lists => new() { new[] { "a", "b" }, new List<string> { "a", "b" }, new object[] { "a", 1 }, new ArrayList { "a" }, new HashSet<string> { "a" }, Lazy() };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Evaluate_AddedList_IsAList(object list) => Assert.Equal("true", Rules.Evaluate("""{ "in": ["a", { "var": "x" }] }""", new EvaluationContext { ["x"] = list }));

    public static TheoryData<object> Objects
    {
        get
        {
            dynamic expando = new ExpandoObject();
            expando.k = "on";
            return new()
            {
                new Dictionary<string, object?> { ["k"] = "on" },
                new Dictionary<string, string> { ["k"] = "on" },
                new Hashtable { ["k"] = "on" },
                new SortedList<string, string> { ["k"] = "on" },
                expando,
            };
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Evaluate_AddedDictionary_IsAnObject(object dictionary)
    {
        EvaluationContext context = new() { ["x"] = dictionary };

        Assert.Equal("on", Rules.Evaluate("""{ "var": "x.k" }""", context));
        Assert.Equal("DEFAULT", Rules.Evaluate("""{ "var": "x.l" }""", context));
        Assert.Equal("true", Rules.Evaluate("""{ "!!": [{ "var": "x" }] }""", context));
    }

    public static TheoryData<string, object> Hostile => new()
    {
        { "endless sequence", Endless() },
        { "throwing sequence", Throwing() },
        { "throwing list", new ThrowingList() },
        { "list that holds itself", SelfContaining() },
        { "dictionary with other keys", new Dictionary<int, object> { [1] = "on" } },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Evaluate_HostileValue_DoesNotThrow(string name, object value)
    {
        EvaluationContext context = new("u") { ["x"] = value };
        string[] rules =
        [
            """{ "var": "x" }""",
            """{ "var": "x.0" }""",
            """{ "in": ["a", { "var": "x" }] }""",
            """{ "if": [{ "var": "x" }, "on"] }""",
            """{ "==": [{ "var": "x" }, { "var": "x" }] }""",
            """{ "merge": { "var": "x" } }""",
            """{ "some": [{ "var": "x" }, { "==": [{ "var": "" }, { "var": "x" }] }] }""",
            """{ "filter": [{ "var": "x" }, { "var": "x" }] }""",
            """{ "fractional": [{ "var": "x" }, ["on", 1]] }""",
            """{ "missing": { "var": "x" } }""",
        ];

        Assert.NotEmpty(name);
        Assert.All(rules, rule => Assert.Contains(Rules.Evaluate(rule, context), AllResults));
    }

    [Fact]
    public void TargetingKey_SetByName_IsTheProperty()
    {
        EvaluationContext context = new() { ["targetingKey"] = "u1" };

        Assert.Equal("u1", context.TargetingKey);
        Assert.Equal("u1", context["targetingKey"]);
        context.TargetingKey = null;
        Assert.Null(context["targetingKey"]);
        context["targetingKey"] = 5;
        Assert.Null(context.TargetingKey);
        Assert.Equal(5, context["targetingKey"]);
    }

    [Fact]
    public void Indexer_NullName_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => new EvaluationContext()[null!]);
        Assert.Throws<ArgumentNullException>(() => new EvaluationContext()[null!] = 1);
        Assert.Null(new EvaluationContext()["nothing"]);
    }

    [Fact]
    public void Evaluate_DeclaredAttribute_ComesBeforeTheAddedOne()
    {
        ShopContext context = new() { Plan = "on", ["plan"] = "off", ["email"] = "on" };

        Assert.Equal("on", Rules.Evaluate("""{ "var": "plan" }""", context));
        Assert.Equal("on", Rules.Evaluate("""{ "var": "email" }""", context));
    }

    [Fact]
    public void Evaluate_DeclaredPath_HasParentsAndIndexes()
    {
        ShopContext context = new() { UserScore = 1, Groups = ["off", "on"], ["user"] = new Dictionary<string, object?> { ["name"] = "on" } };

        Assert.Equal("1", Rules.Evaluate("""{ "var": "user.score" }""", context));
        Assert.Equal("on", Rules.Evaluate("""{ "var": "user.name" }""", context));
        Assert.Equal("on", Rules.Evaluate("""{ "var": "groups.1" }""", context));
        Assert.Equal("true", Rules.Evaluate("""{ "!!": [{ "var": "user" }] }""", context));
        Assert.Equal("1", Rules.Evaluate("""{ "reduce": [{ "merge": [{ "var": "user" }] }, { "+": [{ "var": "current.score" }, { "var": "accumulator" }] }, 0] }""", context));
        Assert.Equal("DEFAULT", Rules.Evaluate("""{ "var": "user" }""", new ShopContext()));
        Assert.Equal("GENERAL", Rules.Evaluate("""{ "var": "" }""", new ShopContext()));
        Assert.Equal("on", Rules.Evaluate("""{ "if": [{ "missing": ["user.score"] }, "on"] }""", new ShopContext()));
    }

    private static IEnumerable<object> Lazy()
    {
        yield return "a";
    }

    private static IEnumerable<object> Endless()
    {
        while (true)
        {
            yield return "x";
        }
    }

    private static IEnumerable<object> Throwing()
    {
        yield return "x";
        throw new InvalidOperationException("Not for you.");
    }

    private static List<object> SelfContaining()
    {
        List<object> list = [];
        list.Add(list);
        return list;
    }

    private sealed class ThrowingList : IReadOnlyList<string>
    {
        public int Count => throw new InvalidOperationException("Not for you.");

        public string this[int index] => throw new InvalidOperationException("Not for you.");

        public IEnumerator<string> GetEnumerator() => throw new InvalidOperationException("Not for you.");

        IEnumerator IEnumerable.GetEnumerator() => this.GetEnumerator();
    }
}
