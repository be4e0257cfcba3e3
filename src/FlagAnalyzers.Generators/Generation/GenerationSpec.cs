using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Generators.Emission;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Generators.Generation;

/// <summary>All that the emitter reads. Equal specs give the same bytes.</summary>
/// <param name="Manifest">The flags.</param>
/// <param name="Namespace">The namespace as C# spells it, or the empty string.</param>
/// <param name="ClassName">The name of the generated class.</param>
/// <param name="IsPublic">Whether generated types are public.</param>
/// <param name="HasUtf8Literals">Whether a manifest too large for ordinary literals can be carried as bytes.</param>
internal sealed record GenerationSpec(Manifest Manifest, string Namespace, string ClassName, bool IsPublic, bool HasUtf8Literals)
{
    public static GenerationSpec From(Manifest manifest, GeneratorOptions options, CompilationTarget target)
        => new(manifest, options.Namespace, options.ClassName, options.IsPublic, target.HasUtf8Literals);
}

/// <summary>What is emitted, or why nothing is.</summary>
/// <param name="Text">The generated file, or null.</param>
/// <param name="Problem">Why the manifest cannot be compiled in, or null.</param>
internal sealed record GeneratedSource(string? Text, string? Problem)
{
    public static GeneratedSource From(GenerationSpec spec, CancellationToken cancellationToken)
    {
        ManifestLiterals literals = ManifestLiterals.From(spec.Manifest, spec.HasUtf8Literals);
        return literals.Problem is null
            ? new GeneratedSource(new FlagsEmitter(spec, literals, cancellationToken).Emit(), null)
            : new GeneratedSource(null, literals.Problem);
    }
}

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
