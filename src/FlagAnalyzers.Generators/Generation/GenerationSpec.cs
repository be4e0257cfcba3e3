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
