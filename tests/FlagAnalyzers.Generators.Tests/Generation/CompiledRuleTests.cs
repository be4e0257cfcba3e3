using FlagAnalyzers.Generators.Tests.Generation.Harness;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation;

/// <summary>Which rules become C#, and when compiled code answers.</summary>
public sealed class CompiledRuleTests
{
    private const string Context = """{ "plan": "string", "age": "number", "beta": "boolean", "groups": "string[]", "appVersion": "semver", "any": "object", "any.part": "string" }""";

    [Theory]
    [InlineData("""{ "if": [{ "and": [{ "in": [{ "var": "plan" }, ["free", "pro"]] }, { "!": [{ "var": "beta" }] }] }, "on", null] }""")]
    [InlineData("""{ "if": [{ "<=": [18, { "var": ["age", 0] }, 65] }, "on", { ">": [{ "+": [{ "var": ["age", 0] }, 1] }, 2] }, "off"] }""")]
    [InlineData("""{ "if": [{ "in": ["staff", { "var": ["groups", []] }] }, { "fractional": [["on", 1], ["off", 1]] }, "off"] }""")]
    [InlineData("""{ "if": [{ "sem_ver": [{ "var": "appVersion" }, "^", "2.0.0-rc.1"] }, "on"] }""")]
    [InlineData("""{ "fractional": [{ "cat": ["salt ", { "var": ["plan", ""] }, { "var": ["age", 1] }] }, ["on", { "-": [{ "var": "$flagd.timestamp" }, 1] }], ["off", 5]] }""")]
    [InlineData("""{ "fractional": [{ "var": "plan" }, ["on"], ["off"]] }""")]
    [InlineData("""{ "if": [{ "<": [0, { "in": [{ "var": ["age", 1] }, [1, 2]] }, 2] }, "on", "off"] }""")]
    [InlineData("""{ "if": [{ "<": [0, { "and": [{ "starts_with": [{ "var": "plan" }, "p"] }, { "var": "beta" }] }, 2] }, "on", "off"] }""")]
    [InlineData("""{ "if": [{ "$ref": "grown-up" }, { "var": ["plan", "on"] }, "off"] }""")]
    [InlineData("""{ "if": [{ "in": ["x", { "var": "any" }] }, { "fractional": [[{ "if": [{ ">": [{ "+": [{ "var": ["age", 0] }, 1] }, 2] }, "on", "off"] }, 1], ["off"]] }, "off"] }""")]
    [InlineData("""{ "and": [{ "or": [{ "ends_with": [{ "var": "plan" }, "o"] }, { "var": "beta" }] }, "on"] }""")]
    [InlineData("""{ "or": [{ "==": [{ "var": "age" }, { "var": "plan" }] }, { "starts_with": [{ "var": "plan" }, "p"] }, "off"] }""")]
    public void Emit_RuleOfScalars_IsCompiled(string rule)
    {
        string text = Generate(rule);

        Assert.Contains("int RuleF()", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Interpreted, not compiled", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "if": [{ "some": [{ "var": "groups" }, { "==": [{ "var": "" }, "staff"] }] }, "on"] }""", "<c>some</c> in this form has no compiled form")]
    [InlineData("""{ "if": [{ "ends_with": [{ "var": "any" }, "x"] }, "on"] }""", "<c>ends_with</c> in this form has no compiled form")]
    [InlineData("""{ "if": [{ "var": "any.part" }, "on"] }""", "<c>any.part</c> is no attribute that compiled code can read")]
    [InlineData("""{ "if": [{ "in": [{ "var": ["age", 0] }, [[1, 2]]] }, "on"] }""", "<c>in</c> in this form has no compiled form")]
    [InlineData("""{ "if": [{ "==": [{ "if": [{ "var": "beta" }, 1, "x"] }, 1] }, "on"] }""", "an <c>if</c> gives values of several types where one is compiled")]
    public void Emit_OtherRule_SaysWhyItIsInterpreted(string rule, string reason)
    {
        string text = Generate(rule);

        Assert.DoesNotContain("int RuleF()", text, StringComparison.Ordinal);
        Assert.Contains($"/// <para>Interpreted, not compiled: {reason}.</para>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RuleThatIsInterpreted_AnswersAndSaysSo() => Assert.Equal(
        "True; TARGETING_MATCH; False; False; DEFAULT",
        GeneratedProgram.Run(Manifest("""{ "if": [{ "some": [{ "var": "groups" }, { "==": [{ "var": "" }, "staff"] }] }, "on", null] }"""), """
            var flags = Flags.For(new FlagContext { Groups = new[] { "beta", "staff" } });
            seen.Add(flags.F); seen.Add(flags.Evaluate<bool>("f").Reason); seen.Add(flags.Evaluate<bool>("f").IsCompiled);
            var none = Flags.For(new FlagContext());
            seen.Add(none.F); seen.Add(none.Evaluate<bool>("f").Reason);
            """));

    [Fact]
    public void Update_OneFlagDiffers_OnlyThatOneIsInterpreted()
    {
        string before = Two("[\"pro\"]", "The first.");
        string after = Two("[\"free\"]", "Another description does not count.");

        Assert.Equal(
            "True True True True | False False True True | True True True True",
            GeneratedProgram.Run(before, $$"""
                var context = new FlagContext { Plan = "pro" };
                string Describe()
                {
                    var flags = Flags.For(context);
                    return FormattableString.Invariant($"{flags.First} {flags.Evaluate<bool>("first").IsCompiled} {flags.Second} {flags.Evaluate<bool>("second").IsCompiled}");
                }

                string first = Describe();
                if (!Flags.Store.TryUpdate({{Literal(after)}}, out string? error)) throw new Exception(error);
                string second = Describe();
                if (!Flags.Store.TryUpdate({{Literal(before.Replace("\n", "\n   ", StringComparison.Ordinal))}}, out error)) throw new Exception(error);
                seen.Add(first + " | " + second + " | " + Describe());
                """));
    }

    [Fact]
    public void Update_TextThatCannotBeRead_KeepsWhatIsInForce() => Assert.Equal(
        "False; flags.json(1,; True; True; False; False",
        GeneratedProgram.Run(Two("[\"pro\"]", "x"), """
            var flags = Flags.For(new FlagContext { Plan = "pro" });
            seen.Add(Flags.Store.TryUpdate("{ \"flags\": ", out string? error));
            seen.Add(error!.Substring(0, 13));
            seen.Add(Flags.For(new FlagContext { Plan = "pro" }).First);
            seen.Add(Flags.Store.TryUpdate("{}", out error));
            seen.Add(Flags.For(new FlagContext { Plan = "pro" }).First);
            seen.Add(Flags.For(new FlagContext()).Evaluate<bool>("first").ErrorCode == null);
            """));

    [Fact]
    public void Read_SnapshotOfTheSameFlags_IsCompiled() => Assert.Equal(
        "True; True",
        GeneratedProgram.Run(Two("[\"pro\"]", "x"), $$"""
            var store = new FlagStore(FlagSnapshot.Parse({{Literal(Two("[\"pro\"]", "y"))}}));
            var flags = new Flags(store, new FlagContext { Plan = "pro" });
            seen.Add(flags.First); seen.Add(flags.Evaluate<bool>("first").IsCompiled);
            """));

    [Fact]
    public void Read_OpenAttributeStandsInForANull_AnswersByIt() => Assert.Equal(
        "False; True; True; False; TARGETING_MATCH",
        GeneratedProgram.Run(Two("[\"pro\"]", "x"), """
            var context = new FlagContext();
            var flags = Flags.For(context);
            seen.Add(flags.First);
            context["plan"] = "pro";
            seen.Add(flags.First); seen.Add(flags.Evaluate<bool>("first").IsCompiled);
            context.Plan = "free";
            seen.Add(flags.First); seen.Add(flags.Evaluate<bool>("second").Reason);
            """));

    [Theory]
    [InlineData("""{ "in": [{ "+": [{ "var": "age" }, 1] }, []] }""")]
    [InlineData("""{ "==": [{ "+": [{ "var": "age" }, 1] }, null] }""")]
    [InlineData("""{ "==": [{ "if": [{ ">": [{ "+": [{ "var": "age" }, 1] }, 1] }, "a", "b"] }, null] }""")]
    [InlineData("""{ "in": [{ "if": [{ ">": [{ "+": [{ "var": "age" }, 1] }, 1] }, "a", "b"] }, []] }""")]
    [InlineData("""{ "and": [false, { "<": [1, 0, { "+": [{ "var": "age" }, 1] }] }, true] }""", "null")]
    [InlineData("""{ "<": [1, 0, { "+": [{ "var": "age" }, 1] }] }""")]
    [InlineData("""{ "==": [{ "if": [{ ">": [{ "+": [{ "var": "age" }, 1] }, 1] }, null, null] }, null] }""")]
    [InlineData("""{ "sem_ver": [{ "if": [{ ">": [{ "+": [{ "var": "age" }, 1] }, 1] }, "1.0.0", "2.0.0"] }, "=", "x"] }""")]
    public void Read_PartThatFailsWithoutBeingNeeded_FailsWhereTheInterpreterFails(string condition, string error = "PARSE_ERROR") => Assert.Equal(
        error,
        GeneratedProgram.Run(Manifest($$"""{ "if": [{{condition}}, "on", "off"] }"""), """
            seen.Add(Flags.For(new FlagContext()).Evaluate<bool>("f").ErrorCode);
            """));

    [Theory]
    [InlineData("\\ud83d", "\\ude00")]
    [InlineData("a\\ud83d", "\\ude00b")]
    [InlineData("\\ud83d", "x")]
    public void Read_CharacterInTwoPartsOfACat_IsHashedAsOne(string first, string plan)
    {
        // So many buckets that another hash is another bucket.
        string names = string.Join(",", Enumerable.Range(0, 200).Select(static i => $"\"v{i}\": {i}"));
        string buckets = string.Join(",", Enumerable.Range(0, 200).Select(static i => $"[\"v{i}\"]"));
        string manifest = $$"""
            { "context": { "plan": "string" }, "flags": { "f": { "flagType": "integer", "defaultValue": -1, "state": "ENABLED", "variants": { {{names}} },
              "targeting": { "fractional": [{ "cat": ["{{first}}", { "var": "plan" }] }, {{buckets}}] } } } }
            """;

        Assert.Equal(
            "True; True; False",
            GeneratedProgram.Run(manifest, $$"""
                var context = new FlagContext { Plan = "{{plan}}" };
                var compiled = Flags.For(context).Evaluate<int>("f");
                Flags.Store.TryUpdate({{Literal(manifest.Replace("\"v0\": 0", "\"v0\": 0, \"unused\": -2", StringComparison.Ordinal))}}, out string? error);
                var interpreted = Flags.For(context).Evaluate<int>("f");
                seen.Add(compiled.IsCompiled); seen.Add(compiled.Variant == interpreted.Variant); seen.Add(interpreted.IsCompiled);
                """));
    }

    [Fact]
    public void Read_ListThatThrows_FailsTheRuleOnly() => Assert.Equal(
        "False; PARSE_ERROR; True",
        GeneratedProgram.Run(Manifest("""{ "if": [{ "in": ["staff", { "var": ["groups", []] }] }, "on", "off"] }"""), """
            var flags = Flags.For(new FlagContext { Groups = new Broken() });
            seen.Add(flags.F); seen.Add(flags.Evaluate<bool>("f").ErrorCode); seen.Add(flags.Evaluate<bool>("f").IsCompiled);
            return string.Join("; ", seen);
            }

            private sealed class Broken : System.Collections.ObjectModel.ReadOnlyCollection<string>, IReadOnlyList<string>
            {
                public Broken() : base(new List<string>()) { }
                int IReadOnlyCollection<string>.Count => throw new InvalidOperationException();
            }

            private static string Rest()
            {
                List<object?> seen = new();
            """));

    private static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Generate(string rule) => GeneratorHarness.Run(new GeneratorInput(Manifest(rule))).AssertCompiles().Source!;

    private static string Manifest(string rule) => $$"""
        {
          "context": {{Context}},
          "$evaluators": { "grown-up": { ">=": [{ "var": ["age", 0] }, 18] } },
          "flags": {
            "f": { "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off", "targeting": {{rule}} }
          }
        }
        """;

    private static string Two(string plans, string description) => $$"""
        {
          "context": { "plan": "string" },
          "flags": {
            "first": { "flagType": "boolean", "description": "{{description}}", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off",
              "targeting": { "if": [{ "in": [{ "var": "plan" }, {{plans}}] }, "on", "off"] } },
            "second": { "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off",
              "targeting": { "if": [{ "!=": [{ "var": "plan" }, "none"] }, "on", "off"] } }
          }
        }
        """;
}
