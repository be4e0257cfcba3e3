using System.Text.Json.Nodes;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Manifests.Schemas;

/// <summary>The schema of targeting rules: each operator of the table, with the arguments it takes.</summary>
public sealed class FlagsSchemaRuleTests
{
    [Fact]
    public void Operation_Operators_AreThoseOfTheTable()
    {
        JsonObject schema = JsonNode.Parse(PublishedSchema.Text("flags-schema.json"))!.AsObject();

        IEnumerable<string> documented = schema["definitions"]!["operation"]!["properties"]!.AsObject().Select(member => member.Key);

        Assert.Equal(RuleOperators.All.Select(info => info.Name).Order(), documented.Where(name => name != "$ref").Order());
    }

    [Fact]
    public void Operation_NumberOfArguments_IsBoundedAsInTheTable()
    {
        List<string> different = [];
        foreach (OperatorInfo info in RuleOperators.All)
        {
            for (int count = 0; count <= 4; count++)
            {
                bool allowed = count >= info.MinimumArguments && count <= info.MaximumArguments;
                if (allowed != Accepts(Call(info, count)))
                {
                    different.Add(Call(info, count));
                }
            }
        }

        Assert.Empty(different);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{ "var": "plan" }""")]
    [InlineData("""{ "var": "$flagd.flagKey" }""")]
    [InlineData("""{ "var": ["groups", []] }""")]
    [InlineData("""{ "$ref": "is-staff" }""")]
    [InlineData("""{ "!": { "var": "beta" } }""")]
    [InlineData("""{ "if": [{ "$ref": "is-staff" }, "on", null] }""")]
    [InlineData("""{ "sem_ver": [{ "var": "appVersion" }, "^", "v2"] }""")]
    [InlineData("""{ "fractional": [["on"], ["off"]] }""")]
    [InlineData("""{ "fractional": [{ "var": "email" }, ["on", 0], ["off", 100]] }""")]
    [InlineData("""{ "fractional": [{ "cat": [{ "var": "$flagd.flagKey" }, { "var": ["email", ""] }] }, [null, 1], [{ "var": "v" }, { "-": [{ "var": "$flagd.timestamp" }, 1794787200] }]] }""")]
    public void Targeting_ValidRule_Accepts(string rule) => Assert.True(Accepts(rule), rule);

    [Theory]
    [InlineData("""{ "iff": [true, "on"] }""", "unknown operator")]
    [InlineData("""{ "if": [{ "start_with": [{ "var": "email" }, "a"] }, "on"] }""", "unknown operator inside")]
    [InlineData("""{ "and": [true], "or": [false] }""", "two operators")]
    [InlineData("""{ "if": [{ "and": [true], "or": [false] }, "on"] }""", "two operators inside")]
    [InlineData("""{ "if": [{}, "on"] }""", "empty rule inside")]
    [InlineData("""{ "if": true }""", "arguments without a list")]
    [InlineData("""{ "==": { "var": "plan" } }""", "arguments without a list")]
    [InlineData("""{ "!": [true, false] }""", "two arguments of one")]
    [InlineData("""{ "var": null }""", "attribute without a name")]
    [InlineData("""{ "var": ["a", 1, 2] }""", "two defaults")]
    [InlineData("""{ "var": "$flagd.time" }""", "unknown attribute of flagd")]
    [InlineData("""{ "if": [{ "==": [{ "var": ["$flagd.key", ""] }, "a"] }, "on"] }""", "unknown attribute of flagd")]
    [InlineData("""{ "$ref": 1 }""", "reference without a name")]
    [InlineData("""{ "starts_with": [{ "var": "email" }, 1] }""", "text that is a number")]
    [InlineData("""{ "sem_ver": [{ "var": "appVersion" }, "=>", "2.4.0"] }""", "unknown comparison")]
    [InlineData("""{ "sem_ver": [{ "var": "appVersion" }, ">=", "2.x"] }""", "bad version")]
    [InlineData("""{ "sem_ver": [{ "var": "appVersion" }, ">=", "1.2-beta"] }""", "bad version")]
    [InlineData("""{ "fractional": [["on", 0.5], ["off", 0.5]] }""", "weights that are not whole")]
    [InlineData("""{ "fractional": [["on", -1], ["off", 2]] }""", "weight below zero")]
    [InlineData("""{ "fractional": [["on", 2147483648]] }""", "weight that is too large")]
    [InlineData("""{ "fractional": [["on", "10"]] }""", "weight that is a text")]
    [InlineData("""{ "fractional": [["on", 10, 20]] }""", "bucket with three elements")]
    [InlineData("""{ "fractional": [[], ["off", 90]] }""", "bucket without a variant")]
    [InlineData("""{ "fractional": ["on", 10] }""", "bucket without a list")]
    [InlineData("""{ "fractional": [["on", 10], { "var": "email" }] }""", "bucketing value after a bucket")]
    [InlineData("""{ "fractional": ["salt", ["on", 10], ["off", 90]] }""", "one bucketing value for everybody")]
    [InlineData("""{ "fractional": [{ "percent": 10 }, ["on", 10]] }""", "unknown operator as bucketing value")]
    public void Targeting_InvalidRule_Refuses(string rule, string violation) => Assert.False(Accepts(rule), violation + ": " + rule);

    private static string Call(OperatorInfo info, int count)
    {
        string[] arguments = info.Operator switch
        {
            RuleOperator.SemVer => ["\"1.0.0\"", "\">=\"", "\"2.0.0\"", "\"3.0.0\""],
            RuleOperator.Fractional => ["[\"a\"]", "[\"a\"]", "[\"a\"]", "[\"a\"]"],
            _ => ["\"a\"", "\"a\"", "\"a\"", "\"a\""],
        };
        return $$"""{ "{{info.Name}}": [{{string.Join(", ", arguments.Take(count))}}] }""";
    }

    private static bool Accepts(string rule) => PublishedSchema.Flags.Errors(
        $$"""{ "flags": { "a": { "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "on": true }, "targeting": {{rule}} } } }""").Count == 0;
}
