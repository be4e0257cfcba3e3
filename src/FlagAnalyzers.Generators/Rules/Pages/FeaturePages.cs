using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules.Pages;

/// <summary>The pages among the additional files in which the tag helper of Microsoft.FeatureManagement works: Razor's targets hand the compiler every page.</summary>
internal static class FeaturePages
{
    private const string TagHelper = "Microsoft.FeatureManagement.Mvc.TagHelpers.FeatureTagHelper";

    private const string TagHelperAssembly = "Microsoft.FeatureManagement.AspNetCore";

    /// <summary>Whether some page imports the tag helper; without that, <c>&lt;feature&gt;</c> is any element.</summary>
    public static bool HaveTagHelper(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken) =>
        compilation.GetTypeByMetadataName(TagHelper) is not null
        && options.AdditionalFiles.Any(file => IsPage(file) && file.GetText(cancellationToken) is { } text && text.Lines.Any(static line => Imports(line.ToString())));

    /// <summary>The names in the page, each with its place.</summary>
    public static IEnumerable<(string Key, Location Place)> KeysIn(AdditionalText file, CancellationToken cancellationToken)
    {
        if (!IsPage(file) || file.GetText(cancellationToken) is not { } text)
        {
            return [];
        }

        return FeatureTags.NamesIn(text.ToString()).Select(name => (name.Key, Location.Create(file.Path, name.Span, text.Lines.GetLinePositionSpan(name.Span))));
    }

    private static bool IsPage(AdditionalText file) => file.Path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase);

    private static bool Imports(string line) =>
        line.TrimStart().StartsWith("@addTagHelper", StringComparison.Ordinal) && line.IndexOf(TagHelperAssembly, StringComparison.OrdinalIgnoreCase) >= 0;
}
