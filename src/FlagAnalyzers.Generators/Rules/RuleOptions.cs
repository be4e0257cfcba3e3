using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>
/// Options of rules, for a whole project: <c>dotnet_code_quality.FLAG3002.days = 30</c> in .globalconfig, or the MSBuild property that the rule's page names.
/// The former is nearer to the rule and wins.
/// </summary>
internal static class RuleOptions
{
    /// <summary>The value, trimmed; null where it is not set or empty.</summary>
    /// <param name="options">The global options of the compilation.</param>
    /// <param name="rule">The id of the rule.</param>
    /// <param name="option">The name in .globalconfig.</param>
    /// <param name="property">The MSBuild property.</param>
    public static string? Find(AnalyzerConfigOptions options, string rule, string option, string property) =>
        Find(options, "dotnet_code_quality." + rule + "." + option) ?? Find(options, "build_property." + property);

    /// <summary>A number of days from 0 on; the usual one where none is set, or no number.</summary>
    public static int Days(AnalyzerConfigOptions options, string rule, string property, int usual) =>
        int.TryParse(Find(options, rule, "days", property), NumberStyles.None, CultureInfo.InvariantCulture, out int days) ? days : usual;

    private static string? Find(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out string? text) && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
