using FlagAnalyzers.Evaluation;
using FlagAnalyzers.Flags;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Snapshots;

public sealed class FlagSnapshotTests
{
    [Fact]
    public void Keys_Manifest_AreThoseOfItsFlagsInOrder()
    {
        FlagSnapshot snapshot = FlagSnapshot.Parse("""{ "flags": { "z": { "flagType": "boolean", "defaultValue": true }, "a": { "flagType": "boolean", "defaultValue": true } } }""");

        Assert.Equal(["z", "a"], snapshot.Keys);
        Assert.Empty(FlagSnapshot.Parse("{}").Keys);
    }

    [Theory]
    [InlineData("", "flags.json(1,1): ")]
    [InlineData("{\n  \"flags\": {\n    \"a\": tru\n  }\n}", "flags.json(3,10): ")]
    [InlineData("[]", "flags.json(1,1): ")]
    [InlineData("{\n  \"flags\": { \"a\": { \"variants\": { \"on\": true },\n    \"defaultVariant\": \"of\" } } }", "flags.json(3,23): ")]
    public void Parse_NotLoadable_TellsWhere(string manifest, string place)
    {
        FormatException exception = Assert.Throws<FormatException>(() => FlagSnapshot.Parse(manifest));

        Assert.StartsWith(place, exception.Message, StringComparison.Ordinal);
        Assert.False(FlagSnapshot.TryParse(manifest, out FlagSnapshot? snapshot, out string? error));
        Assert.Null(snapshot);
        Assert.Equal(exception.Message, error);
    }

