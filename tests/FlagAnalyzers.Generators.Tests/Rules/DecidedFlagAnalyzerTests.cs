using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

public sealed class DecidedFlagAnalyzerTests
{
    private const string Source = """
        class Page
        {
            bool Read(Shop.Flags flags) => flags.{|#0:NewCheckout|};
        }
        """;

    private const string Metadata = """ "owner": "checkout", "kind": "release", "created": "2026-10-01" """;

    [Theory]
    [InlineData("""{ "if": [{ "var": "beta" }, "on", "yes"] }""", Metadata, "everybody gets true, and it was created 134 days ago, on 2026-10-01")]
    [InlineData("""{ "fractional": [["on", 100], ["off", 0]] }""", """ "owner": "checkout", "created": "2026-10-01", "decided": "2027-01-12" """, "everybody gets true, and it was decided 31 days ago, on 2027-01-12")]
    [InlineData("""{}""", Metadata, "everybody gets false, and it was created 134 days ago, on 2026-10-01")]
    public Task Flag_ThatGivesEverybodyTheSame_IsReported(string targeting, string metadata, string words) =>
        Test(targeting, metadata).Expect($"Flag 'new-checkout' is decided: {words}; keep that value and remove the flag (owner checkout)").RunAsync();

    [Theory]
    [InlineData("""{ "if": [{ "var": "beta" }, "on", "off"] }""", Metadata)]
    [InlineData("""{ "fractional": [["on", 99], ["off", 1]] }""", Metadata)]
    [InlineData("{}", """ "created": "2027-01-13" """)]
    [InlineData("{}", """ "created": "2026-10-01", "decided": "2027-01-13" """)]
    [InlineData("{}", """ "owner": "checkout" """)]
    [InlineData("{}", """ "kind": "kill-switch", "created": "2026-10-01" """)]
    [InlineData("{}", """ "kind": "operational", "created": "2026-10-01" """)]
    [InlineData("{}", """ "kind": "permission", "created": "2026-10-01" """)]
    [InlineData("{}", """ "permanent": true, "created": "2026-10-01" """)]
    public Task Flag_NotDecidedOrMeantToStay_IsSilent(string targeting, string metadata) => Test(targeting, metadata, WithoutMarks).RunAsync();

    [Fact]
    public Task Overlay_ThatGivesAnotherValue_Silences() => WithOverlay("""{ "flags": { "new-checkout": { "defaultVariant": "on" } } }""", WithoutMarks).RunAsync();

    [Fact]
    public Task Overlay_ThatIsNotJson_Silences() => WithOverlay("""{ "flags": { """, WithoutMarks).RunAsync();

    [Fact]
    public Task Overlay_ThatGivesTheSameOtherwise_DoesNot() => WithOverlay("""{ "flags": { "new-checkout": { "state": "DISABLED" } } }""", Source)
        .Expect("Flag 'new-checkout' is decided: everybody gets false, and it was created 134 days ago, on 2026-10-01; keep that value and remove the flag (owner checkout)").RunAsync();

    [Fact]
    public Task Option_MoreDays_WaitsLonger() => Test("{}", Metadata, WithoutMarks).WithProperty("FlagsDecidedDays", "134").RunAsync();

    [Theory]
    [InlineData("Decided = \"true\", Created = \"2026-10-01\"", "everybody gets true, and it was created 134 days ago, on 2026-10-01")]
    [InlineData("Decided = \"\\\"blue\\\"\", Created = \"2026-10-01\", DecidedOn = \"2026-12-01\"", "everybody gets \"blue\", and it was decided 73 days ago, on 2026-12-01")]
    public Task Accessor_OfAnotherAssembly_TellsByItsAttribute(string attribute, string words) => new RuleTest<DecidedFlagAnalyzer>(Source, manifest: null, withGeneratedFlags: false)
        .WithReferences(CompiledLibrary.Compile("Shop", Shop.GeneratedFlags.Replace("Owner = \"checkout\", Kind = \"release\", Created = \"2026-10-01\"", attribute), CompiledLibrary.Runtime))
        .Expect($"Flag 'new-checkout' is decided: {words}; keep that value and remove the flag (issue SHOP-1204)").RunAsync();

    /// <summary>Its overlays are not among the project's files: only the owner of the flags can tell.</summary>
    [Fact]
    public Task Manifest_FoundAbove_DoesNotTell() => new RuleTest<DecidedFlagAnalyzer>(WithoutMarks, Manifest("{}", Metadata), role: "Analysis").RunAsync();

    [Fact]
    public Task Manifest_FoundAbove_LetsTheAccessorsTell() => new RuleTest<DecidedFlagAnalyzer>(Source, Manifest("{}", Metadata), role: "Analysis", withGeneratedFlags: false)
        .WithReferences(CompiledLibrary.Compile("Shop", Shop.GeneratedFlags.Replace("Kind = \"release\"", "Kind = \"release\", Decided = \"false\""), CompiledLibrary.Runtime))
        .Expect("Flag 'new-checkout' is decided: everybody gets false, and it was created 134 days ago, on 2026-10-01; keep that value and remove the flag (owner checkout)").RunAsync();

    private static string WithoutMarks => Source.Replace("{|#0:", "").Replace("|}", "");

    private static RuleTest<DecidedFlagAnalyzer> Test(string targeting, string metadata, string source = Source) => new(source, Manifest(targeting, metadata));

    private static RuleTest<DecidedFlagAnalyzer> WithOverlay(string overlay, string source)
    {
        RuleTest<DecidedFlagAnalyzer> test = Test("{}", Metadata, source);
        test.TestState.AdditionalFiles.Add(("/shop/flags.Production.json", overlay));
        test.TestState.AnalyzerConfigFiles.Add(("/shop/overlays.globalconfig", """
            is_global = true

            [/shop/flags.Production.json]
            build_metadata.AdditionalFiles.FlagsRole = Overlay
            """));
        return test;
    }

    private static string Manifest(string targeting, string metadata) => $$"""
        {
          "flags": {
            "new-checkout": {
              "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "yes": true, "off": false }, "defaultVariant": "off",
              "targeting": {{targeting}}, "metadata": { {{metadata}} }
            }
          }
        }
        """;
}
