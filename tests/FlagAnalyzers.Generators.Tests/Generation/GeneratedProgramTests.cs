using FlagAnalyzers.Generators.Tests.Generation.Harness;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation;

/// <summary>Generated flags with the real runtime: what a program reads.</summary>
public sealed class GeneratedProgramTests
{
    private const string Settings = """
        {
          "flags": {
            "settings": {
              "flagType": "object",
              "defaultValue": { "engine": "classic", "pageSize": 20, "tags": ["a"], "ranking": { "boost": 1.5, "rules": [{ "field": "title", "weight": 2 }] }, "mixed": [1, "two", null, { "x": 1.5 }] },
              "variants": {
                "small": { "engine": "vector", "pageSize": 10, "rerank": true, "tags": [], "ranking": { "boost": 2, "rules": [{ "field": "body" }] }, "mixed": [] }
              },
              "defaultVariant": "small"
            },
            "off": { "flagType": "object", "state": "DISABLED", "defaultValue": { "n": 1, "inner": { "m": 2 }, "list": [{ "q": 3 }] }, "variants": { "a": { "n": 2, "inner": { "m": 3 }, "list": [] } }, "defaultVariant": "a" },
            "none": { "flagType": "object", "variants": { "a": { "x": 1 } } }
          }
        }
        """;

    [Fact]
    public void Fixed_CombinationAndOthers_LeavesTheOthersAsTheyAre() => Assert.Equal(
        "True 7; False 7; False; True",
        GeneratedProgram.Run(Example, """
            var others = new Flags.Values { MaxUploadMb = 7 };
            foreach (object[] row in FlagAnalyzers.Testing.FlagCombinations.AllOnAndAllOff("new-checkout"))
            {
                Flags flags = Flags.Fixed((FlagAnalyzers.Testing.FlagCombination)row[0], others);
                seen.Add($"{flags.NewCheckout} {flags.MaxUploadMb}");
            }

            seen.Add(others.NewCheckout);
            seen.Add(Flags.Fixed(new() { NewCheckout = true }).NewCheckout);
            """));

    [Fact]
    public void Fixed_Combination_SetsItsFlagsAndLeavesTheOthers() => Assert.Equal(
        "True True 25; True False 25; False True 25; False False 25",
        GeneratedProgram.Run(Example, """
            foreach (object[] row in FlagAnalyzers.Testing.FlagCombinations.Of(Flags.Keys.NewCheckout, Flags.Keys.LegacyExport))
            {
                Flags flags = Flags.Fixed((FlagAnalyzers.Testing.FlagCombination)row[0]);
                seen.Insert(0, $"{flags.NewCheckout} {flags.LegacyExport} {flags.MaxUploadMb}");
            }

            seen = seen.OrderByDescending(row => (string)row!, StringComparer.Ordinal).ToList();
            """));

    [Theory]
    [InlineData("no-such-flag", "There is no flag 'no-such-flag'.")]
    [InlineData("buy-button", "The flag 'buy-button' is not boolean, so it is neither on nor off. Set its property.")]
    public void Set_NoBooleanFlag_SaysSo(string key, string expected) => Assert.StartsWith(
        expected,
        GeneratedProgram.Run(Example, $$"""
            try
            {
                new Flags.Values().Set("new-checkout", true).Set("{{key}}", true);
            }
            catch (ArgumentException exception)
            {
                seen.Add(exception.Message);
            }
            """),
        StringComparison.Ordinal);

    [Fact]
    public void CreateStore_Store_IsOneOfItsOwn() => Assert.Equal(
        "True; False; False",
        GeneratedProgram.Run(Example, """
            FlagStore store = Flags.CreateStore();
            using (store.Override(Flags.Keys.NewCheckout, true))
            {
                seen.Add(new Flags(store, new FlagContext()).NewCheckout);
                seen.Add(Flags.For(new FlagContext()).NewCheckout);
                seen.Add(new Flags(Flags.CreateStore(), new FlagContext()).NewCheckout);
            }
            """));

