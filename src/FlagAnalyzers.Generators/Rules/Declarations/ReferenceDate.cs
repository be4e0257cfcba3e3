using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules.Declarations;

/// <summary>"Today", as the build says it: the compiler itself has no clock.</summary>
internal static class ReferenceDate
{
    public const string Property = "FlagsReferenceDate";

    /// <summary>The date, or null when the property is not set or not a date.</summary>
    public static FlagDate? Of(AnalyzerConfigOptions globalOptions) => FlagDate.TryParse(TextOf(globalOptions), out FlagDate date) ? date : null;

    /// <summary>What the property says when that is not a date, else null.</summary>
    public static string? Unreadable(AnalyzerConfigOptions globalOptions) =>
        TextOf(globalOptions) is { } text && !FlagDate.TryParse(text, out _) ? text : null;

    private static string? TextOf(AnalyzerConfigOptions globalOptions) =>
        globalOptions.TryGetValue("build_property." + Property, out string? text) && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
