using System.Text.Json;

namespace FlagAnalyzers.Tool;

/// <summary><c>dotnet flags eval KEY</c>.</summary>
public sealed class EvalCommandTests : IDisposable
{
    private const string Manifest = """
        {
          "context": {
            "plan": { "type": "string", "enum": ["free", "pro"] }, "email": "string", "appVersion": "semver",
            "orders": "number", "beta": "boolean", "groups": "string[]", "cart": "object", "user.score": "number"
          },
          "$evaluators": { "is-staff": { "ends_with": [{ "var": "email" }, "@shop.example"] } },
          "flags": {
            "checkout": {
              "flagType": "boolean", "defaultValue": false, "variants": { "on": true, "off": false }, "defaultVariant": "off",
              "targeting": { "if": [{ "$ref": "is-staff" }, "on", { "==": [{ "var": "plan" }, "pro"] }, { "fractional": [["on", 10], ["off", 90]] }] }
            },
            "ramp": {
              "flagType": "boolean", "defaultValue": false, "variants": { "on": true, "off": false }, "defaultVariant": "off",
              "targeting": { "if": [{ ">": [{ "var": "$flagd.timestamp" }, 1795420799] }, "on"] }
            },
            "banner": { "flagType": "string", "variants": { "sale": "Été \"30 %\"" } },
            "limit": { "flagType": "integer", "defaultValue": 10, "state": "DISABLED", "variants": { "a": 1 }, "defaultVariant": "a" },
            "broken": { "flagType": "boolean", "defaultValue": true, "variants": { "on": true }, "targeting": { "if": [true, "onn"] } },
            "price": {
              "flagType": "float", "defaultValue": 49.90, "variants": { "low": 5.0, "high": 9.90 }, "defaultVariant": "high",
              "targeting": { "if": [{ "and": [{ ">": [{ "var": "orders" }, 9] }, { "in": ["beta", { "var": "groups" }] }, { ">": [{ "var": "user.score" }, 1] }, { "var": "beta" }, { "==": [{ "var": "cart.size" }, 2] }] }, "low"] }
            },
            "plain": { "flagType": "boolean", "defaultValue": false }
          },
          "retired": { "old-banner": "2026-05-01" }
        }
        """;

    private readonly ToolRun tool = new ToolRun().With("flags.json", Manifest);

    public void Dispose() => this.tool.Dispose();

    [Fact]
    public void Eval_RuleWithEvaluator_SaysAllThatItLookedAt()
    {
        Assert.Equal(ExitCode.Fine, this.tool.Run("eval", "--context", "email=ada@shop.example", "checkout", "--context", "orders=3"));

        Assert.Equal(
            """
            value      true
            variant    on
            reason     TARGETING_MATCH: the rule chose this variant
            rule       if is-staff: on; else if plan is "pro": 10 % on, 90 % off by targetingKey; otherwise off
            where      is-staff: email ends with "@shop.example"
            given      email = "ada@shop.example"
            given      orders = 3, which the rule does not read
            not given  plan, which the rule reads
            not given  targetingKey, which the rule reads

            """,
            this.tool.Output);
        Assert.Empty(this.tool.Error);
    }

    // murmur3("checkout12") is in bucket 4 of 100, murmur3("checkoutuser-1") in bucket 72.
    [Theory]
    [InlineData("12", "true", "on")]
    [InlineData("user-1", "false", "off")]
    public void Eval_RolloutWithTargetingKey_IsInItsBucket(string targetingKey, string value, string variant)
    {
        this.tool.Run("eval", "checkout", "--context=plan=pro", "--context", $"targetingKey={targetingKey}");

        Assert.Equal(
            $"""
            value      {value}
            variant    {variant}
            reason     TARGETING_MATCH: the rule chose this variant
            rule       if is-staff: on; else if plan is "pro": 10 % on, 90 % off by targetingKey; otherwise off
            where      is-staff: email ends with "@shop.example"
            given      plan = "pro"
            given      targetingKey = "{targetingKey}"
            not given  email, which the rule reads

            """,
            this.tool.Output);
    }

    [Fact]
    public void Eval_DeclaredTypes_AreRead()
    {
        Assert.Equal(ExitCode.Fine, this.tool.Run("eval", "price", "--context", "orders=10", "--context", "groups=beta, internal", "--context", "user.score=1.5", "--context", "beta=true", "--context", "cart={\"size\": 2}"));

        Assert.Equal(
            """
            value      5.0
            variant    low
            reason     TARGETING_MATCH: the rule chose this variant
            rule       if orders > 9 and groups contains "beta" and user.score > 1 and beta and cart.size is 2: low; otherwise high
            given      orders = 10
            given      groups = ["beta", "internal"]
            given      user.score = 1.5
            given      beta = true
            given      cart = {"size": 2}

            """,
            this.tool.Output);
    }

