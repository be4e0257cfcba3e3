namespace FlagAnalyzers.Flags;

public sealed class FlagSetTests
{
    private static readonly ShopContext Staff = new("user-1") { Email = "ann@corp.example", Plan = "enterprise", AppVersion = "2.5.0", Age = 30 };
    private static readonly ShopContext Nobody = new();

    [Fact]
    public void Accessors_RuleMatches_AnswerItsVariant()
    {
        ShopFlags flags = Shop.For(Staff);

        Assert.True(flags.NewCheckout);
        Assert.Equal("Hi", flags.Greeting);
        Assert.Equal(2048, flags.MaxUploadMb);
        Assert.Equal(1.0, flags.SampleRate);
        Assert.Equal("vector", flags.SearchSettings!.Engine);
        Assert.Equal(10, flags.SearchSettings.PageSize);
    }

    [Fact]
    public void Accessors_EmptyContext_AnswerTheDefaultVariant()
    {
        ShopFlags flags = Shop.For(Nobody);

        Assert.False(flags.NewCheckout);
        Assert.Equal("Good day", flags.Greeting);
        Assert.Equal(25, flags.MaxUploadMb);
        Assert.Equal(0.01, flags.SampleRate);
        Assert.Equal("classic", flags.SearchSettings!.Engine);
    }

    [Fact]
    public void ReadChoice_Rollout_AnswersEachMember()
    {
        HashSet<ShopFlags.BuyButtonVariant> seen = [.. Enumerable.Range(0, 100).Select(i => Shop.For(new ShopContext { Email = $"user-{i}@example.org" }).BuyButton)];

        Assert.Equal(3, seen.Count);
    }

    [Fact]
    public void ReadChoice_ValueThatTheEnumerationLacks_AnswersTheCodeDefault()
    {
        ShopFlags flags = Shop.With("\"control\": \"control\"", "\"control\": \"blue\"", new ShopContext { Email = "user-2@example.org" });
        FlagEvaluation<ShopFlags.BuyButtonVariant> evaluation = Enumerable.Range(0, 100)
            .Select(i => Shop.With("\"control\": \"control\"", "\"control\": \"blue\"", new ShopContext { Email = $"{i}" }).Evaluate<ShopFlags.BuyButtonVariant>("buy-button"))
            .First(candidate => candidate.ErrorCode is not null);

        Assert.Equal(ShopFlags.BuyButtonVariant.Control, evaluation.Value);
        Assert.Equal(EvaluationErrorCode.TypeMismatch, evaluation.ErrorCode);
        Assert.Null(evaluation.Variant);
        Assert.True(Enum.IsDefined(flags.BuyButton));
    }

    [Fact]
    public void ReadObject_SameVariant_AnswersTheSameFrozenInstance()
    {
        ShopFlags.SearchSettingsValue first = Shop.For(Staff).SearchSettings!;

        Assert.Same(first, Shop.For(Staff).SearchSettings);
        Assert.Same(first, Shop.For(Staff).Evaluate<ShopFlags.SearchSettingsValue>("search-settings").Value);
        Assert.Throws<InvalidOperationException>(() => first.PageSize = 1);
    }

    [Fact]
    public void ReadObject_FlagNotInTheManifest_AnswersOneCodeDefault()
    {
        Assert.Equal(20, Shop.For(Nobody).Gone!.PageSize);
        Assert.Same(Shop.For(Nobody).Gone, Shop.For(Staff).Gone);
        Assert.Equal(EvaluationErrorCode.FlagNotFound, Shop.For(Nobody).Evaluate<ShopFlags.SearchSettingsValue>("gone").ErrorCode);
    }

    [Fact]
    public void ReadObject_ValueThatTheTypeCannotHold_AnswersTheCodeDefault()
    {
        ShopFlags flags = Shop.With("\"pageSize\": 20 }, \"vector\"", "\"pageSize\": \"many\" }, \"vector\"");

        Assert.Equal(20, flags.SearchSettings!.PageSize);
        Assert.Same(flags.SearchSettings, flags.SearchSettings);
        Assert.Equal(EvaluationErrorCode.TypeMismatch, flags.Evaluate<ShopFlags.SearchSettingsValue>("search-settings").ErrorCode);
    }

    [Fact]
    public void ReadInteger_WholeNumberWithPoint_IsAnInteger() => Assert.Equal(100, Shop.For(new ShopContext { Plan = "pro" }).MaxUploadMb);