    [Theory]
    [InlineData("""{ "flags": { "a": { "variants": { "on": 1 }, "defaultVariant": "of" }, "a": { "variants": { "on": 1 }, "defaultVariant": "on" } } }""", "flags.json(1,64): The flag has no variant 'of'. Its variants are 'on'.")]
    [InlineData("""{ "flags": { "a": { "variants": { "on": 1, "off": 2, "on": 3 }, "defaultVariant": "x" } } }""", "flags.json(1,83): The flag has no variant 'x'. Its variants are 'on' or 'off'.")]
    [InlineData("""{ "flags": { "a": { "variants": { "on": 1 }, "defaultVariant": "on", "variants": [] } } }""", "flags.json(1,64): The flag has no variant 'on'. Its variants are .")]
    [InlineData("""{ "flags": { "a": { "variants": { "1.0": 1 }, "defaultVariant": 1 } } }""", "flags.json(1,65): The flag has no variant '1'.")]
    [InlineData("""{ "flags": [] }""", "flags.json(1,12): \"flags\" is an object of keys and flags; found an array.")]
    [InlineData("""{ "flags": { "a": { "variants": { "on": 1 }, "defaultVariant": "of" } }, }]""", "flags.json(1,75): Expected the end of the file")]
    public void TryParse_Refused_TellsTheFirstReason(string manifest, string reason)
    {
        Assert.False(FlagSnapshot.TryParse(manifest, out _, out string? error));

        Assert.StartsWith(reason, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "flags": { "f": { "variants": { "on": true }, "defaultVariant": "\u006fn" } } }""")]
    [InlineData("""{ "flags": { "f": { "variants": { "\u006fn": true }, "defaultVariant": "on" } } }""")]
    [InlineData("""{ "flags": { "f": { "variants": { "of": false }, "defaultVariant": "of" }, "\u0066": { "variants": { "on": true }, "defaultVariant": "on" } } }""")]
    [InlineData("""{ "flags": { "": { "defaultVariant": "x" }, "f": { "variants": { "on": true }, "defaultVariant": "on" }, "f": 5 } }""")]
    [InlineData("""{ "flags": 5, "flags": { "f": { "defaultVariant": "x", "variants": { "on": true }, "defaultVariant": "on" } } }""")]
    public void TryParse_RepeatedOrEscapedNames_LastFlagWins(string manifest)
    {
        Assert.True(FlagSnapshot.TryParse(manifest, out FlagSnapshot? snapshot, out string? error), error);

        Assert.Equal(["f"], snapshot.Keys);
        Assert.Equal("on", snapshot.Evaluate("f", FlagType.Boolean, null, new EvaluationContext(), 0).Variant);
    }

    [Fact]
    public void Parse_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => FlagSnapshot.Parse(null!));
        Assert.False(FlagSnapshot.TryParse(null, out _, out string? error));
        Assert.NotNull(error);
    }

    [Theory]
    [InlineData("""{ "sections": 1, "$schema": "x", "flags": { "f": { "variants": { "on": true }, "defaultVariant": "on", "more": [] } } }""")]
    [InlineData("""{ "flags": { "f": { "flagType": "colour", "state": "MAYBE", "variants": { "on": true, "x": 1 }, "defaultVariant": "on", "metadata": { "a": [] } } } }""")]
    [InlineData("""{ "flags": { "f": { "variants": { "on": true }, "defaultVariant": "on", "targeting": {} } }, "$evaluators": 5 }""")]
    [InlineData("""{ "flags": { "f": { "variants": { "on": true, }, "defaultVariant": "on" /* comment */ } } }""")]
    public void TryParse_OddButLoadable_IsTaken(string manifest)
    {
        Assert.True(FlagSnapshot.TryParse(manifest, out FlagSnapshot? snapshot, out string? error), error);
        JsonEvaluation evaluation = snapshot.Evaluate("f", FlagType.Boolean, JsonValue.False, new EvaluationContext(), 0);

        Assert.Null(error);
        Assert.Equal((JsonValue.True, "on", EvaluationReason.Static), (evaluation.Value, evaluation.Variant, evaluation.Reason));
    }

    [Theory]
    [InlineData("3", FlagType.Integer, true)]
    [InlineData("10.0", FlagType.Integer, true)]
    [InlineData("1e3", FlagType.Integer, true)]
    [InlineData("9007199254740991", FlagType.Integer, true)]
    [InlineData("-9007199254740991", FlagType.Integer, true)]
    [InlineData("9007199254740992", FlagType.Integer, false)]
    [InlineData("3.14", FlagType.Integer, false)]
    [InlineData("3.14", FlagType.Float, true)]
    [InlineData("3", FlagType.Float, true)]
    [InlineData("1e999", FlagType.Float, false)]
    [InlineData("\"3\"", FlagType.Float, false)]
    [InlineData("\"3\"", FlagType.String, true)]
    [InlineData("true", FlagType.Boolean, true)]
    [InlineData("1", FlagType.Boolean, false)]
    [InlineData("{}", FlagType.Object, true)]
    [InlineData("[]", FlagType.Object, false)]
    [InlineData("null", FlagType.Object, false)]
    internal void Evaluate_Value_FitsTheTypeOrIsAMismatch(string value, FlagType type, bool fits)
    {
        FlagSnapshot snapshot = FlagSnapshot.Parse($$"""{ "flags": { "f": { "variants": { "a": {{value}} }, "defaultVariant": "a" } } }""");
        JsonEvaluation evaluation = snapshot.Evaluate("f", type, JsonValue.StringFrom("code"), new EvaluationContext(), 0);

        Assert.Equal(fits ? null : EvaluationErrorCode.TypeMismatch, evaluation.ErrorCode);
        Assert.Equal(fits ? "a" : null, evaluation.Variant);
        Assert.Equal(!fits, JsonValue.StringFrom("code").Equals(evaluation.Value));
    }

    [Theory]
    [InlineData("a\"b", "a\\b")]
    [InlineData("a\\b", "a\\\\b")]
    [InlineData("<&>", "\\u003c\\u0026\\u003e")]
    [InlineData("\b\f\n\r\t\u0001\u2028", "\\b\\f\\n\\r\\t\\u0001\\u2028")]
    [InlineData("é😀\u007f", "é😀\u007f")]
    public void VariantText_Text_IsItsGoJsonWithoutQuotationMarks(string text, string expected) => Assert.Equal(expected, VariantText.Of(text));

    [Fact]
    public void Evaluate_VariantWithAQuotationMark_CannotBeReachedByItsName()
    {
        FlagSnapshot snapshot = FlagSnapshot.Parse("""{ "flags": { "f": { "variants": { "a\"b": 1, "a\\b": 2 }, "defaultVariant": "a\"b", "targeting": "a\"b" } } }""");

        Assert.Equal("a\\b", snapshot.Evaluate("f", FlagType.Integer, null, new EvaluationContext(), 0).Variant);
    }

    [Fact]
    public void Evaluate_ManifestOfTheShop_HasTheWholeOutcomeOfEachFlag()
    {
        FlagSnapshot snapshot = FlagSnapshot.Parse(Shop.Manifest);

        Assert.All(snapshot.Keys, key => Assert.NotEqual(EvaluationErrorCode.FlagNotFound, snapshot.Evaluate(key, FlagType.Boolean, null, new EvaluationContext(), Rules.Now).ErrorCode));
    }
}
