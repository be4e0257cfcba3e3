using System.Globalization;
using System.Text;
using FlagAnalyzers.Generators.Emission;
using FlagAnalyzers.Generators.Tests.Generation.Harness;
using FlagAnalyzers.Manifests.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation;

/// <summary>Large manifests: linear time, and literals that the compiler takes.</summary>
public sealed class ScaleTests
{
    [Fact]
    public void Run_TenThousandFlags_EachHasItsAccessor()
    {
        GeneratorHarness.Start(new GeneratorInput(ManyFlags(10_000)), out GeneratorOutcome outcome);

        Assert.Equal(10_000, outcome.Source!.Split("[global::FlagAnalyzers.FlagAttribute(").Length - 1);
    }

    [Fact]
    public void Run_HundredsOfFlags_Compile() => GeneratorHarness.Run(ManyFlags(400)).AssertCompiles();

    [Fact]
    public void Take_ThousandsThatWantOneName_EachGetsItsOwn()
    {
        NameScope scope = new([]);

        Assert.Equal(50_000, new HashSet<string>(Enumerable.Range(0, 50_000).Select(_ => scope.Take("Same", "Flag")), StringComparer.Ordinal).Count);
    }

    [Fact]
    public void ManifestLiterals_WithinLimit_AreOrdinaryLiterals()
    {
        ManifestLiterals literals = ManifestLiterals.From(["{", "\"a\"", "}"], [], hasUtf8Literals: true, mostCharacters: 5);

        Assert.Equal(["\"{\\\"a\\\"}\""], literals.Expressions);
        Assert.Null(literals.Problem);
    }

    [Fact]
    public void ManifestLiterals_BeyondLimitWithCSharp11_AreBytes()
    {
        ManifestLiterals literals = ManifestLiterals.From(["{", "\"a\"", "}"], [], hasUtf8Literals: true, mostCharacters: 4);

        Assert.Equal(["global::System.Text.Encoding.UTF8.GetString(\"{\\\"a\\\"}\"u8.ToArray())"], literals.Expressions);
        Assert.Null(literals.Problem);
    }

    [Fact]
    public void ManifestLiterals_BeyondLimitWithCSharp8_AreRefused()
    {
        ManifestLiterals literals = ManifestLiterals.From(["{", "\"a\"", "}"], [], hasUtf8Literals: false, mostCharacters: 4);

        Assert.Empty(literals.Expressions);
        Assert.Equal(
            "The manifest has 5 characters without white space, and the compiler takes string literals of about 4. Set the property LangVersion to 11.0 or newer, which has literals without that limit, or split the manifest.",
            literals.Problem);
    }

    [Fact]
    public void ManifestLiterals_OverlaysBeyondLimit_CountToo()
    {
        ManifestLiterals literals = ManifestLiterals.From(["{}"], [["{", "1"], ["2"]], hasUtf8Literals: true, mostCharacters: 4);

        Assert.Equal(["global::System.Text.Encoding.UTF8.GetString(\"{}\"u8.ToArray())"], literals.Expressions);
        Assert.Equal(
            ["global::System.Text.Encoding.UTF8.GetString(\"{1\"u8.ToArray())", "global::System.Text.Encoding.UTF8.GetString(\"2\"u8.ToArray())"],
            literals.Overlays.Select(static overlay => Assert.Single(overlay)));
        Assert.NotNull(ManifestLiterals.From(["{}"], [["{", "1"], ["2"]], hasUtf8Literals: false, mostCharacters: 4).Problem);
    }

    [Fact]
    public void ManifestLiterals_ManyPieces_AreJoinedInOrder()
    {
        string[] chunks = [.. Enumerable.Range(0, 5_000).Select(static i => i.ToString(CultureInfo.InvariantCulture) + ";")];

        ManifestLiterals literals = ManifestLiterals.From(chunks, [], hasUtf8Literals: false, mostCharacters: int.MaxValue);

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

    // 100 flags of 90,000 characters: nine million characters.
    private static string LargeManifest()
    {
        string filler = new('x', 90_000);
        StringBuilder manifest = new("{\"flags\":{");
        for (int i = 0; i < 100; i++)
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
