using FlagAnalyzers.Manifests.Reading;

namespace FlagAnalyzers.Manifests.Rules;

/// <summary>FLAG1006: each message says who differs and what to write instead.</summary>
public sealed class PortabilityTests
{
    [Theory]
    [InlineData("""{ ">=": [ {|FLAG1006:{ "var": "age" }|}, 18 ] }""", """Give it a default: {"var": ["age", 0]}.""")]
    [InlineData("""{ "<": [ {|FLAG1006:{ "var": "plan" }|}, { "var": [ "email", "" ] } ] }""", """{"var": ["plan", ""]}""")]
    [InlineData("""{ "<=": [ 1, {|FLAG1006:{ "if": [ { "var": "beta" }, 5 ] }|}, 9 ] }""", "the result of 'if' is missing")]
    [InlineData("""{ {|FLAG1006:">"|}: [ 9, { "var": [ "age", 0 ] }, 1 ] }""", "{\"<\": [lowest, value, highest]}")]
    [InlineData("""{ "<": [ {|FLAG1006:{ "var": [ "plan", "abc" ] }|}, { "+": [ 1, 2 ] } ] }""", "Compare two values of one type.")]
    [InlineData("""{ "<": [ { "+": [ {|FLAG1006:{ "var": "age" }|}, 1 ] }, 5 ] }""", "'+' fails in flagd's daemon")]
    [InlineData("""{ "<": [ { "*": [ {|FLAG1006:true|}, 1 ] }, 5 ] }""", "{\"if\": [condition, 1, 0]}")]
    [InlineData("""{ "<": [ { "+": [ {|FLAG1006:"abc"|}, 1 ] }, 5 ] }""", "Use a number.")]
    [InlineData("""{ "<": [ { "max": [ {|FLAG1006:"3"|}, 1 ] }, 5 ] }""", "Use a number.")]
    [InlineData("""{ "<": [ { "%": [ 7, {|FLAG1006:{ "var": [ "age", 2 ] }|} ] }, 5 ] }""", "divides by 0")]
    [InlineData("""{ "<": [ { {|FLAG1006:"abs"|}: [ { "var": [ "age", 2 ] } ] }, 5 ] }""", "an operator of flagd's daemon only")]
    [InlineData("""{ "==": [ {|FLAG1006:{ "var": "age" }|}, 0 ] }""", """{"var": ["age", 0]}""")]
    [InlineData("""{ "!=": [ {|FLAG1006:{ "var": "age" }|}, { "var": [ "user.score", 0 ] } ] }""", "takes null for 0")]
    [InlineData("""{ "==": [ {|FLAG1006:{ "var": "beta" }|}, false ] }""", """Ask for {"!": [{"var":"beta"}]}""")]
    [InlineData("""{ "==": [ {|FLAG1006:{ "starts_with": [ { "var": "email" }, "a" ] }|}, false ] }""", "takes null for false")]
    [InlineData("""{ "==": [ {|FLAG1006:"abc"|}, 0 ] }""", "Compare two values of one type.")]
    [InlineData("""{ "==": [ {|FLAG1006:" 1 "|}, 1 ] }""", "Compare two values of one type.")]
    [InlineData("""{ "==": [ {|FLAG1006:{ "var": "groups" }|}, { "var": "groups" } ] }""", "always unequal in flagd's daemon")]
    [InlineData("""{ "in": [ {|FLAG1006:{ "var": "plan" }|}, "free pro" ] }""", "'in' fails in flagd's daemon")]
    [InlineData("""{ "in": [ {|FLAG1006:{ "var": "plan" }|}, { "var": "email" } ] }""", "'in' fails in flagd's daemon")]
    [InlineData("""{ "in": [ {|FLAG1006:5|}, "a5" ] }""", "Write what is looked for as text.")]
    [InlineData("""{ "in": [ { "var": [ "age", 0 ] }, [ {|FLAG1006:[ 1, 10 ]|} ] ] }""", "as a range of numbers")]
    [InlineData("""{ "in": [ 1, [ {|FLAG1006:"1"|}, "2" ] ] }""", "Write the numbers without quotes.")]
    [InlineData("""{ "==": [ { "cat": [ "a", {|FLAG1006:{ "var": "plan" }|} ] }, "ab" ] }""", """puts "null" into the text""")]
    [InlineData("""{ "==": [ { "cat": [ {|FLAG1006:" a"|}, { "var": [ "plan", "b" ] } ] }, "ab" ] }""", "takes white space from both ends")]
    [InlineData("""{ "==": [ { "cat": [ "a", { "var": [ "plan", {|FLAG1006:"b "|} ] } ] }, "ab" ] }""", "takes white space from both ends")]
    [InlineData("""{ "==": [ { "cat": [ "a", {|FLAG1006:true|} ] }, "ab" ] }""", "Join texts and numbers only.")]
    [InlineData("""{ "==": [ { "cat": [ "a", {|FLAG1006:1e21|} ] }, "ab" ] }""", "with an exponent")]
    [InlineData("""{ "==": [ { "substr": [ { "var": [ "plan", "" ] }, {|FLAG1006:4|} ] }, "ab" ] }""", "shorter than 4 characters")]
    [InlineData("""{ "sem_ver": [ { "var": "v" }, ">=", {|FLAG1006:"2.4"|} ] }""", "Write \"2.4.0\".")]
    [InlineData("""{ "sem_ver": [ { "var": "v" }, ">=", {|FLAG1006:"v2"|} ] }""", "Write \"v2.0.0\".")]
    [InlineData("""{ "sem_ver": [ { "var": "v" }, ">=", {|FLAG1006:1.2|} ] }""", "Write \"1.2.0\".")]
    [InlineData("""{ "sem_ver": [ { "var": "v" }, ">=", {|FLAG1006:"99999999999999999999.0.0"|} ] }""", "Use smaller ones.")]
    [InlineData("""{ "!": {|FLAG1006:{ "var": "groups" }|} }""", """{"!": [{"var":"groups"}]}""")]
    [InlineData("""{ {|FLAG1006:"?:"|}: [ true, true, false ] }""", "Write \"if\"")]
    [InlineData("""{ "!!": [ { {|FLAG1006:"missing"|}: [ "plan" ] } ] }""", "Compare with null instead")]
    [InlineData("""{ {|FLAG1006:"contains_any"|}: [ { "var": "groups" }, [ "a" ] ] }""", "{\"or\":")]
    [InlineData("""{ "all": [ {|FLAG1006:{ "var": "groups" }|}, { "==": [ { "var": "" }, "a" ] } ] }""", """{"var": ["groups", []]}""")]
    [InlineData("""{ "<": [ { {|FLAG1006:"reduce"|}: [ [ 1, 2 ], { "+": [ { "var": "current" }, { "var": "accumulator" } ] } ] }, 5 ] }""", "as third argument")]
    [InlineData("""{ "some": [ { "var": "order" }, { "==": [ { "var": "sku" }, {|FLAG1006:{ "var": "plan" }|} ] } ] }""", "belongs to the context")]
    [InlineData("""{ "some": [ { "var": "groups" }, { "==": [ { "var": "" }, {|FLAG1006:{ "var": "targetingKey" }|} ] } ] }""", "belongs to the context")]
    [InlineData("""{ "==": [ { "var": {|FLAG1006:"plan.length"|} }, 3 ] }""", "belongs to every value of JavaScript", true)]
    public void Condition_WhereImplementationsDiffer_IsReportedWithTheRepair(string condition, string? words, bool isOnlyAmongOthers = false)
    {
        string manifest = Manifest($$"""{ "if": [ {{condition}}, "on", "off" ] }""");
        if (isOnlyAmongOthers)
        {
            MarkedText marked = MarkedText.Parse(manifest);
            Assert.Contains(ManifestReader.Read(marked.Text).Issues, issue => issue.Id == "FLAG1006" && marked.Marks.Any(mark => mark.Range == issue.Range));
            return;
        }

        ManifestAssert.Issues(manifest, words is null ? [] : [words]);
    }