    private static string Example => ManifestFiles.Read("example");

    [Fact]
    public void Read_Example_AnswersByContext() => Assert.Equal(
        "True; large; True; 2048; vector; 10; True; sticky; True; classic; null",
        GeneratedProgram.Run(Example, """
            var staff = Flags.For(new FlagContext("user-1") { Email = "ann@corp.example", Plan = "enterprise", AppVersion = "2.5.0" });
            seen.Add(staff.NewCheckout);
            seen.Add(staff.Evaluate<int>("max-upload-mb").Variant);
            seen.Add(staff.BetaDashboard);
            seen.Add(staff.MaxUploadMb);
            seen.Add(staff.SearchSettings.Engine);
            seen.Add(staff.SearchSettings.PageSize);
            seen.Add(staff.SearchSettings.Rerank);
            var nobody = new Flags(Flags.Store, new FlagContext());
            seen.Add(nobody.BuyButton);
            seen.Add(nobody.LegacyExport);
            seen.Add(nobody.SearchSettings.Engine);
            seen.Add(nobody.SearchSettings.Rerank);
            """));

    [Fact]
    public void Evaluate_ByKey_TellsVariantReasonAndError() => Assert.Equal(
        "25; small; DEFAULT; null; 7; 0; TYPE_MISMATCH; ERROR; FLAG_NOT_FOUND; True; DISABLED; 9; SHOP-1204",
        GeneratedProgram.Run(Example, """
            var flags = Flags.For(new FlagContext("user-1"));
            var upload = flags.Evaluate<int>(Flags.Keys.MaxUploadMb);
            seen.Add(upload.Value); seen.Add(upload.Variant); seen.Add(upload.Reason); seen.Add(upload.ErrorCode);
            seen.Add(flags.Evaluate<int>("no-such-flag", 7).Value);
            seen.Add(flags.Evaluate<double>(Flags.Keys.MaxUploadMb).Value); seen.Add(flags.Evaluate<double>(Flags.Keys.MaxUploadMb).ErrorCode);
            seen.Add(flags.Evaluate<bool>("no-such-flag").Reason); seen.Add(flags.Evaluate<bool>("no-such-flag").ErrorCode);
            seen.Add(flags.Evaluate<bool>(Flags.Keys.LegacyExport).Value); seen.Add(flags.Evaluate<bool>(Flags.Keys.LegacyExport).Reason);
            seen.Add(flags.Evaluate<long>("no-such-flag", 9).Value);
            seen.Add(flags.Evaluate<bool>(Flags.Keys.NewCheckout).Metadata["issue"]);
            """));

    [Fact]
    public void EvaluateAll_ListsEveryFlag() => Assert.Equal(
        "beta-dashboard=False; buy-button=sticky; legacy-export=True; max-upload-mb=25; new-checkout=False; search-settings=Shop.Flags+SearchSettingsValue; 1",
        GeneratedProgram.Run(Example, """
            var flags = Flags.For(new FlagContext());
            foreach (var pair in flags.EvaluateAll().OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                seen.Add(FormattableString.Invariant($"{pair.Key}={pair.Value}"));
            }
            seen.Add(flags.EvaluateAll(new[] { "new-checkout", "no-such-flag" }).Count);
            """));

    [Fact]
    public void Fixed_AnswersItsValues() => Assert.Equal(
        "True; False; 3; STATIC; null; test; True; 20; ArgumentNullException",
        GeneratedProgram.Run(Example, """
            var values = new Flags.Values { NewCheckout = true, MaxUploadMb = 3 };
            values.SearchSettings.Engine = "test";
            var flags = Flags.Fixed(values);
            seen.Add(flags.NewCheckout); seen.Add(flags.BetaDashboard); seen.Add(flags.Evaluate<int>("max-upload-mb").Value);
            seen.Add(flags.Evaluate<int>("max-upload-mb").Reason); seen.Add(flags.Evaluate<int>("max-upload-mb").Variant);
            seen.Add(flags.SearchSettings.Engine); seen.Add(flags.LegacyExport); seen.Add(flags.SearchSettings.PageSize);
            try { Flags.Fixed(null!); } catch (ArgumentNullException e) { seen.Add(e.GetType().Name); }
            """));

