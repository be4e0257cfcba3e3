using System.Diagnostics;
using System.Globalization;
using System.Text;
using FlagAnalyzers.Generators.Emission;
using FlagAnalyzers.Generators.Tests.Generation.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Abstractions;

namespace FlagAnalyzers.Generators.Tests.Generation;

/// <summary>Large manifests: linear time, and literals that the compiler takes.</summary>
public sealed class ScaleTests(ITestOutputHelper output)
{
    [Fact]
    public void Run_TenThousandFlags_TakesSecondsAtMost()
    {
        Generate(1_000);
        TimeSpan thousand = Generate(1_000);
        TimeSpan tenThousand = Generate(10_000);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"1,000 flags: {thousand.TotalMilliseconds:0} ms; 10,000 flags: {tenThousand.TotalMilliseconds:0} ms"));

        Assert.True(tenThousand < TimeSpan.FromSeconds(10), $"Took {tenThousand}.");
        Assert.True(tenThousand < thousand * 40, $"Ten times as many flags took {tenThousand / thousand:0} times as long.");
    }

    [Fact]
    public void Run_HundredsOfFlags_Compile() => GeneratorHarness.Run(ManyFlags(400)).AssertCompiles();

    [Fact]
    public void Run_ThousandsOfFlagsThatWantOneName_AreNamedInLinearTime()
    {
        NameScope scope = new([]);
        Stopwatch watch = Stopwatch.StartNew();
        HashSet<string> names = new(Enumerable.Range(0, 50_000).Select(_ => scope.Take("Same", "Flag")), StringComparer.Ordinal);

        Assert.Equal(50_000, names.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"Took {watch.Elapsed}.");
    }

    [Fact]
    public void ManifestLiterals_WithinLimit_AreOrdinaryLiterals()
    {
        ManifestLiterals literals = ManifestLiterals.From(["{", "\"a\"", "}"], hasUtf8Literals: true, mostCharacters: 5);

        Assert.Equal(["\"{\\\"a\\\"}\""], literals.Expressions);
        Assert.Null(literals.Problem);
    }

    [Fact]
    public void ManifestLiterals_BeyondLimitWithCSharp11_AreBytes()
    {
        ManifestLiterals literals = ManifestLiterals.From(["{", "\"a\"", "}"], hasUtf8Literals: true, mostCharacters: 4);

        Assert.Equal(["global::System.Text.Encoding.UTF8.GetString(\"{\\\"a\\\"}\"u8.ToArray())"], literals.Expressions);
        Assert.Null(literals.Problem);
    }

    [Fact]
    public void ManifestLiterals_BeyondLimitWithCSharp8_AreRefused()
    {
        ManifestLiterals literals = ManifestLiterals.From(["{", "\"a\"", "}"], hasUtf8Literals: false, mostCharacters: 4);

        Assert.Empty(literals.Expressions);
        Assert.Equal(
            "The manifest has 5 characters without white space, and the compiler takes string literals of about 4. Set the property LangVersion to 11.0 or newer, which has literals without that limit, or split the manifest.",
            literals.Problem);
    }

    [Fact]
    public void ManifestLiterals_ManyPieces_AreJoinedInOrder()
    {
        string[] chunks = [.. Enumerable.Range(0, 5_000).Select(static i => i.ToString(CultureInfo.InvariantCulture) + ";")];

        ManifestLiterals literals = ManifestLiterals.From(chunks, hasUtf8Literals: false, mostCharacters: int.MaxValue);

        Assert.InRange(literals.Expressions.Count, 2, 50);
        Assert.Equal(string.Concat(chunks), string.Concat(literals.Expressions.Select(static literal => literal.Trim('"'))));
    }

    [Fact]
    public void Run_ManifestBeyondTheLiteralLimit_CompilesSinceCSharp11()
    {
        string manifest = LargeManifest();

        GeneratorHarness.Start(new GeneratorInput(manifest).As(LanguageVersion.CSharp11), out GeneratorOutcome outcome);

        Assert.Contains("\"u8.ToArray())", outcome.Source, StringComparison.Ordinal);
        outcome.Compile();
    }

    [Fact]
    public void Run_ManifestBeyondTheLiteralLimit_IsRefusedBefore()
    {
        GeneratorHarness.Start(new GeneratorInput(LargeManifest()).As(LanguageVersion.CSharp10), out GeneratorOutcome outcome);

        Assert.Null(outcome.Source);
        Assert.Equal("FLAG0002", Assert.Single(outcome.Diagnostics).Id);
        Assert.StartsWith("The manifest has ", outcome.Diagnostics[0].GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static TimeSpan Generate(int flags)
    {
        string manifest = ManyFlags(flags);
        Stopwatch watch = Stopwatch.StartNew();
        GeneratorHarness.Start(new GeneratorInput(manifest), out GeneratorOutcome outcome);
        Assert.NotNull(outcome.Source);
        return watch.Elapsed;
    }

    // 2,000 flags of 4,500 characters: nine million characters.
    private static string LargeManifest()
    {
        string filler = new('x', 4_500);
        StringBuilder manifest = new("{\"flags\":{");
        for (int i = 0; i < 2_000; i++)
        {
            manifest.Append(CultureInfo.InvariantCulture, $$"""
                {{(i == 0 ? "" : ",")}}"flag-{{i}}":{"flagType":"boolean","defaultValue":false,"metadata":{"note":"{{filler}}{{i}}" } }
                """);
        }

        return manifest.Append("}}").ToString();
    }

    private static string ManyFlags(int count)
    {
        string[] types =
        [
            """ "flagType": "boolean", "defaultValue": false, "variants": { "on": true, "off": false }, "defaultVariant": "off" """,
            """ "flagType": "string", "choice": true, "defaultValue": "a", "variants": { "a": "a", "b": "b" }, "defaultVariant": "a" """,
            """ "flagType": "integer", "defaultValue": 1, "variants": { "a": 1, "b": 2 }, "defaultVariant": "a" """,
            """ "flagType": "object", "defaultValue": { "engine": "x", "n": [1, 2] }, "variants": { "a": { "engine": "y", "n": [] } }, "defaultVariant": "a" """,
        ];
        StringBuilder manifest = new("{\"flags\":{");
        for (int i = 0; i < count; i++)
        {
            manifest.Append(CultureInfo.InvariantCulture, $$"""
                {{(i == 0 ? "" : ",")}}"team-{{i % 50}}-flag-{{i}}":{ {{types[i % types.Length]}}, "description": "What flag number {{i}} is for, in a sentence.",
                "targeting": { "if": [{ "==": [{ "var": "plan" }, "pro"] }, "a", null] }, "metadata": { "owner": "team", "kind": "release", "created": "2026-01-01", "expires": "2027-01-01" } }
                """);
        }

        return manifest.Append("}}").ToString();
    }
}
