using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Tests.Generation.Harness;

/// <summary>The runtime that generated code calls, one leg for each reference set, as a package reference hands it to the compiler.</summary>
internal static class RuntimeReferences
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyNetStandard20 = new(() => ReadFolder("netstandard2.0"));
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyNetCore = new(() => ReadFolder("net8.0"));

    public static ImmutableArray<MetadataReference> NetStandard20 => LazyNetStandard20.Value;

    public static ImmutableArray<MetadataReference> NetCore => LazyNetCore.Value;

    public static string FolderOf(string framework) => Path.Combine(AppContext.BaseDirectory, "runtime", framework);

    // The manifest reader is a detail of the runtime: what names no type of it compiles without.
    private static ImmutableArray<MetadataReference> ReadFolder(string framework)
        => [.. Directory.GetFiles(FolderOf(framework), "*.dll")
            .Where(static file => Path.GetFileName(file) != "FlagAnalyzers.Manifest.dll")
            .Order(StringComparer.Ordinal)
            .Select(file => MetadataReference.CreateFromFile(file))];
}
