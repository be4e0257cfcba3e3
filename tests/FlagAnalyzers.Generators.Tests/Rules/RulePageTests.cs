using System.Reflection;
using System.Text.RegularExpressions;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Manifests.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Rules;

/// <summary>The catalogue, the analyzers, the pages and the release tracking say the same of every rule.</summary>
public sealed partial class RulePageTests
{
    private static readonly string[] Sections = ["What it finds", "Why it matters", "What you see", "How to fix it", "How to configure it", "When to suppress it"];

    public static TheoryData<string> Ids => [.. DiagnosticCatalogue.All.Select(static rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_OfRule_AgreesWithItsDescriptor(string id)
    {
        DiagnosticDescriptor rule = Descriptors.Create(id);
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", id + ".md"));

        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Category | `{rule.Category}` |\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Default severity | {(rule.IsEnabledByDefault ? rule.DefaultSeverity : "off")} |\n", page, StringComparison.Ordinal);
        Assert.EndsWith($"/src/FlagAnalyzers.Generators/Rules/docs/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        Assert.Equal(Sections, SectionHeading().Matches(page).Select(static heading => heading.Groups[1].Value));
    }

    [Fact]
    public void Readme_Table_HasARowForEveryRule()
    {
        string readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "README.md"));

        IEnumerable<string> rows = ReadmeRow().Matches(readme).Select(static row => row.Value);

        Assert.Equal(
            DiagnosticCatalogue.All.Select(static rule => $"| [{rule.Id}](src/FlagAnalyzers.Generators/Rules/docs/{rule.Id}.md) | {(rule.Level == DiagnosticLevel.Off ? "off" : rule.Level.ToString().ToLowerInvariant())} |"),
            rows);
    }

    [Fact]
    public void Pages_All_BelongToARule()
    {
        IEnumerable<string?> pages = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "docs"), "FLAG*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal(DiagnosticCatalogue.All.Select(static rule => rule.Id).Order(StringComparer.Ordinal), pages);
    }

    [Fact]
    public void Analyzers_All_ReportEveryRuleOfTheCatalogue()
    {
        IEnumerable<string> supported = Analyzers().SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(DiagnosticCatalogue.All.Select(static rule => rule.Id).Order(StringComparer.Ordinal), supported);
    }

    [Fact]
    public void Descriptors_InFields_CarryTheirIdInTheName()
    {
        foreach (DiagnosticAnalyzer analyzer in Analyzers())
        {
            foreach (FieldInfo field in analyzer.GetType().GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(static field => field.FieldType == typeof(DiagnosticDescriptor)))
            {
                Assert.StartsWith(((DiagnosticDescriptor)field.GetValue(null)!).Id + "_", field.Name, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void ReleaseTracking_OfEveryRule_AgreesWithTheCatalogue()
    {
        string releases = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "AnalyzerReleases.Shipped.md")) + File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "AnalyzerReleases.Unshipped.md"));

        IEnumerable<string> rows = ReleaseRow().Matches(releases).Select(static row => row.Value);

        Assert.Equal(
            DiagnosticCatalogue.All.Select(static rule => $"{rule.Id} | {rule.Category} | {(rule.Level == DiagnosticLevel.Off ? "Disabled" : rule.Level)} |"),
            rows);
    }

    private static IEnumerable<DiagnosticAnalyzer> Analyzers() => typeof(ManifestAnalyzer).Assembly.GetTypes()
        .Where(static type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
        .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex SectionHeading();

    [GeneratedRegex(@"^\| \[FLAG\d{4}\]\(\S+\) \| [^|]+ \|", RegexOptions.Multiline)]
    private static partial Regex ReadmeRow();

    [GeneratedRegex(@"^FLAG\d{4} \| \S+ \| \w+ \|", RegexOptions.Multiline)]
    private static partial Regex ReleaseRow();
}
