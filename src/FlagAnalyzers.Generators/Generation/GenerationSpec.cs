using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Generators.Generation;

/// <summary>All that the emitter reads. Equal specs give the same bytes.</summary>
/// <param name="Manifest">The flags.</param>
/// <param name="Overlays">What differs of them, by environment.</param>
/// <param name="SourcePath">The file of the manifest, where the program follows it; else null.</param>
/// <param name="Namespace">The namespace as C# spells it, or the empty string.</param>
/// <param name="ClassName">The name of the generated class.</param>
/// <param name="IsPublic">Whether generated types are public.</param>
/// <param name="HasHosting">Whether the flags can be registered with a host.</param>
/// <param name="HasUtf8Literals">Whether a manifest too large for ordinary literals can be carried as bytes.</param>
internal sealed record GenerationSpec(
    Manifest Manifest,
    EquatableArray<Overlay> Overlays,
    string? SourcePath,
    string Namespace,
    string ClassName,
    bool IsPublic,
    bool HasHosting,
    bool HasUtf8Literals)
{
    /// <summary>Null where the result could not compile.</summary>
    public static GenerationSpec? From(Manifest? manifest, string? path, EquatableArray<Overlay> overlays, GeneratorOptions options, CompilationTarget target) =>
        manifest is null || !options.Generates || options.Problems.Count > 0 || target.Problems().Count > 0
            ? null
            : new GenerationSpec(
                manifest,
                overlays,
                options.FollowsSource ? path : null,
                options.Namespace,
                options.ClassName,
                options.IsPublic,
                options.HasHosting,
                target.HasUtf8Literals);
}
