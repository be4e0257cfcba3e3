using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Tests;

/// <summary>The reference sets that test compilations are given, read once from the output folder.</summary>
internal static class CompilationReferences
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyNetStandard20 = new(() => ReadFolder("netstandard2.0"));
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyNet100 = new(() => ReadFolder("net10.0"));

    /// <summary>netstandard2.0, without anything else.</summary>
    public static ImmutableArray<MetadataReference> NetStandard20 => LazyNetStandard20.Value;

    /// <summary>net10.0 with ASP.NET Core.</summary>
    public static ImmutableArray<MetadataReference> Net100 => LazyNet100.Value;

    private static ImmutableArray<MetadataReference> ReadFolder(string framework)
        => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "ref", framework), "*.dll")
            .Order(StringComparer.Ordinal)
            .Select(file => MetadataReference.CreateFromFile(file))];
}