    [Theory]
    [InlineData("3.14")]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("9007199254740992")]
    [InlineData("1e300")]
    [InlineData("\"25\"")]
    [InlineData("true")]
    [InlineData("null")]
    public void ReadInteger_ValueThatAnIntDoesNotHold_IsATypeMismatch(string value)
    {
        ShopFlags flags = Shop.With("\"small\": 25", $"\"small\": {value}");
        FlagEvaluation<int> evaluation = flags.Evaluate<int>("max-upload-mb");

        Assert.Equal(25, flags.MaxUploadMb);
        Assert.Equal((25, null, EvaluationReason.Error, EvaluationErrorCode.TypeMismatch), (evaluation.Value, evaluation.Variant, evaluation.Reason, evaluation.ErrorCode));
    }

    [Fact]
    public void Evaluate_Rule_TellsHow()
    {
        FlagEvaluation<bool> evaluation = Shop.For(Staff).Evaluate<bool>("new-checkout");

        Assert.True(evaluation.Value);
        Assert.Equal("on", evaluation.Variant);
        Assert.Equal(EvaluationReason.TargetingMatch, evaluation.Reason);
        Assert.Null(evaluation.ErrorCode);
        Assert.Null(evaluation.ErrorMessage);
    }

    [Fact]
    public void Evaluate_Metadata_IsTheSetsReplacedByTheFlags()
    {
        IReadOnlyDictionary<string, object> metadata = Shop.For(Staff).Evaluate<bool>("new-checkout").Metadata;

        Assert.Equal(4, metadata.Count);
        Assert.Equal("checkout", metadata["owner"]);
        Assert.Equal("shop", metadata["flagSetId"]);
        Assert.Equal(3.0, metadata["weight"]);
        Assert.Equal(true, metadata["permanent"]);
        Assert.Equal("platform", Shop.For(Staff).Evaluate<string>("greeting").Metadata["owner"]);
    }

    [Fact]
    public void Evaluate_Disabled_AnswersTheCodeDefault()
    {
        FlagEvaluation<bool> evaluation = Shop.For(Staff).Evaluate<bool>("legacy-export");

        Assert.True(Shop.For(Staff).LegacyExport);
        Assert.Equal((true, null, EvaluationReason.Disabled, null), (evaluation.Value, evaluation.Variant, evaluation.Reason, evaluation.ErrorCode));
    }

    [Fact]
    public void Evaluate_ShortForm_IsStatic()
    {
        FlagEvaluation<int> evaluation = Shop.For(Staff).Evaluate<int>("short");

        Assert.Equal((7, null, EvaluationReason.Static, null), (evaluation.Value, evaluation.Variant, evaluation.Reason, evaluation.ErrorCode));
    }

    [Fact]
    public void Evaluate_OtherTypeThanDeclared_IsATypeMismatch()
    {
        FlagEvaluation<string> evaluation = Shop.For(Staff).Evaluate<string>("new-checkout");

        Assert.Null(evaluation.Value);
        Assert.Null(evaluation.Variant);
        Assert.Equal((EvaluationReason.Error, EvaluationErrorCode.TypeMismatch), (evaluation.Reason, evaluation.ErrorCode));
        Assert.Contains("Boolean", evaluation.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal("x", Shop.For(Staff).Evaluate("new-checkout", "x").Value);
        Assert.Equal(EvaluationErrorCode.TypeMismatch, Shop.For(Staff).Evaluate<double>("max-upload-mb").ErrorCode);
    }

    [Fact]
    public void Evaluate_Object_AnswersAnyType()
    {
        ShopFlags flags = Shop.For(Staff);

        Assert.Equal(true, flags.Evaluate<object>("new-checkout").Value);
        Assert.Equal("Hi", flags.Evaluate<object>("greeting").Value);
        Assert.Same(flags.SearchSettings, flags.Evaluate<object>("search-settings").Value);
        Assert.Equal(true, flags.Evaluate<bool?>("new-checkout").Value);
    }

    [Fact]
    public void Evaluate_Fallback_TakesThePlaceOfTheCodeDefaultOnly()
    {
        ShopFlags flags = Shop.For(Staff);

        Assert.False(flags.Evaluate("legacy-export", false).Value);
        Assert.Equal(EvaluationReason.Disabled, flags.Evaluate("legacy-export", false).Reason);
        Assert.Equal(9, flags.Evaluate("short", 9).Value);
        Assert.Equal(9, flags.Evaluate("nowhere", 9).Value);
        Assert.True(flags.Evaluate("new-checkout", false).Value);
        Assert.Equal("Good day", Shop.For(Nobody).Evaluate("greeting", "Yo").Value);
    }

    [Fact]
    public void Evaluate_KeyThatNobodyKnows_IsNotFound()
    {
        FlagEvaluation<int> evaluation = Shop.For(Staff).Evaluate<int>("nowhere");

        Assert.Equal((0, null, EvaluationReason.Error, EvaluationErrorCode.FlagNotFound), (evaluation.Value, evaluation.Variant, evaluation.Reason, evaluation.ErrorCode));
        Assert.Contains("'nowhere'", evaluation.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal("shop", evaluation.Metadata["flagSetId"]);
        Assert.Equal(EvaluationErrorCode.FlagNotFound, Shop.For(Staff).Evaluate<int>(null!).ErrorCode);
    }

    [Fact]
    public void Evaluate_KeyOfTheLiveManifestOnly_AnswersWhatThatSays()
    {
        ShopFlags flags = Shop.For(Nobody);

        Assert.Equal(5, flags.Evaluate<int>("added-later").Value);
        Assert.Equal(5L, flags.Evaluate<long>("added-later").Value);
        Assert.Equal(5.0, flags.Evaluate<double>("added-later").Value);
        Assert.Equal(5, flags.Evaluate<object>("added-later").Value);
        Assert.Equal((3, EvaluationReason.Default), (Shop.With("\"defaultVariant\": \"a\", \"targeting\"", "\"targeting\"").Evaluate<int>("added-later").Value, EvaluationReason.Default));
        Assert.Equal(EvaluationErrorCode.TypeMismatch, flags.Evaluate<bool>("added-later").ErrorCode);
        Assert.Equal(EvaluationErrorCode.TypeMismatch, flags.Evaluate<Guid>("added-later").ErrorCode);
        Assert.Equal(("live", EvaluationReason.Static), (flags.Evaluate<string>("added-short").Value, flags.Evaluate<string>("added-short").Reason));
        Assert.Equal("mine", flags.Evaluate("added-short", "mine").Value);
        IReadOnlyDictionary<string, object?> value = flags.Evaluate<IReadOnlyDictionary<string, object?>>("added-object").Value;
        Assert.Equal(1, value["n"]);
        Assert.Equal(["x", 2.5, null], Assert.IsAssignableFrom<IReadOnlyList<object?>>(value["list"]));
    }

    [Fact]
    public void Evaluate_UndeclaredIntegerBeyondInt_IsReadAsLongOnly()
    {
        ShopContext context = new() { ["big"] = true };

        Assert.Equal(EvaluationErrorCode.TypeMismatch, Shop.For(context).Evaluate<int>("added-later").ErrorCode);
        Assert.Equal(3, Shop.For(context).Evaluate<int>("added-later").Value);
        Assert.Equal(6_000_000_000L, Shop.For(context).Evaluate<long>("added-later").Value);
        Assert.Equal(6_000_000_000L, Shop.For(context).Evaluate<object>("added-later").Value);
    }

    [Fact]
    public void EvaluateAll_NoKeys_AnswersAllThatAreDeclared()
    {
        IReadOnlyDictionary<string, object?> all = Shop.For(Staff).EvaluateAll();

        Assert.Equal(10, all.Count);
        Assert.Equal(true, all["new-checkout"]);
        Assert.Equal(2048, all["max-upload-mb"]);
        Assert.IsType<ShopFlags.BuyButtonVariant>(all["buy-button"]);
        Assert.IsType<ShopFlags.SearchSettingsValue>(all["gone"]);
    }

    [Fact]
    public void EvaluateAll_Keys_LeavesOutThoseThatNobodyKnows() =>
        Assert.Equal(["greeting", "added-later", "gone"], Shop.For(Staff).EvaluateAll(["greeting", "added-later", "nowhere", null!, "gone"]).Keys);

    [Fact]
    public void Fixed_Values_AreAnsweredByAll()
    {
        ShopFlags flags = ShopFlags.Fixed(new ShopFlags.Values { NewCheckout = true, Greeting = "Yo" });
        FlagEvaluation<bool> evaluation = flags.Evaluate("new-checkout", false);

        Assert.True(flags.NewCheckout);
        Assert.Equal("Yo", flags.Greeting);
        Assert.Equal(25, flags.MaxUploadMb);
        Assert.Equal((true, null, EvaluationReason.Static, null), (evaluation.Value, evaluation.Variant, evaluation.Reason, evaluation.ErrorCode));
        Assert.Empty(evaluation.Metadata);
        Assert.Equal(EvaluationErrorCode.FlagNotFound, flags.Evaluate<int>("added-later").ErrorCode);
        Assert.Equal("Yo", flags.EvaluateAll(["greeting"])["greeting"]);
        flags.SearchSettings!.PageSize = 3;
        Assert.Equal(3, flags.SearchSettings.PageSize);
    }

    [Fact]
    public void Constructor_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => new ShopFlags(null!, new ShopContext()));
        Assert.Throws<ArgumentNullException>(() => new ShopFlags(Shop.Store, null!));
    }

    [Fact]
    public void Accessors_TimeBasedRule_ReadTheClockOnceForTheSet()
    {
        StoppedClock clock = new(1_700_000_000);
        FlagStore store = new(FlagSnapshot.Parse(Shop.Manifest), clock);
        ShopContext context = new("user-1");
        ShopFlags before = new(store, context);
        clock.Seconds = 1_800_000_000;
        ShopFlags after = new(store, context);

        Assert.False(before.Ramp);
        Assert.True(after.Ramp);
        Assert.False(before.Ramp);
        Assert.Equal(2, clock.Readings);
    }
}
