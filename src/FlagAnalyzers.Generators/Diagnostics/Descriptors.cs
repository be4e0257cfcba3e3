using FlagAnalyzers.Manifests.Diagnostics;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Diagnostics;

/// <summary>Makes Roslyn's descriptors from the one catalogue of rules, so that title, category and level are written down once.</summary>
internal static class Descriptors
{
    private const string HelpLink = "https://github.com/flaganalyzers/flaganalyzers/blob/main/src/FlagAnalyzers.Generators/Rules/docs/";

    /// <summary>The descriptor of a rule of the catalogue.</summary>
    /// <param name="id">Its id; one that the catalogue does not know is a defect of the caller and throws.</param>
    /// <param name="messageFormat">The message, by default given whole as the only argument.</param>
    /// <param name="customTags">Roslyn's tags, such as <see cref="WellKnownDiagnosticTags.CompilationEnd"/>.</param>
    public static DiagnosticDescriptor Create(string id, string messageFormat = "{0}", params string[] customTags)
    {
        DiagnosticInfo info = DiagnosticCatalogue.Find(id) ?? throw new ArgumentException("The catalogue has no rule '" + id + "'.", nameof(id));
        return new DiagnosticDescriptor(
            info.Id,
            info.Title,
            messageFormat,
            info.Category,
            SeverityOf(info.Level),
            isEnabledByDefault: info.Level != DiagnosticLevel.Off,
            description: info.Summary,
            helpLinkUri: HelpLink + info.Id + ".md",
            customTags);
    }

    /// <summary>A rule that is off by default still needs a level for those who switch it on.</summary>
    private static DiagnosticSeverity SeverityOf(DiagnosticLevel level) => level switch
    {
        DiagnosticLevel.Error => DiagnosticSeverity.Error,
        DiagnosticLevel.Warning => DiagnosticSeverity.Warning,
        DiagnosticLevel.Info => DiagnosticSeverity.Info,
        _ => DiagnosticSeverity.Warning,
    };
}