    [Theory]
    [InlineData("""{ "==": [ { "var": "plan" }, "pro" ] }""")]
    [InlineData("""{ "!=": [ { "var": "plan" }, null ] }""")]
    [InlineData("""{ "==": [ { "var": "age" }, 18 ] }""")]
    [InlineData("""{ "==": [ { "var": "beta" }, true ] }""")]
    [InlineData("""{ "===": [ { "var": "age" }, 0 ] }""")]
    [InlineData("""{ ">=": [ { "var": [ "age", 0 ] }, 18 ] }""")]
    [InlineData("""{ "<": [ 1700000000, { "var": "$flagd.timestamp" } ] }""")]
    [InlineData("""{ "in": [ { "var": "plan" }, [ "free", "pro" ] ] }""")]
    [InlineData("""{ "in": [ "beta", { "var": "groups" } ] }""")]
    [InlineData("""{ "in": [ "@corp", { "var": "email" } ] }""")]
    [InlineData("""{ "!": { "var": "beta" } }""")]
    [InlineData("""{ "!": { "$ref": "staff" } }""")]
    [InlineData("""{ "some": [ { "var": "groups" }, { "==": [ { "var": "" }, "a" ] } ] }""")]
    [InlineData("""{ "some": [ { "var": "order" }, { "<": [ { "var": "price" }, 5 ] } ] }""")]
    [InlineData("""{ "==": [ { "cat": [ { "var": [ "plan", "" ] }, "-", { "var": [ "age", 0 ] } ] }, "pro-1" ] }""")]
    [InlineData("""{ "sem_ver": [ { "var": "v" }, ">=", "v2.4.0-rc.1+build" ] }""")]
    public void Condition_OfThePortableSubset_IsSilent(string condition) => AssertSilent($$"""{ "if": [ {{condition}}, "on", "off" ] }""");

