using System.Collections.Immutable;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Manifests.Diagnostics;
using FlagAnalyzers.Manifests.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>
/// FLAG10xx: what reading flags.json and its overlays found, at its place in the file. The rules themselves are the manifest reader's; a new one needs its line in the
/// lists below. FLAG0001 is the generator's, since it has to be said even where analyzers are switched off; only where nothing is generated from the
/// file it is said here.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ManifestAnalyzer : DiagnosticAnalyzer
{
#pragma warning disable RS1019 // The generator reports these two as well; for the user it is one diagnostic.
    public static readonly DiagnosticDescriptor FLAG0001_NotJson = Descriptors.Create("FLAG0001");

    /// <summary>The project cannot be analysed as asked: here, its reference date is no date.</summary>
    public static readonly DiagnosticDescriptor FLAG0002_ProjectNotReady = Descriptors.Create("FLAG0002", customTags: WellKnownDiagnosticTags.CompilationEnd);
#pragma warning restore RS1019

    public static readonly DiagnosticDescriptor FLAG1001_MissingDefault = Descriptors.Create("FLAG1001");
    public static readonly DiagnosticDescriptor FLAG1002_ValueDoesNotFit = Descriptors.Create("FLAG1002");
    public static readonly DiagnosticDescriptor FLAG1003_UnknownVariant = Descriptors.Create("FLAG1003");
    public static readonly DiagnosticDescriptor FLAG1004_NameIsTaken = Descriptors.Create("FLAG1004");
    public static readonly DiagnosticDescriptor FLAG1005_RuleCannotWork = Descriptors.Create("FLAG1005");
    public static readonly DiagnosticDescriptor FLAG1006_NotPortable = Descriptors.Create("FLAG1006");
    public static readonly DiagnosticDescriptor FLAG1007_Contradiction = Descriptors.Create("FLAG1007");
    public static readonly DiagnosticDescriptor FLAG1008_CanBeCompleted = Descriptors.Create("FLAG1008");
    public static readonly DiagnosticDescriptor FLAG1009_OverlayDoesNotFit = Descriptors.Create("FLAG1009");

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ByRule = new[]
    {
        FLAG0001_NotJson,
        FLAG1001_MissingDefault,
        FLAG1002_ValueDoesNotFit,
        FLAG1003_UnknownVariant,
        FLAG1004_NameIsTaken,
        FLAG1005_RuleCannotWork,
        FLAG1006_NotPortable,
        FLAG1007_Contradiction,
        FLAG1008_CanBeCompleted,
        FLAG1009_OverlayDoesNotFit,
    }.ToImmutableDictionary(static rule => rule.Id, StringComparer.Ordinal);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        FLAG0001_NotJson,
        FLAG0002_ProjectNotReady,
        FLAG1001_MissingDefault,
        FLAG1002_ValueDoesNotFit,
        FLAG1003_UnknownVariant,
        FLAG1004_NameIsTaken,
        FLAG1005_RuleCannotWork,
        FLAG1006_NotPortable,
        FLAG1007_Contradiction,
        FLAG1008_CanBeCompleted,
        FLAG1009_OverlayDoesNotFit);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            FlagCompilation compilation = FlagCompilation.Of(start);
            if (compilation.Manifests.Count > 0)
            {
                start.RegisterAdditionalFileAction(file => ReportFile(file, compilation));
                start.RegisterAdditionalFileAction(file => ReportOverlay(file, compilation));
            }
        });
        context.RegisterCompilationAction(ReportReferenceDate);
        context.RegisterCompilationAction(ReportApis);
    }

    private static void ReportFile(AdditionalFileAnalysisContext context, FlagCompilation compilation)
    {
        foreach (ManifestFile file in compilation.Manifests)
        {
            if (file.Path != context.AdditionalFile.Path || file.IsReportedByOwner(compilation.Compilation))
            {
                continue;
            }

            foreach (ManifestIssue issue in file.Reading.Issues)
            {
                if (ByRule.TryGetValue(issue.Id, out DiagnosticDescriptor? rule) && (rule != FLAG0001_NotJson || file.Role == ManifestRole.Analysis))
                {
                    context.ReportDiagnostic(Diagnostic.Create(rule, file.LocationOf(issue.Range), issue.Message));
                }
            }

            if (file.Role == ManifestRole.Analysis)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    FLAG1008_CanBeCompleted,
                    file.LocationOf(new TextRange(0, 0)),
                    "This flags.json lies above the project and is used for analysis only, nothing is generated from it: set the property FlagsFile to its path in the project that owns the flags"));
            }
        }
    }

    private static void ReportOverlay(AdditionalFileAnalysisContext context, FlagCompilation compilation)
    {
        if (ManifestFile.RoleOf(context.AdditionalFile, context.Options.AnalyzerConfigOptionsProvider) != ManifestRole.Overlay)
        {
            return;
        }

        foreach (OverlayFile file in compilation.Overlays.Where(file => file.Path == context.AdditionalFile.Path))
        {
            foreach (ManifestIssue issue in file.Reading.Issues)
            {
                // The generator says where it is no JSON, as of the manifest.
                if (ByRule.TryGetValue(issue.Id, out DiagnosticDescriptor? rule) && rule != FLAG0001_NotJson)
                {
                    context.ReportDiagnostic(Diagnostic.Create(rule, ManifestFile.LocationIn(file.Path, file.Text, issue.Range), issue.Message));
                }
            }
        }
    }

    private static void ReportReferenceDate(CompilationAnalysisContext context)
    {
        if (ReferenceDate.Unreadable(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions) is { } text)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                FLAG0002_ProjectNotReady,
                Location.None,
                "The property " + ReferenceDate.Property + " is '" + text + "', which is not a date of the form YYYY-MM-DD: no flag is taken for stale"));
        }
    }

    private static void ReportApis(CompilationAnalysisContext context)
    {
        foreach (string item in UserApis.Of(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions).Unreadable())
        {
            context.ReportDiagnostic(Diagnostic.Create(
                FLAG0002_ProjectNotReady,
                Location.None,
                "The item FlagsApi is '" + item + "', which names no method that takes a key. Expected the form 'Company.Toggles.IToggles.IsOn(toggleName)'"));
        }
    }
}
