using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.Mvc;

namespace FlagAnalyzers.Generators.Tests.Rules.Setup;

/// <summary>Gives a test what the package's targets give a project: the runtime, flags.json with its role, the reference date.</summary>
internal static class RuleTestSetup
{
    public const string ManifestPath = "/shop/flags.json";

    private static readonly MetadataReference[] FeatureManagement =
    [
        MetadataReference.CreateFromFile(typeof(IFeatureManager).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(FeatureGateAttribute).Assembly.Location),
    ];

    /// <param name="test">What runs.</param>
    /// <param name="manifest">The text of flags.json, or null for a project without.</param>
    /// <param name="role">The metadata <c>FlagsRole</c> of flags.json.</param>
    /// <param name="referenceDate">The property <c>FlagsReferenceDate</c>, or null when it is not set.</param>
    public static void UseFlags(this AnalyzerTest<DefaultVerifier> test, string? manifest, string role = "Manifest", string? referenceDate = Shop.ReferenceDate)
    {
        test.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        test.TestState.AdditionalReferences.AddRange(CompilationReferences.Net100);
        test.TestState.AdditionalReferences.Add(CompiledLibrary.Runtime);
        test.TestState.AdditionalReferences.AddRange(FeatureManagement);
        if (manifest is not null)
        {
            test.TestState.AdditionalFiles.Add((ManifestPath, manifest));
        }

        test.TestState.AnalyzerConfigFiles.Add(("/shop/.globalconfig", $"""
            is_global = true
            {(referenceDate is null ? "" : "build_property.FlagsReferenceDate = " + referenceDate)}

            [{ManifestPath}]
            build_metadata.AdditionalFiles.FlagsRole = {role}
            """));
        test.SolutionTransforms.Add(static (solution, projectId) =>
        {
            var options = (CSharpCompilationOptions)solution.GetProject(projectId)!.CompilationOptions!;
            return solution.WithProjectCompilationOptions(projectId, options.WithNullableContextOptions(NullableContextOptions.Enable));
        });
    }
}