    [Theory]
    [InlineData("""{ "fractional": [ {|FLAG1006:{ "var": "email" }|}, [ "on", 5 ], [ "off", 95 ] ] }""", """{"cat": [{"var": "$flagd.flagKey"}, {"var": ["email", ""]}]}""")]
    [InlineData("""{ "fractional": [ { "cat": [ {|FLAG1006:{ "var": "email" }|} ] }, [ "on", 5 ], [ "off", 95 ] ] }""", "puts \"null\" into the text")]
    [InlineData("""{ "fractional": [ { "cat": [ {|FLAG1006:"größe"|}, { "var": [ "email", "x" ] } ] }, [ "on", 5 ], [ "off", 95 ] ] }""", "Use ASCII here.")]
    [InlineData("""{ "fractional": [ [ "on", {|FLAG1006:{ "var": "age" }|} ], [ "off", 95 ] ] }""", "the weight is 1 in flagd's daemon")]
    [InlineData("""{ "fractional": [ {|FLAG1006:[ "off", 95 ]|}, [ "on", 5 ] ] }""", """List the variant that grows first: [["on",5], ["off",95]].""")]
    [InlineData("""{ "if": [ { "var": "beta" }, "on", { "fractional": [ {|FLAG1006:[ "off", 95 ]|}, [ "on", 5 ] ] } ] }""", "listed before 'on'")]
    [InlineData("""{|FLAG1006:{ "$ref": "staff" }|}""", """{"if": [true, {"$ref":"staff"}]}""", true)]
    [InlineData("""{|FLAG1006:true|}""", """{"if": [true, true]}""", true)]
    [InlineData("""{ "if": [ { "var": "beta" }, {|FLAG1006:[ "on" ]|} ] }""", "Answer the name alone.")]
    [InlineData("""{ "if": [ { "var": "beta" }, {|FLAG1006:{ "var": "groups" }|} ] }""", "Answer the name of a variant.")]
    public void Rule_WhereImplementationsDiffer_IsReportedWithTheRepair(string rule, string words, bool answersConditions = false) =>
        ManifestAssert.Issues(Manifest(rule, answersConditions), words);

    [Theory]
    [InlineData("""{ "fractional": [ [ "on", 5 ], [ "off", 95 ] ] }""")]
    [InlineData("""{ "fractional": [ { "var": "targetingKey" }, [ "on", 5 ], [ "off", 95 ] ] }""")]
    [InlineData("""{ "fractional": [ { "cat": [ { "var": "$flagd.flagKey" }, { "var": [ "email", "none" ] } ] }, [ "on", 5 ], [ "off", 95 ] ] }""")]
    [InlineData("""{ "fractional": [ [ "on", { "-": [ { "var": "$flagd.timestamp" }, 1 ] } ], [ "off", 95 ] ] }""")]
    [InlineData("""{ "fractional": [ [ "off", 1 ], [ "on", 1 ], [ null, 1 ] ] }""")]
    public void Rule_OfThePortableSubset_IsSilent(string rule) => AssertSilent(rule);