    [Fact]
    public void Read_ObjectFlag_BuildsClassesFromJson() => Assert.Equal(
        "vector; 10; True; 0; 2; body; null; 0; True; classic; null; a; 1.5; 2; 1; two; null; 1.5",
        GeneratedProgram.Run(Settings, """
            var settings = Flags.For(new FlagContext()).Settings;
            seen.Add(settings.Engine); seen.Add(settings.PageSize); seen.Add(settings.Rerank); seen.Add(settings.Tags.Count); seen.Add(settings.Ranking.Boost);
            seen.Add(settings.Ranking.Rules[0].Field); seen.Add(settings.Ranking.Rules[0].Weight); seen.Add(settings.Mixed.Count);
            seen.Add(ReferenceEquals(settings, Flags.For(new FlagContext()).Settings));
            var standard = new Flags.Values().Settings;
            seen.Add(standard.Engine); seen.Add(standard.Rerank); seen.Add(standard.Tags[0]); seen.Add(standard.Ranking.Boost); seen.Add(standard.Ranking.Rules[0].Weight);
            seen.Add(standard.Mixed[0]); seen.Add(standard.Mixed[1]); seen.Add(standard.Mixed[2]); seen.Add(((IReadOnlyDictionary<string, object?>)standard.Mixed[3]!)["x"]);
            """));

    [Fact]
    public void Set_SharedInstance_IsRefusedAtEveryDepth() => Assert.Equal(
        "This SettingsValue is shared by everybody who reads the flag 'settings' and cannot be changed. Make a new one to change it.; refused; refused; refused; refused; refused; 5; null",
        GeneratedProgram.Run(Settings, """
            var flags = Flags.For(new FlagContext());
            void Try(Action change) { try { change(); seen.Add("changed"); } catch (InvalidOperationException) { seen.Add("refused"); } }
            try { flags.Settings.PageSize = 5; } catch (InvalidOperationException e) { seen.Add(e.Message); }
            Try(() => flags.Settings.Ranking.Boost = 5);
            Try(() => flags.Settings.Ranking.Rules[0].Field = "x");
            Try(() => flags.Off.N = 5);
            Try(() => flags.Off.Inner.M = 5);
            Try(() => flags.Off.List[0].Q = 5);
            var own = new Flags.SettingsValue { PageSize = 5 };
            seen.Add(own.PageSize);
            seen.Add(flags.None);
            """));

    [Fact]
    public void Read_LiveJsonOfAnotherShape_AnswersTheCodeDefault() => Assert.Equal(
        "classic; TYPE_MISMATCH; classic; TYPE_MISMATCH; more; null",
        GeneratedProgram.Run(Settings, """
            FlagEvaluation<Flags.SettingsValue> Live(string variant) => new Flags(
                new FlagStore(FlagSnapshot.Parse("{ \"flags\": { \"settings\": { \"flagType\": \"object\", \"defaultValue\": {}, \"variants\": { \"v\": " + variant + " }, \"defaultVariant\": \"v\" } } }")),
                new FlagContext()).Evaluate<Flags.SettingsValue>("settings");
            var missing = Live("{ \"engine\": \"x\" }");
            seen.Add(missing.Value.Engine); seen.Add(missing.ErrorCode);
            var retyped = Live("{ \"engine\": 1, \"pageSize\": 1, \"tags\": [], \"ranking\": { \"boost\": 1, \"rules\": [] }, \"mixed\": [] }");
            seen.Add(retyped.Value.Engine); seen.Add(retyped.ErrorCode);
            var more = Live("{ \"engine\": \"more\", \"pageSize\": 1, \"tags\": [], \"ranking\": { \"boost\": 1, \"rules\": [] }, \"mixed\": [], \"unheard-of\": 1 }");
            seen.Add(more.Value.Engine); seen.Add(more.ErrorCode);
            """));

