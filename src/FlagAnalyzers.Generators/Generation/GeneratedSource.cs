using FlagAnalyzers.Generators.Emission;

namespace FlagAnalyzers.Generators.Generation;

/// <summary>What is emitted, or why nothing is.</summary>
/// <param name="Text">The generated file, or null.</param>
/// <param name="Problem">Why the manifest cannot be compiled in, or null.</param>
internal sealed record GeneratedSource(string? Text, string? Problem)
{
    public static GeneratedSource From(GenerationSpec spec, CancellationToken cancellationToken)
    {
        ManifestLiterals literals = ManifestLiterals.From(spec.Manifest, spec.Overlays, spec.HasUtf8Literals);
        return literals.Problem is null
            ? new GeneratedSource(new FlagsEmitter(spec, literals, cancellationToken).Emit(), null)
            : new GeneratedSource(null, literals.Problem);
    }
}