    [Fact]
    public void Reference_InsideAnEvaluator_IsReported() => ManifestAssert.Issues("""
        { "$evaluators": { "a": { "!": [ {|FLAG1006:{ "$ref": "b" }|} ] }, "b": true }, "flags": {} }
        """, "Write the other evaluator's rule here.");

    [Fact]
    public void Rule_OfAnOverlay_IsHeldAgainstTheManifest() => ManifestAssert.OverlayIssues(Manifest("{}"), """
        { "flags": { "a": { "targeting": { "if": [ { ">": [ {|FLAG1006:{ "var": "age" }|}, 18 ] }, "on", { "fractional": [ {|FLAG1006:[ "off", 95 ]|}, [ "on", 5 ] ] } ] } } } }
        """, "List the variant that grows first");

    [Theory]
    [InlineData("\"variants\": { {|FLAG1006:\"a&b\"|}: true, \"off\": false }, \"targeting\": { \"if\": [ true, \"off\" ] }", true)]
    [InlineData("\"variants\": { \"a&b\": true, \"off\": false }", false)]
    public void VariantName_ThatJsonEscapes_IsReportedWhereARuleCanNameIt(string flag, bool isReported)
    {
        string manifest = $$"""{ "flags": { "a": { "flagType": "boolean", "defaultValue": false, "state": "ENABLED", {{flag}} } } }""";
        if (isReported)
        {
            ManifestAssert.Issues(manifest, "Use letters, digits");
        }
        else
        {
            Assert.DoesNotContain(ManifestReader.Read(manifest).Issues, issue => issue.Id == "FLAG1006");
        }
    }

    [Fact]
    public void Comments_AndTrailingCommas_AreReportedOncePerFile() => ManifestAssert.Issues("""
        {
          {|FLAG1006:// flags of the shop|}
          "flags": {
            "a": { "flagType": "boolean", "defaultValue": false{|FLAG1006:,|} }, /* and */ // more
            "b": { "flagType": "boolean", "defaultValue": false },
          }
        }
        """, "with a comment (and there are 2 more comments).", "with a comma behind the last value (and there are 1 more such commas). Remove it.");

    [Theory]
    [InlineData("""{ "flags": { "a": { "flagType": "string", "defaultValue": "// no, comment,]" }, "b": { "flagType": "object", "defaultValue": { "x": [], "y": {} } } } }""")]
    [InlineData("""{ "flags": {} }""")]
    public void Text_ThatStrictReadersTake_IsSilent(string manifest) => Assert.DoesNotContain(ManifestReader.Read(manifest).Issues, issue => issue.Id == "FLAG1006");

    [Fact]
    public void Finding_OfAFlagThatSuppressesIt_IsSilent() => Assert.DoesNotContain(
        ManifestReader.Read(Manifest("""{ "if": [ { ">": [ { "var": "age" }, 1 ] }, "on", "off" ] }""").Replace("\"state\"", "\"suppress\": [\"FLAG1006\"], \"state\"", StringComparison.Ordinal)).Issues,
        issue => issue.Id == "FLAG1006");

    private static void AssertSilent(string rule) =>
        Assert.Equal([], ManifestReader.Read(Manifest(rule)).Issues.Where(issue => issue.Id != "FLAG1008").Select(issue => $"{issue.Id} {issue.Message}"));

    private static string Manifest(string rule, bool answersConditions = false) => $$"""
        {
          "context": { "email": "string", "age": "number", "beta": "boolean", "v": "semver", "plan": "string", "order": "object", "groups": "string[]", "user.score": "number" },
          "$evaluators": { "staff": { "ends_with": [ { "var": "email" }, "@corp.example" ] } },
          "flags": { "a": { "flagType": "boolean", "defaultValue": true, "state": "ENABLED", "variants": { "on": true, "off": false{{(answersConditions ? ", \"true\": true, \"false\": false" : "")}} }, "defaultVariant": "off", "targeting": {{rule}} } }
        }
        """;
}