    [Fact]
    public void Read_ChoiceFlag_AnswersMembers() => Assert.Equal(
        "_1st; Elsewhere; TYPE_MISMATCH; Class; A; A",
        GeneratedProgram.Run(ManifestFiles.Read("values"), """
            Flags Live(string value) => new Flags(
                new FlagStore(FlagSnapshot.Parse("{ \"flags\": { \"choice\": { \"flagType\": \"string\", \"defaultValue\": \"\", \"variants\": { \"v\": \"" + value + "\" }, \"defaultVariant\": \"v\" } } }")),
                new FlagContext());
            seen.Add(Flags.For(new FlagContext()).Choice);
            seen.Add(Live("new at run time").Choice);
            seen.Add(Live("new at run time").Evaluate<Flags.ChoiceVariant>("choice").ErrorCode);
            seen.Add(Live("class").Choice);
            seen.Add(Flags.For(new FlagContext()).NoDefaultChoice);
            seen.Add(new Flags.Values().NoDefaultChoice);
            """));

    [Fact]
    public void Read_EveryAttributeType_ReachesTheRules()
    {
        const string Manifest = """
            {
              "context": { "plan": "string", "version": "semver", "age": "number", "beta": "boolean", "groups": "string[]", "user.score": "number", "address": "object" },
              "flags": {
                "f": { "flagType": "string", "defaultValue": "none", "variants": { "a": "a" }, "targeting": { "if": [
                  { "and": [
                    { "==": [{ "var": "plan" }, "pro"] }, { "sem_ver": [{ "var": "version" }, ">=", "2.0.0"] }, { ">": [{ "var": ["age", 0] }, 17] }, { "var": "beta" },
                    { "in": ["x", { "var": ["groups", []] }] }, { ">": [{ "var": ["user.score", 0] }, 0.5] }, { "==": [{ "var": "address.city" }, "Bern"] } ] }, "a", null] } }
              }
            }
            """;

        Assert.Equal("a; none", GeneratedProgram.Run(Manifest, """
            seen.Add(Flags.For(new FlagContext { Plan = "pro", Version = "2.1.0", Age = 18, Beta = true, Groups = new[] { "x" }, UserScore = 0.75,
                Address = new Dictionary<string, object?> { ["city"] = "Bern" } }).F);
            seen.Add(Flags.For(new FlagContext { Plan = "pro" }).F);
            """));
    }

    [Fact]
    public void Read_HostileNames_AnswersTheirValues() => Assert.Equal(
        "True; 0",
        GeneratedProgram.Run(ManifestFiles.Read("hostile-names"), """
            var flags = Flags.For(new FlagContext());
            seen.Add(flags.EvaluateAll().Count > 60);
            seen.Add(flags.EvaluateAll().Keys.Count(key => flags.Evaluate<object>(key).ErrorCode is "FLAG_NOT_FOUND" or "TYPE_MISMATCH"));
            """));

    [Fact]
    public void Read_Accessors_AllocateNothing() => Assert.Equal(
        "0",
        GeneratedProgram.Run(ManifestFiles.Read("values"), """
            var flags = Flags.For(new FlagContext());
            static int Read(Flags flags) => (flags.Choice == 0 ? 1 : 0) + flags.Settings.PageSize + flags.IntExponent + flags.ShortText.Length + (flags.EmptyObject is null ? 1 : 0) + (flags.NoDefaultBool ? 1 : 0);
            Read(flags); Read(flags);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 1000; i++) { Read(flags); }
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            seen.Add(allocated);
            """));

    [Fact]
    public void UpdateApplication_HotReload_KeepsTheStore() => Assert.Equal(
        "True; True",
        GeneratedProgram.Run(Example, """
            var store = Flags.Store;
            seen.Add(Flags.For(new FlagContext()).LegacyExport);
            Flags.HotReload.UpdateApplication(null);
            seen.Add(ReferenceEquals(store, Flags.Store) && Flags.For(new FlagContext()).LegacyExport);
            """));
}
