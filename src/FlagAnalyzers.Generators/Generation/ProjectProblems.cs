using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Generators.Generation;

/// <summary>What keeps a project from having flags.</summary>
internal static class ProjectProblems
{
    private const string CannotGenerate = "FLAG0002";

    public static EquatableArray<DiagnosticSpec> Of(GeneratorOptions options, CompilationTarget target, GeneratedSource? source)
    {
        List<DiagnosticSpec> diagnostics = [];
        foreach (string problem in target.Problems())
        {
            diagnostics.Add(DiagnosticSpec.ForProject(CannotGenerate, problem));
        }

        foreach (string problem in options.Problems)
        {
            diagnostics.Add(DiagnosticSpec.ForProject(CannotGenerate, problem));
        }

        if (source?.Problem is { } sourceProblem)
        {
            diagnostics.Add(DiagnosticSpec.ForProject(CannotGenerate, sourceProblem));
        }

        return diagnostics.ToEquatableArray();
    }
}
