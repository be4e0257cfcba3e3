using System.Text;

namespace FlagAnalyzers.Evaluation;

public sealed class ReferenceTests
{
    [Fact]
    public void Evaluate_Reference_IsTheEvaluator() =>
        Assert.Equal("on", Rules.Evaluate("""{ "if": [{ "$ref": "a" }, "on"] }""", evaluators: """{ "a": { "==": [1, 1] } }"""));

    [Fact]
    public void Evaluate_NestedReference_IsTheEvaluator() =>
        Assert.Equal("on", Rules.Evaluate("""{ "$ref": "a" }""", evaluators: """{ "a": { "if": [{ "$ref": "b" }, "on"] }, "b": true }"""));

    [Fact]
    public void Evaluate_ReferenceToArguments_HasThem() =>
        Assert.Equal("true", Rules.Evaluate("""{ "==": { "$ref": "pair" } }""", evaluators: """{ "pair": [1, 1] }"""));

    [Theory]
    [InlineData("""{ "$ref": "nope" }""")]
    [InlineData("""{ "if": [{ "$ref": "a" }, "on"] }""")]
    [InlineData("""{ "if": [{ "$ref": "self" }, "on"] }""")]
    [InlineData("""{ "map": [{ "$ref": "a" }, 1] }""")]
    public void Evaluate_UnknownReferenceOrCycle_IsAParseError(string rule) =>
        Assert.Equal("PARSE_ERROR", Rules.Evaluate(rule, evaluators: """{ "a": { "!": [{ "$ref": "b" }] }, "b": { "!": [{ "$ref": "a" }] }, "self": { "$ref": "self" } }"""));

    [Fact]
    public void Evaluate_UnknownReferenceThatIsNotReached_DoesNoHarm() => Assert.Equal("on", Rules.Evaluate("""{ "if": [true, "on", { "$ref": "nope" }] }"""));

    [Fact]
    public void Evaluate_EvaluatorThatDoublesAtEachOfFortyLevels_EndsAsAParseError()
    {
        StringBuilder evaluators = new("{ ");
        for (int i = 0; i < 40; i++)
        {
            evaluators.Append($$""" "e{{i}}": { "and": [{ "$ref": "e{{i + 1}}" }, { "$ref": "e{{i + 1}}" }] }, """);
        }

        evaluators.Append(""" "e40": true }""");

        Assert.Equal("PARSE_ERROR", Rules.Evaluate("""{ "$ref": "e0" }""", evaluators: evaluators.ToString()));
        Assert.Equal("true", Rules.Evaluate("""{ "$ref": "e30" }""", evaluators: evaluators.ToString()));
    }

    [Fact]
    public void Evaluate_ChainOfTwentyThousandLevels_EndsAsAParseError()
    {
        StringBuilder evaluators = new("{ ");
        for (int i = 0; i < 400; i++)
        {
            evaluators.Append($$""" "e{{i}}": {{string.Concat(Enumerable.Repeat("{\"!\":[", 50))}}{"$ref": "e{{i + 1}}"}{{string.Concat(Enumerable.Repeat("]}", 50))}}, """);
        }

        evaluators.Append(""" "e400": true }""");

        Assert.Equal("PARSE_ERROR", Rules.Evaluate("""{ "$ref": "e0" }""", evaluators: evaluators.ToString()));
        Assert.Equal("true", Rules.Evaluate("""{ "$ref": "e398" }""", evaluators: evaluators.ToString()));
    }

    [Fact]
    public void Evaluate_RuleAsDeepAsAFileMayBe_IsEvaluated() =>
        Assert.Equal("true", Rules.Evaluate(string.Concat(Enumerable.Repeat("{\"!\":[", 60)) + "true" + string.Concat(Enumerable.Repeat("]}", 60))));
}
