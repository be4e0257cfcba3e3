using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;

namespace FlagAnalyzers.Manifests.Rules;

public sealed class RuleReaderTests
{
    [Theory]
    [InlineData("""{ {|FLAG1005:"start_with"|}: [ { "var": "email" }, "a" ] }""", "Did you mean 'starts_with'?")]
    [InlineData("""{ {|FLAG1005:"staff"|}: [] }""", "{\"$ref\": \"staff\"}")]
    [InlineData("""{ "$ref": {|FLAG1005:"stuff"|} }""", "Did you mean 'staff'?")]
    [InlineData("""{ "$ref": {|FLAG1005:[]|} }""", "the name of an evaluator")]
    [InlineData("""{ {|FLAG1005:"=="|}: [ { "var": "email" } ] }""", "'==' takes two values; found 1 argument.")]
    [InlineData("""{ {|FLAG1005:"!"|}: [ true, false ] }""", "'!' takes one value; found 2 arguments.")]
    [InlineData("""{ {|FLAG1005:"and"|}: [] }""", "at least one condition")]
    [InlineData("""{ "and": [ true ], {|FLAG1005:"or"|}: [ true ] }""", "Nest one in the other")]
    [InlineData("""{ "sem_ver": [ { "var": "v" }, ">=", {|FLAG1005:"2.x"|} ] }""", "is no version")]
    [InlineData("""{ "sem_ver": [ { "var": "v" }, {|FLAG1005:"=="|}, "2.0.0" ] }""", "Did you mean '='?")]
    [InlineData("""{ "==": [ { "var": {|FLAG1005:"emial"|} }, "a" ] }""", "Did you mean 'email'?")]
    [InlineData("""{ "==": [ { "var": {|FLAG1005:"$flagd.time"|} }, 1 ] }""", "flagd adds no '$flagd.time'")]
    [InlineData("""{ "==": [ { "var": "plan" }, {|FLAG1005:"prp"|} ] }""", "Did you mean 'pro'?")]
    [InlineData("""{ "in": [ { "var": "plan" }, [ "pro", {|FLAG1005:"max"|} ] ] }""", "is not one of the values of 'plan'")]
    [InlineData("""{ "starts_with": [ { "var": {|FLAG1005:"age"|} }, "1" ] }""", "declared as 'number', but starts_with compares texts")]
    [InlineData("""{ "<": [ { "var": {|FLAG1005:"email"|} }, 5 ] }""", "declared as 'string', but '<' compares it with the number 5")]
    [InlineData("""{ "sem_ver": [ { "var": {|FLAG1005:"age"|} }, "=", "1.0.0" ] }""", "sem_ver compares versions")]
    [InlineData("""{ "!": { "var": {|FLAG1005:"bta"|} } }""", "Did you mean 'beta'?")]
    [InlineData("""{ "in": [ "a", { "var": {|FLAG1005:"age"|} } ] }""", "declared as 'number', but 'in' looks in a text or a list")]
    [InlineData("""{ "==": [ { "cat": [ "a", { "var": {|FLAG1005:"beta"|} } ] }, "atrue" ] }""", "declared as 'boolean', but 'cat' joins texts and numbers")]
    [InlineData("""{ "some": [ { "var": {|FLAG1005:"plan"|} }, { "==": [ { "var": "" }, "a" ] } ] }""", "declared as 'string', but 'some' goes through a list")]
    [InlineData("""{ "!!": [ { "fractional": [ [ "on", { "var": {|FLAG1005:"plan"|} } ], [ "off", 1 ] ] } ] }""", "declared as 'string', but a weight is a whole number")]
    [InlineData("""{ "==": [ { "cat": [ { "var": "age" }, { "var": "v" }, { "var": "order" } ] }, "x" ] }""", null)]
    [InlineData("""{ "in": [ "a", { "var": "v" } ] }""", null)]
    [InlineData("""{ "starts_with": [ { "var": "v" }, "1" ] }""", null)]
    [InlineData("""{ "==": [ { "var": "order.total" }, 5 ] }""", null)]
    [InlineData("""{ "!!": [ { "var": "user" } ] }""", null)]
    [InlineData("""{ "==": [ { "var": "targetingKey" }, "u" ] }""", null)]
    [InlineData("""{ "<": [ { "var": "$flagd.timestamp" }, 5 ] }""", null)]
    [InlineData("""{ "some": [ { "var": "order" }, { "==": [ { "var": "anything" }, 1 ] } ] }""", null)]
    [InlineData("""{ "and": [ { "!=": [ { "var": "beta" }, null ] }, { "var": { "var": "email" } } ] }""", null)]
    public void Read_Condition_ReportsWhatCannotWork(string condition, string? words) => ManifestAssert.Issues($$"""
        {
          "context": { "email": "string", "age": "number", "beta": "boolean", "v": "semver", "plan": { "type": "string", "enum": [ "free", "pro" ] }, "order": "object", "user.score": "number" },
          "$evaluators": { "staff": { "ends_with": [ { "var": "email" }, "@corp.example" ] } },
          "flags": { "a": { "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "on": true, "off": false }, "targeting": { "if": [ {{condition}}, "on", "off" ] } } }
        }
        """, words is null ? [] : [words]);

