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

    /// <summary>Whether the instance looks at what Razor made of pages, and at nothing else; the others look at nothing that is generated.</summary>
    internal bool IsForPages { get; init; }

    /// <summary>Whether the rule has to see pages and all other code at once. It costs the operations of everything that is generated.</summary>
    protected virtual bool SeesWholeProgram => false;

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(this.SeesWholeProgram ? GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics : GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            FlagCompilation compilation = FlagCompilation.Of(start);
            if (this.Begin(start, compilation) && this.ChecksPages && FeaturePages.HaveTagHelper(start.Compilation, start.Options, start.CancellationToken))
            {
                start.RegisterAdditionalFileAction(file => this.ReportPage(file, compilation));
            }
        });
    }

    /// <summary>Registers the actions that look at code, if there is anything to find.</summary>
    internal bool Begin(CompilationStartAnalysisContext context, FlagCompilation compilation)
    {
        if (!this.Applies(compilation))
        {
            return false;
        }

        this.Register(context, compilation);
        return true;
    }

    /// <summary>Whether the operation stands in code that is this instance's to look at.</summary>
    protected bool Covers(OperationAnalysisContext context) => context.IsGeneratedCode
        ? (this.IsForPages || this.SeesWholeProgram) && RazorCode.IsFromPage(context.Operation.Syntax)
        : !this.IsForPages;

    /// <summary>Whether there is anything to find in this compilation.</summary>
    protected virtual bool Applies(FlagCompilation compilation) => true;

    /// <summary>What is wrong with the use, or null.</summary>
    protected abstract Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation);

    /// <summary>What is wrong with a name in the markup of a page, which is found in any case and read there; or null.</summary>
    protected virtual Diagnostic? Check(string key, Location place, FlagCompilation compilation) => null;

    /// <summary>Registers further actions, which have to ask <see cref="Covers"/>; the base sees to keys.</summary>
    protected virtual void Register(CompilationStartAnalysisContext context, FlagCompilation compilation) =>
        context.RegisterOperationAction(
            operation =>
            {
                if (this.Covers(operation))
                {
                    this.Report(operation, operation.Operation, compilation);
                }
            },
            FlagKeyUses.Kinds);

    /// <summary>Reports what is wrong with the keys that the operation hands over.</summary>
    protected void Report(OperationAnalysisContext context, IOperation operation, FlagCompilation compilation)
    {
        foreach (FlagKeyUse use in FlagKeyUses.In(operation, compilation))
        {
            if (this.Check(use, compilation) is { } diagnostic)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

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
