using FlagAnalyzers.Generators.Tests.Generation.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Generation;

/// <summary>Generated code compiles with warnings as errors, documentation checked, wherever it may be used.</summary>
public sealed class GeneratedCodeCompilesTests
{
    public static TheoryData<string> Manifests => new(ManifestFiles.Names);

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Run_CSharp8OnNetStandard_Compiles(string manifest)
        => GeneratorHarness.Run(new GeneratorInput(ManifestFiles.Read(manifest)).ForNetStandard()).AssertCompiles();

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Run_CSharp12OnNetCore_Compiles(string manifest)
        => GeneratorHarness.Run(new GeneratorInput(ManifestFiles.Read(manifest)).As(LanguageVersion.CSharp12)).AssertCompiles();

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Run_LatestOnNetCore_Compiles(string manifest)
        => GeneratorHarness.Run(new GeneratorInput(ManifestFiles.Read(manifest))).AssertCompiles();
}
