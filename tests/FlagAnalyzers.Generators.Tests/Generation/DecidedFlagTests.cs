using FlagAnalyzers.Generators.Tests.Generation.Harness;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation;

/// <summary>What <c>[Flag]</c> says of flags that answer everybody the same.</summary>
public sealed class DecidedFlagTests
{
    private const string Dates = """ "created": "2026-10-01", "decided": "2026-12-01" """;

    [Fact]
    public void Run_FlagThatGivesEverybodyTheSame_SaysWhatAndSinceWhen() =>
        Assert.Contains("Created = \"2026-10-01\", Decided = \"true\", DecidedOn = \"2026-12-01\")]", Generate(Dates), StringComparison.Ordinal);

    [Theory]
    [InlineData(""" "owner": "shop" """)]
    [InlineData(""" "created": "2026-10-01", "permanent": true """)]
    [InlineData(""" "created": "2026-10-01", "kind": "kill-switch" """)]
    public void Run_FlagThatIsMeantToStayOrHasNoDate_SaysNothing(string metadata) =>
        Assert.DoesNotContain("Decided", Generate(metadata), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "flags": { "a": { "targeting": { "if": [{ "var": "beta" }, "off", null] } } } }""", false)]
    [InlineData("""{ "flags": { "a": { "defaultVariant": "off", "targeting": {} } } }""", false)]
    [InlineData("""{ "flags": { "a": { "state": "DISABLED" } } }""", false)]
    [InlineData("""{ "flags": { "a": { "defaultVariant": "on", "targeting": {} } } }""", true)]
    public void Run_Overlay_CountsToo(string overlay, bool isDecided) =>
        Assert.Equal(isDecided, Generate(Dates, ("/project/flags.Production.json", overlay, "Overlay")).Contains("Decided = \"true\"", StringComparison.Ordinal));

    private static string Generate(string metadata, params (string Path, string Text, string? Role)[] others) => GeneratorHarness.Run(new GeneratorInput($$"""
        {
          "context": { "beta": "boolean" },
          "flags": {
            "a": {
              "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off",
              "targeting": { "fractional": [["on", 100], ["off", 0]] }, "metadata": { {{metadata}} }
            }
          }
        }
        """) { OtherFiles = [.. others] }).Source!;
}
