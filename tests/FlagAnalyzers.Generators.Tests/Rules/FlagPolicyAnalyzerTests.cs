using System.Collections.Immutable;
using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

public sealed class FlagPolicyAnalyzerTests
{
    private const string Ownerless = """{ "flags": { [|"a"|]: { "flagType": "boolean", "defaultValue": false } } }""";

    [Fact]
    public async Task Flag_TooLongAlive_IsReportedAtItsExpiry()
    {
        TestFileMarkupParser.GetSpan("""{ "flags": { "a": { "metadata": { "kind": "release", "created": "2026-01-01", "expires": [|"2026-12-01"|] } } } }""", out string manifest, out var span);

        Diagnostic diagnostic = Assert.Single(await ManifestDiagnostics.OfAsync(new FlagPolicyAnalyzer(), manifest));

        Assert.Equal(("FLAG1010", DiagnosticSeverity.Warning, span, RuleTestSetup.ManifestPath), (diagnostic.Id, diagnostic.Severity, diagnostic.Location.SourceSpan, diagnostic.Location.GetLineSpan().Path));
    }

    [Theory]
    [InlineData("dotnet_code_quality.FLAG1010.require_owner")]
    [InlineData("build_property.FlagsPolicyRequireOwner")]
    public async Task Policy_SwitchedOn_CountsForTheProject(string option)
    {
        TestFileMarkupParser.GetSpan(Ownerless, out string manifest, out var span);

        Assert.Empty(await ManifestDiagnostics.OfAsync(new FlagPolicyAnalyzer(), manifest));
        Assert.Equal(span, Assert.Single(await ManifestDiagnostics.OfAsync(new FlagPolicyAnalyzer(), manifest, (option, "true"))).Location.SourceSpan);
    }

    [Fact]
    public async Task Policy_SetTwice_GlobalConfigWins() => Assert.Empty(await ManifestDiagnostics.OfAsync(
        new FlagPolicyAnalyzer(),
        Ownerless.Replace("[|", "").Replace("|]", ""),
        ("build_property.FlagsPolicyRequireOwner", "true"),
        ("dotnet_code_quality.FLAG1010.require_owner", "false")));

    [Fact]
    public async Task Option_ThatMeansNothing_IsSaid()
    {
        ImmutableArray<Diagnostic> diagnostics = await ManifestDiagnostics.OfAsync(new FlagPolicyAnalyzer(), """{ "flags": { } }""", ("build_property.FlagsPolicyMaxLifetimeKillSwitch", "long"));

        Assert.Equal("The option 'max_lifetime_kill_switch' is 'long'; expected a number of days, or none.", Assert.Single(diagnostics).GetMessage());
    }
}
