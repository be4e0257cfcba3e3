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
    public const string OverlayPath = "/shop/flags.Staging.json";

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Project", [], CompilationReferences.Net100, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <param name="manifest">The text of flags.json.</param>
    /// <param name="role">Its metadata <c>FlagsRole</c>.</param>
    /// <param name="referenceDate">The property <c>FlagsReferenceDate</c>, or null when it is not set.</param>
    /// <param name="references">What the project refers to besides the framework.</param>
    public static Task<ImmutableArray<Diagnostic>> OfAsync(string manifest, string role = "Manifest", string? referenceDate = null, params MetadataReference[] references) =>
        OfAsync([(RuleTestSetup.ManifestPath, manifest)], role, referenceDate, references);

    public static Task<ImmutableArray<Diagnostic>> OfAsync(IEnumerable<(string Path, string Text)> manifests, string role = "Manifest", string? referenceDate = null, params MetadataReference[] references) =>
        OfFilesAsync([.. manifests.Select(file => (file.Path, file.Text, role))], referenceDate, references);

    /// <summary>The diagnostics in <see cref="OverlayPath"/> of a project that owns a manifest and this overlay.</summary>
    public static async Task<ImmutableArray<Diagnostic>> OfOverlayAsync(string manifest, string overlay) =>
        [.. (await OfFilesAsync([(OverlayPath, overlay, "Overlay"), (RuleTestSetup.ManifestPath, manifest, "Manifest")], null))
            .Where(static diagnostic => diagnostic.Location.GetLineSpan().Path == OverlayPath)];

    /// <summary>The diagnostics of another analyzer in flags.json, with options of .globalconfig or properties: <c>build_property.FlagsPolicyRequireOwner</c>.</summary>
    public static Task<ImmutableArray<Diagnostic>> OfAsync(DiagnosticAnalyzer analyzer, string manifest, params (string Name, string Value)[] options) =>
        RunAsync(analyzer, [(RuleTestSetup.ManifestPath, manifest, "Manifest")], options.ToDictionary(static option => option.Name, static option => option.Value));

    /// <param name="manifest">The text of flags.json.</param>
    /// <param name="property">An MSBuild property that the compiler sees.</param>
    public static Task<ImmutableArray<Diagnostic>> OfAsync(string manifest, (string Name, string Value) property) =>
        OfAsync(new ManifestAnalyzer(), manifest, ("build_property." + property.Name, property.Value));

    private static Task<ImmutableArray<Diagnostic>> OfFilesAsync(IReadOnlyList<(string Path, string Text, string Role)> files, string? referenceDate, params MetadataReference[] references) =>
        RunAsync(new ManifestAnalyzer(), files, referenceDate is null ? [] : new Dictionary<string, string> { ["build_property.FlagsReferenceDate"] = referenceDate }, references);

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(
        DiagnosticAnalyzer analyzer,
        IReadOnlyList<(string Path, string Text, string Role)> files,
        Dictionary<string, string> globalOptions,
        params MetadataReference[] references)
    {
        AnalyzerOptions options = new(
            [.. files.Select(static file => new InMemoryText(file.Path, file.Text))],
            new Options(files.ToDictionary(static file => file.Path, static file => file.Role), globalOptions));
        CompilationWithAnalyzersOptions run = new(
            options,
            onAnalyzerException: static (exception, _, _) => throw new InvalidOperationException("The analyzer failed.", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        return await Empty.AddReferences(references).WithAnalyzers([analyzer], run).GetAnalyzerDiagnosticsAsync();
    }

    private sealed class InMemoryText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options(Dictionary<string, string> roles, Dictionary<string, string> globalOptions) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Values(globalOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new Dictionary<string, string> { ["build_metadata.AdditionalFiles.FlagsRole"] = roles[textFile.Path] });
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
#pragma warning disable CS8765 // [NotNullWhen]: our assemblies' own copies of it, visible to tests, are in the way.
        public override bool TryGetValue(string key, out string? value)
#pragma warning restore CS8765
        {
            return values.TryGetValue(key, out value);
        }
    }
}