    [Theory]
    [InlineData("""[ "on", {|FLAG1005:0.5|} ], [ "off", 99 ]""", "Scale all weights up")]
    [InlineData("""[ "on", {|FLAG1005:"1"|} ], [ "off", 99 ]""", "A weight is a whole number")]
    [InlineData("""[ "on", {|FLAG1005:3000000000|} ], [ "off", 1 ]""", "at most 2147483647")]
    [InlineData("""{|FLAG1005:[ "on", 1, 2 ]|}, [ "off", 1 ]""", "found an array of 3 elements")]
    [InlineData("""[ "on", 1 ], {|FLAG1005:"off"|}""", "A bucket is [\"variant\"]")]
    [InlineData("""[ {|FLAG1005:[ "on" ]|}, 1 ]""", "the name of a variant; found an array")]
    [InlineData("""{|FLAG1005:5|}, [ "on", 1 ]""", "the bucketing value, which is a text")]
    [InlineData("""[ "on" ], [ null, 1 ], [ "off", { "-": [ { "var": "$flagd.timestamp" }, 1 ] } ]""", null)]
    public void Read_Fractional_ReportsWhatCannotWork(string buckets, string? words) => ManifestAssert.FlagIssues($$"""
        "a": { "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "on": true, "off": false }, "targeting": { "fractional": [ {{buckets}} ] } }
        """, words is null ? [] : [words]);

    [Theory]
    [InlineData("""[ "on", 0 ], [ "off", 0 ]""", "All weights")]
    [InlineData("""[ "on", 2147483647 ], [ "off", 1 ]""", "add up to more than")]
    [InlineData("""{ "var": [ "email", "x" ] }""", "takes buckets")]
    public void Read_FractionalThatNeverAnswers_IsReportedAtTheOperator(string buckets, string words) => ManifestAssert.FlagIssues($$"""
        "a": { "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "on": true, "off": false }, "targeting": { {|FLAG1005:"fractional"|}: [ {{buckets}} ] } }
        """, words);

    [Fact]
    public void Read_EvaluatorsInACircle_AreReportedWithTheWay() => ManifestAssert.Issues("""
        { "$evaluators": { {|FLAG1005:"a"|}: { "!": [ { "$ref": "b" } ] }, {|FLAG1005:"b"|}: { "$ref": "a" }, "c": { "$ref": "a" } }, "flags": {} }
        """, "a → b → a");

    [Theory]
    [InlineData(20_000, false)]
    [InlineData(20_000, true)]
    public void Read_EvaluatorsInALongChain_StaysLinear(int count, bool isClosed)
    {
        IEnumerable<string> evaluators = Enumerable.Range(0, count).Select(i => $$"""
            "e{{i}}": { "!": [ { "$ref": "e{{(i + 1 < count || !isClosed ? i + 1 : 0)}}" } ] }
            """);

        ManifestReading reading = ManifestReader.Read($$"""{ "$evaluators": { {{string.Join(',', evaluators)}}, "e{{count}}": true }, "flags": {} }""");

        Assert.Equal(isClosed ? count : 0, reading.Issues.Count(issue => issue.Id == "FLAG1005"));
    }

    [Fact]
    public void Read_EvaluatorsThatFanOut_StaysLinear()
    {
        // Each evaluator refers to the next twice: 2^60 ways through, which nobody may walk.
        IEnumerable<string> evaluators = Enumerable.Range(0, 60).Select(i => $$"""
            "e{{i}}": { "if": [ true, { "$ref": "e{{i + 1}}" }, { "$ref": "e{{i + 1}}" } ] }
            """);

        ManifestReading reading = ManifestReader.Read($$"""
            { "$evaluators": { {{string.Join(',', evaluators)}}, "e60": "on" },
              "flags": { "a": { "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "on": true }, "targeting": { "$ref": "e0" } } } }
            """);

        Assert.DoesNotContain(reading.Issues, issue => issue.Id is not ("FLAG1006" or "FLAG1008"));
    }

    [Fact]
    public void Read_NullTargeting_IsReportedAndKept()
    {
        ManifestReading reading = ManifestAssert.FlagIssues("""
            "a": { "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "on": true }, "targeting": {|FLAG1005:null|} }
            """, "write {} for no targeting");

        Assert.Equal(new Rule.Literal(JsonValue.Null), reading.Manifest.Flags[0].Targeting);
    }
}