    [Fact]
    public void Eval_RuleThatReadsTheTime_SaysTheTime()
    {
        this.tool.Run("eval", "ramp");
        Assert.Equal(
            """
            value      true
            variant    on
            reason     TARGETING_MATCH: the rule chose this variant
            rule       if the time > 1795420799: on; otherwise off
            time       1795420800 (2026-11-23 08:00:00 UTC), which the rule reads

            """,
            this.tool.Output);

        this.tool.Run("eval", "ramp", "--now", "1795420799");
        Assert.Equal(
            """
            value      false
            variant    off
            reason     DEFAULT: the rule left it to the defaultVariant
            rule       if the time > 1795420799: on; otherwise off
            time       1795420799 (2026-11-23 07:59:59 UTC), which the rule reads

            """,
            this.tool.Output);
    }

    [Fact]
    public void Eval_Disabled_AnswersTheDefault()
    {
        Assert.Equal(ExitCode.Fine, this.tool.Run("eval", "limit"));

        Assert.Equal(
            """
            value      10
            variant    none: the default is answered
            reason     DISABLED: the flag is DISABLED; everybody gets the default
            rule       disabled: always the default

            """,
            this.tool.Output);
    }

    [Fact]
    public void Eval_NoDefaultAnywhere_SaysSo()
    {
        this.tool.Run("eval", "banner");

        Assert.Equal(
            """
            value      none: the manifest gives no "defaultValue"
            variant    none: the default is answered
            reason     DEFAULT: the flag has neither a rule nor a defaultVariant; everybody gets the default
            rule       always the default

            """,
            this.tool.Output);
    }

    [Fact]
    public void Eval_RuleNamesNoVariant_IsAFinding()
    {
        Assert.Equal(ExitCode.Findings, this.tool.Run("eval", "broken"));

        Assert.Equal(
            """
            value      true
            variant    none: the default is answered
            reason     ERROR
            error      GENERAL: The targeting rule of 'broken' gave a name that none of its variants has.
            rule       if true: onn; otherwise the default

            """,
            this.tool.Output);
    }

