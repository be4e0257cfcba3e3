using FlagAnalyzers.Generators.Rules.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>
/// The base of every rule that looks at keys handed to flag APIs: a new one says what is wrong with a use, and need not know where uses come from.
/// </summary>
internal abstract class FlagKeyRule : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            FlagCompilation compilation = new(start);
            if (this.Applies(compilation))
            {
                this.Register(start, compilation);
            }
        });
    }

    /// <summary>Whether there is anything to find in this compilation.</summary>
    protected virtual bool Applies(FlagCompilation compilation) => true;

    /// <summary>What is wrong with the use, or null.</summary>
    protected abstract Diagnostic? Check(FlagKeyUse use, FlagCompilation compilation);

    /// <summary>Registers further actions; the base sees to keys.</summary>
    protected virtual void Register(CompilationStartAnalysisContext context, FlagCompilation compilation) =>
        context.RegisterOperationAction(
            operation =>
            {
                foreach (FlagKeyUse use in FlagKeyUses.In(operation.Operation, compilation.Parameters))
                {
                    if (this.Check(use, compilation) is { } diagnostic)
                    {
                        operation.ReportDiagnostic(diagnostic);
                    }
                }
            },
            FlagKeyUses.Kinds);
}
