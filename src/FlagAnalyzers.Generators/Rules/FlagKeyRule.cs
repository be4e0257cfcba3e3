using FlagAnalyzers.Generators.Rules.Pages;
using FlagAnalyzers.Generators.Rules.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>
/// The base of every rule that looks at keys handed to flag APIs: a new one says what is wrong with a use, and need not know where uses come from.
/// </summary>
internal abstract class FlagKeyRule : DiagnosticAnalyzer
{
    /// <summary>Whether the rule looks at names in the markup of pages, which no operation stands for.</summary>
    protected virtual bool ChecksPages => false;

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            FlagCompilation compilation = new(start);
            if (this.Applies(compilation))
            {
                this.Register(start, compilation);
                if (this.ChecksPages && FeaturePages.HaveTagHelper(start.Compilation, start.Options, start.CancellationToken))
                {
                    start.RegisterAdditionalFileAction(file => this.ReportPage(file, compilation));
                }
            }
        });
    }

    /// <summary>Whether the operation stands in code that a person wrote: not in generated code, but for what Razor made of a page.</summary>
    protected static bool IsWritten(OperationAnalysisContext context) => !context.IsGeneratedCode || RazorCode.IsFromPage(context.Operation.Syntax);

    /// <summary>Whether there is anything to find in this compilation.</summary>
    protected virtual bool Applies(FlagCompilation compilation) => true;

    /// <summary>What is wrong with the use, or null.</summary>
    protected abstract Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation);

    /// <summary>What is wrong with a name in the markup of a page, which is found in any case and read there; or null.</summary>
    protected virtual Diagnostic? Check(string key, Location place, FlagCompilation compilation) => null;

    /// <summary>Registers further actions, which have to ask <see cref="IsWritten"/>; the base sees to keys.</summary>
    protected virtual void Register(CompilationStartAnalysisContext context, FlagCompilation compilation) =>
        context.RegisterOperationAction(
            operation =>
            {
                if (!IsWritten(operation))
                {
                    return;
                }

                foreach (FlagKeyUse use in FlagKeyUses.In(operation.Operation, compilation))
                {
                    if (this.Check(use, compilation) is { } diagnostic)
                    {
                        operation.ReportDiagnostic(diagnostic);
                    }
                }
            },
            FlagKeyUses.Kinds);

    private void ReportPage(AdditionalFileAnalysisContext file, FlagCompilation compilation)
    {
        foreach ((string key, Location place) in FeaturePages.KeysIn(file.AdditionalFile, file.CancellationToken))
        {
            if (this.Check(key, place, compilation) is { } diagnostic)
            {
                file.ReportDiagnostic(diagnostic);
            }
        }
    }
}
