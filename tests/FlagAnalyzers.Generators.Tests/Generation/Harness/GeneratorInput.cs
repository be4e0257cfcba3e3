using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlagAnalyzers.Generators.Tests.Generation.Harness;

/// <summary>A project that generates flags: by default one that owns /project/flags.json, is called Shop and is compiled as the latest C# for net10.0.</summary>
internal sealed record GeneratorInput(string Manifest)
{
    public const string ManifestPath = "/project/flags.json";

    public static readonly CSharpParseOptions NetCore = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose)
        .WithPreprocessorSymbols("NET", "NET6_0_OR_GREATER", "NET10_0_OR_GREATER");

    public static readonly CSharpParseOptions NetStandard = new(LanguageVersion.CSharp8, DocumentationMode.Diagnose);

    public CSharpParseOptions ParseOptions { get; init; } = NetCore;

    public ImmutableArray<MetadataReference> References { get; init; } = [.. CompilationReferences.Net100, .. RuntimeReferences.NetCore];

    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase).Add("RootNamespace", "Shop");

    /// <summary>Additional files beside flags.json, with their role or null.</summary>
    public ImmutableArray<(string Path, string Text, string? Role)> OtherFiles { get; init; } = [];

    /// <summary>The role of flags.json; null for an additional file without one.</summary>
    public string? Role { get; init; } = "Manifest";

    /// <summary>C# of the project itself.</summary>
    public string Source { get; init; } = "";

    /// <summary>C# 8 for netstandard2.0, the oldest that is supported.</summary>
    public GeneratorInput ForNetStandard() => this with
    {
        ParseOptions = NetStandard,
        References = [.. CompilationReferences.NetStandard20, .. RuntimeReferences.NetStandard20],
    };

    public GeneratorInput As(LanguageVersion version) => this with { ParseOptions = this.ParseOptions.WithLanguageVersion(version) };

    public GeneratorInput With(string property, string value) => this with { Properties = this.Properties.SetItem(property, value) };
}
