using System.Collections.Immutable;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

public sealed class ManifestAnalyzerTests
{
    private const string AnalysisOnly =
        "This flags.json lies above the project and is used for analysis only, nothing is generated from it: set the property FlagsFile to its path in the project that owns the flags";

    [Theory]
    [InlineData("FLAG1001", """{ "flags": { [|"a"|]: { "flagType": "boolean", "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off" } } }""")]
    [InlineData("FLAG1002", """{ "flags": { "a": { "flagType": [|"bool"|], "defaultValue": false } } }""")]
    [InlineData("FLAG1003", """{ "flags": { "a": { "flagType": "boolean", "defaultValue": false, "variants": { "on": true }, "defaultVariant": [|"no"|] } } }""")]
    [InlineData("FLAG1004", """{ "flags": { "a": { "flagType": "boolean", "defaultValue": false }, [|"a"|]: { "flagType": "boolean", "defaultValue": false } } }""")]
    [InlineData("FLAG1005", """{ "flags": { "a": { "flagType": "boolean", "defaultValue": false, "variants": { "on": true, "off": false }, "defaultVariant": "on", "targeting": { [|"iff"|]: [true, "on", "off"] } } } }""")]
    [InlineData("FLAG1006", """{ "flags": { "a": { "flagType": "boolean", "defaultValue": false, "variants": { "on": true, "off": false }, "defaultVariant": "on", "targeting": { "if": [{ "<": [[|{ "var": "age" }|], 18] }, "off"] } } } }""")]
    [InlineData("FLAG1007", """{ "flags": { "a": { "flagType": "boolean", "defaultValue": false, "metadata": { "expires": [|"31.01.2027"|] } } } }""")]
    [InlineData("FLAG1008", """{ "flags": { [|"a"|]: { "flagType": "boolean", "defaultValue": false } } }""")]
    public async Task Manifest_WithIssue_ReportsItInItsPlace(string id, string markup)
    {
        TestFileMarkupParser.GetSpan(markup, out string manifest, out var span);

        ImmutableArray<Diagnostic> diagnostics = await ManifestDiagnostics.OfAsync(manifest);

        Diagnostic diagnostic = Assert.Single(diagnostics, diagnostic => diagnostic.Id == id);
        Assert.Equal(span, diagnostic.Location.SourceSpan);
        Assert.Equal(RuleTestSetup.ManifestPath, diagnostic.Location.GetLineSpan().Path);
        Assert.DoesNotContain("{0}", diagnostic.GetMessage());
    }

    [Fact]
    public async Task Issue_OnALaterLine_HasLineAndColumn()
    {
        ImmutableArray<Diagnostic> diagnostics = await ManifestDiagnostics.OfAsync("{\r\n  \"flags\": {\r\n    \"a\": { \"flagType\": \"bool\", \"defaultValue\": false }\r\n  }\r\n}\r\n");

        FileLinePositionSpan place = Assert.Single(diagnostics, static diagnostic => diagnostic.Id == "FLAG1002").Location.GetLineSpan();
        Assert.Equal((2, 23), (place.StartLinePosition.Line, place.StartLinePosition.Character));
    }

    [Fact]
    public async Task Issue_SuppressedByTheFlag_IsNotReported() => Assert.Empty(
        await ManifestDiagnostics.OfAsync("""{ "flags": { "a": { "flagType": "boolean", "defaultValue": false, "suppress": ["FLAG1008"] } } }"""));

    /// <summary>The generator reports broken JSON of the project's own file, also where analyzers are switched off.</summary>
    [Theory]
    [InlineData("Manifest", 0)]
    [InlineData("Analysis", 1)]
    public async Task Manifest_NotJson_IsReportedOnlyWhereNothingIsGenerated(string role, int expected)
    {
        ImmutableArray<Diagnostic> diagnostics = await ManifestDiagnostics.OfAsync("{ \"flags\": ", role);

        Assert.Equal(expected, diagnostics.Count(static diagnostic => diagnostic.Id == "FLAG0001"));
    }

    [Fact]
    public async Task Manifest_WithoutRole_IsNotLookedAt() => Assert.Empty(await ManifestDiagnostics.OfAsync("{ \"flags\": 1 }", role: "Overlay"));

    [Fact]
    public async Task Manifest_FoundAbove_IsReportedWithTheRemedy()
    {
        ImmutableArray<Diagnostic> diagnostics = await ManifestDiagnostics.OfAsync("""{ "flags": { "a": { "flagType": "bool", "defaultValue": false } } }""", "Analysis");

        Assert.Contains(diagnostics, static diagnostic => diagnostic.Id == "FLAG1002");
        Diagnostic note = Assert.Single(diagnostics, static diagnostic => diagnostic.GetMessage() == AnalysisOnly);
        Assert.Equal(("FLAG1008", DiagnosticSeverity.Info, 0), (note.Id, note.Severity, note.Location.SourceSpan.Start));
    }

    [Fact]
    public async Task Manifest_FoundAboveAndGeneratedInAReference_IsNotRepeated()
    {
        MetadataReference[] owner = [CompiledLibrary.Runtime, CompiledLibrary.Compile("Shop", Shop.GeneratedFlags, CompiledLibrary.Runtime)];

        Assert.Empty(await ManifestDiagnostics.OfAsync(Shop.Manifest, "Analysis", references: owner));
        Assert.NotEmpty(await ManifestDiagnostics.OfAsync(Shop.Manifest.Replace("old-banner", "another"), "Analysis", references: owner));
        Assert.NotEmpty(await ManifestDiagnostics.OfAsync(Shop.Manifest, "Manifest", references: owner));
    }

    [Fact]
    public async Task Manifests_Several_AreEachReportedInTheirFile()
    {
        const string ShortForm = """{ "flags": { "a": { "flagType": "boolean", "defaultValue": false } } }""";

        ImmutableArray<Diagnostic> diagnostics = await ManifestDiagnostics.OfAsync([("/b/flags.json", ShortForm), ("/a/flags.json", ShortForm)]);

        Assert.Equal(["/a/flags.json", "/b/flags.json"], diagnostics.Select(static diagnostic => diagnostic.Location.GetLineSpan().Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("31.01.2027")]
    [InlineData("2027-02-30")]
    [InlineData("2027-1-1")]
    public async Task ReferenceDate_NoDate_IsReportedOnce(string text)
    {
        Diagnostic diagnostic = Assert.Single(await ManifestDiagnostics.OfAsync([], referenceDate: text));

        Assert.Equal(("FLAG0002", DiagnosticSeverity.Error, Location.None), (diagnostic.Id, diagnostic.Severity, diagnostic.Location));
        Assert.Equal($"The property FlagsReferenceDate is '{text}', which is not a date of the form YYYY-MM-DD: no flag is taken for stale", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 2027-01-31 ")]
    public async Task ReferenceDate_DateOrNone_IsFine(string? text) => Assert.Empty(await ManifestDiagnostics.OfAsync([], referenceDate: text));
}
