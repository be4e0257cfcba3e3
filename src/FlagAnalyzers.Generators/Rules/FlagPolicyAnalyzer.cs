using System.Collections.Immutable;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Manifests.Diagnostics;
using FlagAnalyzers.Manifests.Lifecycle;
using FlagAnalyzers.Manifests.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>FLAG1010: a flag does not keep the policy of the repository: owner, end, description, issue, name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FlagPolicyAnalyzer : DiagnosticAnalyzer
{
    private const string Id = "FLAG1010";

    public static readonly DiagnosticDescriptor FLAG1010_PolicyNotKept = Descriptors.Create(Id);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FLAG1010_PolicyNotKept);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            FlagCompilation compilation = FlagCompilation.Of(start);
            if (compilation.Manifests.Count > 0)
            {
                FlagPolicy policy = PolicyOf(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
                start.RegisterAdditionalFileAction(file => Report(file, compilation, policy));
            }
        });
    }

    private static FlagPolicy PolicyOf(AnalyzerConfigOptions options) =>
        FlagPolicy.Read(option => RuleOptions.Find(options, Id, option, "FlagsPolicy" + PascalCase(option)));

    // require_owner is FlagsPolicyRequireOwner.
    private static string PascalCase(string option) => string.Concat(option.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    private static void Report(AdditionalFileAnalysisContext context, FlagCompilation compilation, FlagPolicy policy)
    {
        foreach (ManifestFile file in compilation.Manifests)
        {
            if (file.Path != context.AdditionalFile.Path || file.IsReportedByOwner(compilation.Compilation))
            {
                continue;
            }

            foreach (string problem in policy.Problems)
            {
                context.ReportDiagnostic(Diagnostic.Create(FLAG1010_PolicyNotKept, file.LocationOf(new TextRange(0, 0)), problem));
            }

            foreach (ManifestIssue issue in PolicyChecks.Check(file.Reading, policy))
            {
                context.ReportDiagnostic(Diagnostic.Create(FLAG1010_PolicyNotKept, file.LocationOf(issue.Range), issue.Message));
            }
        }
    }
}
