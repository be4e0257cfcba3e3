using System.Collections.Immutable;
using FlagAnalyzers.Generators.Rules.Pages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>
/// The rules once more, for what Razor made of pages. That counts as generated code, which is much and which nobody wrote otherwise: were every rule to ask for it, each
/// build would pay for looking at all of it, projects without a page too.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RazorPageAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<FlagKeyRule> Rules = ImmutableArray.Create<FlagKeyRule>(
        new UndeclaredKeyAnalyzer { IsForPages = true },
        new LiteralKeyAnalyzer { IsForPages = true },
        new MisreadFlagAnalyzer { IsForPages = true },
        new UnknownKeyAnalyzer { IsForPages = true },
        new StaleFlagAnalyzer { IsForPages = true },
        new ExpiringFlagAnalyzer { IsForPages = true },
        new DecidedFlagAnalyzer { IsForPages = true },
        new RetiredFlagAnalyzer { IsForPages = true },
        new RepeatedReadAnalyzer { IsForPages = true },
        new TangledFlagsAnalyzer { IsForPages = true },
        new UnfinishedBranchAnalyzer { IsForPages = true });

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.SelectMany(static rule => rule.SupportedDiagnostics).ToImmutableArray();

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!RazorCode.IsIn(start.Compilation))
            {
                return;
            }

            FlagCompilation compilation = FlagCompilation.Of(start);
            foreach (FlagKeyRule rule in Rules)
            {
                rule.Begin(start, compilation);
            }
        });
    }
}
