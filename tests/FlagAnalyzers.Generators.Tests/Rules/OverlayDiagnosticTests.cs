using System.Collections.Immutable;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

/// <summary>What is wrong with an overlay is said in the overlay.</summary>
public sealed class OverlayDiagnosticTests
{
    private const string Manifest = """
        {
          "context": { "plan": "string" },
          "flags": {
            "new-checkout": {
              "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off"
            }
          }
        }
        """;

    [Theory]
    [InlineData("FLAG1009", """{ "flags": { [|"new-chekout"|]: { "defaultVariant": "on" } } }""")]
    [InlineData("FLAG1009", """{ "flags": { "new-checkout": { [|"flagType"|]: "string" } } }""")]
    [InlineData("FLAG1002", """{ "flags": { "new-checkout": { "state": [|"OFF"|] } } }""")]
    [InlineData("FLAG1003", """{ "flags": { "new-checkout": { "defaultVariant": [|"onn"|] } } }""")]
    [InlineData("FLAG1003", """{ "flags": { "new-checkout": { "targeting": { "if": [{ "==": [{ "var": "plan" }, "pro"] }, [|"onn"|], null] } } } }""")]
    [InlineData("FLAG1004", """{ "flags": { "new-checkout": {}, [|"new-checkout"|]: {} } }""")]
    [InlineData("FLAG1005", """{ "flags": { "new-checkout": { "targeting": { "if": [{ "==": [{ "var": [|"plann"|] }, "pro"] }, "on", null] } } } }""")]
    [InlineData("FLAG1007", """{ "flags": { "new-checkout": { [|"description"|]: "x" } } }""")]
    public async Task Overlay_WithIssue_ReportsItInItsPlace(string id, string markup)
    {
        TestFileMarkupParser.GetSpan(markup, out string overlay, out var span);

        Diagnostic diagnostic = Assert.Single(await ManifestDiagnostics.OfOverlayAsync(Manifest, overlay));

        Assert.Equal((id, span), (diagnostic.Id, diagnostic.Location.SourceSpan));
    }

    [Fact]
    public async Task Overlay_ThatFits_IsFine() => Assert.Empty(await ManifestDiagnostics.OfOverlayAsync(Manifest, """{ "flags": { "new-checkout": { "defaultVariant": "on", "targeting": {} } } }"""));

    /// <summary>That is the generator's, as of the manifest.</summary>
    [Fact]
    public async Task Overlay_NotJson_IsNotReportedTwice() => Assert.Empty(await ManifestDiagnostics.OfOverlayAsync(Manifest, """{ "flags": { "new-checkout": { "defaultVariant": } } }"""));

    [Fact]
    public async Task Overlay_WithoutAManifestOfTheProject_IsNotLookedAt()
    {
        ImmutableArray<Diagnostic> diagnostics = await ManifestDiagnostics.OfAsync([(ManifestDiagnostics.OverlayPath, """{ "flags": { "x": 1 } }""")], role: "Overlay");

        Assert.Empty(diagnostics);
    }
}
