using System.Collections.Immutable;
using FlagAnalyzers.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Generators.Tests.Rules.Setup;

/// <summary>Runs <see cref="ManifestAnalyzer"/> as the compiler does, without the framework around it: quick enough for thousands of manifests.</summary>
internal static class ManifestDiagnostics
{
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Project", [], CompilationReferences.Net100, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <param name="manifest">The text of flags.json.</param>
    /// <param name="role">Its metadata <c>FlagsRole</c>.</param>
    /// <param name="referenceDate">The property <c>FlagsReferenceDate</c>, or null when it is not set.</param>
    /// <param name="references">What the project refers to besides the framework.</param>
    public static Task<ImmutableArray<Diagnostic>> OfAsync(string manifest, string role = "Manifest", string? referenceDate = null, params MetadataReference[] references) =>
        OfAsync([(RuleTestSetup.ManifestPath, manifest)], role, referenceDate, references);

    /// <param name="manifest">The text of flags.json.</param>
    /// <param name="property">An MSBuild property that the compiler sees.</param>
    public static Task<ImmutableArray<Diagnostic>> OfAsync(string manifest, (string Name, string Value) property) =>
        OfAsync([(RuleTestSetup.ManifestPath, manifest)], "Manifest", new Values("build_property." + property.Name, property.Value));

    public static Task<ImmutableArray<Diagnostic>> OfAsync(IEnumerable<(string Path, string Text)> manifests, string role = "Manifest", string? referenceDate = null, params MetadataReference[] references) =>
        OfAsync(manifests, role, new Values("build_property.FlagsReferenceDate", referenceDate), references);

    private static async Task<ImmutableArray<Diagnostic>> OfAsync(IEnumerable<(string Path, string Text)> manifests, string role, Values globalOptions, params MetadataReference[] references)
    {
        AnalyzerOptions options = new([.. manifests.Select(static file => new InMemoryText(file.Path, file.Text))], new Options(role, globalOptions));
        CompilationWithAnalyzersOptions run = new(
            options,
            onAnalyzerException: static (exception, _, _) => throw new InvalidOperationException("The analyzer failed.", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        return await Empty.AddReferences(references).WithAnalyzers([new ManifestAnalyzer()], run).GetAnalyzerDiagnosticsAsync();
    }

    private sealed class InMemoryText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options(string role, Values globalOptions) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => globalOptions;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values("", null);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values("build_metadata.AdditionalFiles.FlagsRole", role);
    }

    private sealed class Values(string name, string? text) : AnalyzerConfigOptions
    {
#pragma warning disable CS8765 // [NotNullWhen]: our assemblies' own copies of it, visible to tests, are in the way.
        public override bool TryGetValue(string key, out string? value)
#pragma warning restore CS8765
        {
            value = key == name ? text : null;
            return value is not null;
        }
    }
}