    [Fact]
    public void Eval_ShortForm_HasOnlyItsDefault()
    {
        this.tool.Run("eval", "plain");

        Assert.StartsWith("value      false\nvariant    none: the default is answered\nreason     STATIC: the flag has nothing but its default\n", this.tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Eval_TextBeyondAscii_IsReadable()
    {
        this.tool.With("flags.json", """{ "flags": { "f": { "variants": { "a": "Été \"😀\" \u202e\u0007\ud800" }, "defaultVariant": "a" } } }""");
        this.tool.Run("eval", "f");

        Assert.StartsWith("value      \"Été \\\"😀\\\" \\u202e\\u0007\\ud800\"\n", this.tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Eval_ControlCharactersInNames_DoNotReachTheTerminal()
    {
        this.tool.With("flags.json", """{ "flags": { "f": { "variants": { "a\u001b[2J": true }, "defaultVariant": "a\u001b[2J" } } }""");
        this.tool.Run("eval", "f");

        Assert.Contains("\nvariant    a\ufffd[2J\n", this.tool.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', this.tool.Output);
    }

    [Theory]
    [InlineData("""{ "missing": ["a", "b"] }""", "a, b")]
    [InlineData("""{ "missing_some": [1, ["a", "b.c"]] }""", "a, b.c")]
    [InlineData("""{ "some": [{ "var": "list" }, { "==": [{ "var": "name" }, "x"] }] }""", "list")]
    [InlineData("""{ "==": [{ "var": ["a", { "var": "b" }] }, { "var": "$flagd.flagKey" }] }""", "a, b")]
    [InlineData("""{ "fractional": [{ "cat": [{ "var": "$flagd.flagKey" }, { "var": "email" }] }, ["on", 1]] }""", "email")]
    [InlineData("""{ "$ref": "loop" }""", "a")]
    public void Eval_Rule_SaysWhichAttributesItReads(string rule, string attributes)
    {
        this.tool.With(
            "flags.json",
            $$"""{ "$evaluators": { "loop": { "and": [{ "var": "a" }, { "$ref": "loop" }] } }, "flags": { "f": { "variants": { "on": true }, "defaultVariant": "on", "targeting": { "if": [{{rule}}, "on"] } } } }""");
        this.tool.Run("eval", "f", "--json");

        using JsonDocument json = JsonDocument.Parse(this.tool.Output);
        Assert.Equal(attributes, string.Join(", ", json.RootElement.GetProperty("reads").EnumerateArray()));
    }

    [Theory]
    [InlineData("plann=pro", "The attribute 'plann' is not declared in \"context\". Did you mean 'plan'?")]
    [InlineData("targetingkey=1", "The attribute 'targetingkey' is not declared in \"context\". Did you mean 'targetingKey'?")]
    [InlineData("plan=por", "'por' is not one of the values of 'plan', which are 'free' or 'pro'. Did you mean 'pro'?")]
    [InlineData("appVersion=new", "'new' is no version such as 2.4.0, which 'appVersion' is declared to be.")]
    public void Eval_OddAttribute_IsNoted(string attribute, string note)
    {
        Assert.Equal(ExitCode.Fine, this.tool.Run("eval", "plain", "--context", attribute));

        Assert.EndsWith($"\nnote       {note}\n", this.tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan=pro")]
    [InlineData("appVersion=2.4.0")]
    [InlineData("user={\"score\":1}")]
    [InlineData("cart.size=2")]
    [InlineData("targetingKey=")]
    public void Eval_KnownAttribute_IsNotNoted(string attribute)
    {
        this.tool.Run("eval", "plain", "--context", attribute);

        Assert.DoesNotContain("note", this.tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n=5", "5")]
    [InlineData("n=-1.50", "-1.50")]
    [InlineData("n=true", "true")]
    [InlineData("n=[1, \"a\"]", "[1, \"a\"]")]
    [InlineData("n={\"a\":1}", "{\"a\": 1}")]
    [InlineData("n=null", "\"null\"")]
    [InlineData("n=2.4.0", "\"2.4.0\"")]
    [InlineData("n=1e999", "\"1e999\"")]
    [InlineData("n=a=b", "\"a=b\"")]
    [InlineData("n=", "\"\"")]
    [InlineData("n={broken", "\"{broken\"")]
    public void Eval_ManifestWithoutContext_TakesValuesForWhatTheyLookLike(string attribute, string shown)
    {
        this.tool.With("flags.json", """{ "flags": { "f": { "variants": { "a": true, "b": false }, "defaultVariant": "a", "targeting": { "if": [{ "var": "n" }, "b"] } } } }""");
        this.tool.Run("eval", "f", "--context", attribute);

        Assert.EndsWith($"\ngiven      n = {shown}\n", this.tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Eval_ManifestWithoutContext_NotesWhatNoRuleReads()
    {
        this.tool.With("flags.json", """{ "flags": { "f": { "variants": { "a": true }, "defaultVariant": "a", "targeting": { "if": [{ "var": "plan" }, "a"] } } } }""");
        this.tool.Run("eval", "f", "--context", "plna=5");

        Assert.EndsWith("\nnote       No rule reads an attribute 'plna'. Did you mean 'plan'?\n", this.tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("orders=many", "The attribute 'orders' is a number such as 12 or 0.5; found 'many'.")]
    [InlineData("orders=1e999", "The attribute 'orders' is a number such as 12 or 0.5; found '1e999'.")]
    [InlineData("beta=yes", "The attribute 'beta' is true or false; found 'yes'.")]
    [InlineData("groups=[1]", "The attribute 'groups' is texts with commas between them, or a JSON array of texts such as [\"beta\"]; found '[1]'.")]
    [InlineData("cart=full", "The attribute 'cart' is JSON such as {\"score\": 5}; found 'full'.")]
    [InlineData("plan", "--context takes NAME=VALUE, such as plan=pro; found 'plan'.")]
    [InlineData("=pro", "--context takes NAME=VALUE, such as plan=pro; found '=pro'.")]
    public void Eval_WrongAttribute_IsRefused(string attribute, string message)
    {
        Assert.Equal(ExitCode.CouldNotRun, this.tool.Run("eval", "plain", "--context", attribute));

        Assert.Equal($"{message}\nSee dotnet flags eval --help.\n", this.tool.Error);
        Assert.Empty(this.tool.Output);
    }

    [Theory]
    [InlineData("chekout", "flags.json has no flag 'chekout' (FLAG_NOT_FOUND). Did you mean 'checkout'?\n")]
    [InlineData("old-banner", "flags.json has no flag 'old-banner' (FLAG_NOT_FOUND). It was retired on 2026-05-01.\n")]
    [InlineData("@zzzzzz", "flags.json has no flag '@zzzzzz' (FLAG_NOT_FOUND).\n")]
    public void Eval_UnknownKey_IsAFinding(string key, string message)
    {
        Assert.Equal(ExitCode.Findings, this.tool.Run("eval", key));

        Assert.Equal(message, this.tool.Error);
        Assert.Empty(this.tool.Output);
    }

    [Fact]
    public void Eval_Json_IsOneObject()
    {
        Assert.Equal(ExitCode.Fine, this.tool.Run("eval", "checkout", "--json", "--context", "email=a@b", "--context", "x=1"));

        using JsonDocument json = JsonDocument.Parse(Assert.Single(this.tool.Lines));
        Assert.Equal(
            """{"key":"checkout","value":false,"variant":"off","reason":"DEFAULT","errorCode":null,"error":null,"rule":"if is-staff: on; else if plan is \"pro\": 10 % on, 90 % off by targetingKey; otherwise off","evaluators":{"is-staff":"email ends with \"@shop.example\""},"given":{"email":"a@b","x":1},"reads":["email","plan","targetingKey"],"notGiven":["plan","targetingKey"],"now":1795420800,"manifest":"flags.json","notes":["The attribute 'x' is not declared in \"context\"."]}""",
            json.RootElement.GetRawText());
    }

    [Fact]
    public void Eval_JsonOfUnknownKey_IsOneObject()
    {
        Assert.Equal(ExitCode.Findings, this.tool.Run("eval", "chekout", "--json"));

        Assert.StartsWith(
            """{"key":"chekout","value":null,"variant":null,"reason":"ERROR","errorCode":"FLAG_NOT_FOUND","error":"flags.json has no flag 'chekout' (FLAG_NOT_FOUND). Did you mean 'checkout'?",""",
            this.tool.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Eval_ManifestAbove_IsFoundAndNamed()
    {
        this.tool.With("src/Shop/a.txt", "").With(".git", "gitdir: elsewhere").Folder = this.tool.PathOf("src/Shop");

        Assert.Equal(ExitCode.Fine, this.tool.Run("eval", "plain"));
        Assert.EndsWith("\nmanifest   ../../flags.json\n", this.tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".git/HEAD")]
    [InlineData(".git")]
    public void Eval_ManifestAboveTheRepository_IsNotFound(string git)
    {
        this.tool.With($"src/{git}", "").With("src/Shop/a.txt", "").Folder = this.tool.PathOf("src/Shop");

        Assert.Equal(ExitCode.CouldNotRun, this.tool.Run("eval", "plain"));
        Assert.Equal("There is no flags.json here or above, up to the root of the repository. Name one with --manifest.\n", this.tool.Error);
    }

    [Fact]
    public void Eval_NamedManifest_IsTaken()
    {
        this.tool.With("other/my.json", """{ "flags": { "other": { "flagType": "boolean", "defaultValue": true } } }""");

        Assert.Equal(ExitCode.Fine, this.tool.Run("eval", "other", "--manifest", "other/my.json"));
        Assert.EndsWith("\nmanifest   other/my.json\n", this.tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"flags\": {,}\n}", "flags.json(2,13): Expected a member, found ','.\n")]
    [InlineData("{ \"flags\": {\n\"f\": { \"variants\": { \"on\": true }, \"defaultVariant\": \"onn\" } } }", "flags.json(2,54): The flag has no variant 'onn'. Its variants are 'on'. Did you mean 'on'?\n")]
    public void Eval_ManifestThatCannotBeRead_SaysWhere(string manifest, string message)
    {
        this.tool.With("flags.json", manifest);

        Assert.Equal(ExitCode.CouldNotRun, this.tool.Run("eval", "f"));
        Assert.Equal(message, this.tool.Error);
    }

    [Theory]
    [InlineData("nope.json", "There is no file nope.json.\n")]
    [InlineData("no/nope.json", "There is no file no/nope.json.\n")]
    [InlineData(".", ". is a folder. Name the file in it.\n")]
    public void Eval_NoSuchManifest_IsRefused(string path, string message)
    {
        Assert.Equal(ExitCode.CouldNotRun, this.tool.Run("eval", "f", "--manifest", path));
        Assert.Equal(message, this.tool.Error);
    }

    [Theory]
    [InlineData("Which flag? Give its key, or --jsonl to read requests from standard input.", "eval")]
    [InlineData("--now takes whole seconds since 1970 (UTC), such as 1794787200; found 'soon'.", "eval", "plain", "--now", "soon")]
    [InlineData("--now takes whole seconds since 1970 (UTC), such as 1794787200; found '1e3'.", "eval", "plain", "--now", "1e3")]
    [InlineData("With --jsonl all comes from the lines of standard input: leave out the key and the other options.", "eval", "plain", "--jsonl")]
    [InlineData("With --jsonl all comes from the lines of standard input: leave out the key and the other options.", "eval", "--jsonl", "--now", "5")]
    [InlineData("The attribute 'plan' is given twice.", "eval", "plain", "--context", "plan=pro", "--context", "plan=free")]
    [InlineData("Unrecognized command or argument '--manifset'.\nUnrecognized command or argument 'x'.", "eval", "plain", "--manifset", "x")]
    public void Eval_WrongArguments_AreRefused(string message, params string[] arguments)
    {
        Assert.Equal(ExitCode.CouldNotRun, this.tool.Run(arguments));

        Assert.Equal($"{message}\nSee dotnet flags eval --help.\n", this.tool.Error);
        Assert.Empty(this.tool.Output);
    }
}
