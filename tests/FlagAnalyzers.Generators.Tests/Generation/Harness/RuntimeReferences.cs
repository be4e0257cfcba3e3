using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Tests.Generation.Harness;

/// <summary>The runtime that generated code calls, one leg for each reference set.</summary>
internal static class RuntimeReferences
{
    public static ImmutableArray<MetadataReference> NetStandard20 => RuntimeStub.References(false);

    public static ImmutableArray<MetadataReference> NetCore => RuntimeStub.References(true);
}
