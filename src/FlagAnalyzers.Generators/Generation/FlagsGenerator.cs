using System.Collections.Immutable;
using System.Text;
using FlagAnalyzers.Generators.Diagnostics;
using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Generators.Generation;

/// <summary>Turns <c>flags.json</c> into typed accessors. An edit of C# re-runs nothing; white space in the manifest or an overlay emits nothing new.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class FlagsGenerator : IIncrementalGenerator
{
    // A constant, because keys may hold what hint names must not.
    private const string HintName = "Flags.g.cs";

    /// <summary>Wires the steps; see <see cref="TrackingNames"/>.</summary>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Read the one manifest that this project owns, if it owns one.
        IncrementalValueProvider<ManifestResult?> reading = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => ManifestText.IsOwned(pair.Left, pair.Right))
            .Select(static (pair, _) => pair.Left)
            .Collect()
            .Select(static (files, _) => ManifestText.First(files))
            .Select(static (file, cancellationToken) => ManifestText.Read(file, cancellationToken))
            .WithTrackingName(TrackingNames.Reading);

        // From here on the model goes without places in the text, so that white space and comments end here.
        IncrementalValueProvider<Manifest?> manifest = reading
            .Select(static (result, _) => result?.Manifest)
            .WithTrackingName(TrackingNames.Manifest);

        // The places go their own way, to the diagnostics.
        IncrementalValueProvider<EquatableArray<DiagnosticSpec>> manifestDiagnostics = reading
            .Select(static (result, _) => result?.Diagnostics ?? default)
            .WithTrackingName(TrackingNames.ManifestDiagnostics);

        // Read what differs in some environments, if anything does; named after the manifest that it lies on.
        IncrementalValueProvider<string?> path = reading.Select(static (result, _) => result?.Path);

        IncrementalValueProvider<ImmutableArray<OverlayResult>> overlayReadings = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => OverlayText.IsOverlay(pair.Left, pair.Right))
            .Select(static (pair, cancellationToken) => OverlayText.Read(pair.Left, cancellationToken))
            .Where(static result => result is not null)
            .Select(static (result, _) => result!)
            .Collect();

        IncrementalValueProvider<EquatableArray<Overlay>> overlays = overlayReadings
            .Combine(path)
            .Select(static (pair, _) => pair.Right is null ? default : OverlayText.Name(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Overlays);

        IncrementalValueProvider<EquatableArray<DiagnosticSpec>> overlayDiagnostics = overlayReadings
            .Combine(path)
            .Select(static (pair, _) => pair.Right is null ? default : OverlayText.Diagnostics(pair.Left))
            .WithTrackingName(TrackingNames.OverlayDiagnostics);

        // Ask the project how its flags should be called, and whether it can compile them.
        IncrementalValueProvider<GeneratorOptions> options = context.AnalyzerConfigOptionsProvider
            .Select(static (provider, _) => GeneratorOptions.Read(provider.GlobalOptions))
            .WithTrackingName(TrackingNames.Options);

        IncrementalValueProvider<bool> hasRuntime = context.MetadataReferencesProvider
            .Where(static reference => CompilationTarget.IsRuntime(reference))
            .Collect()
            .Select(static (references, _) => !references.IsEmpty);

        IncrementalValueProvider<CompilationTarget> target = context.ParseOptionsProvider
            .Select(static (parseOptions, _) => CompilationTarget.LanguageVersionOf(parseOptions))
            .Combine(hasRuntime)
            .Select(static (pair, _) => new CompilationTarget(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Target);

        // Put together what the emitter needs; nothing where the result could not compile.
        IncrementalValueProvider<GenerationSpec?> spec = manifest.Combine(path).Combine(overlays)
            .Combine(options.Combine(target))
            .Select(static (pair, _) =>
            {
                (((Manifest? model, string? file), EquatableArray<Overlay> environments), (GeneratorOptions wishes, CompilationTarget compiler)) = pair;
                return GenerationSpec.From(model, file, environments, wishes, compiler);
            })
            .WithTrackingName(TrackingNames.Spec);

        IncrementalValueProvider<GeneratedSource?> source = spec
            .Select(static (model, cancellationToken) => model is null ? null : GeneratedSource.From(model, cancellationToken))
            .WithTrackingName(TrackingNames.Source);

        // Emit the one file.
        context.RegisterSourceOutput(source, static (production, generated) =>
        {
            if (generated?.Text is { } text)
            {
                production.AddSource(HintName, SourceText.From(text, Encoding.UTF8));
            }
        });

        // Report what is wrong with the files, each thing in its place.
        context.RegisterSourceOutput(manifestDiagnostics, static (production, diagnostics) => Report(production, diagnostics));
        context.RegisterSourceOutput(overlayDiagnostics, static (production, diagnostics) => Report(production, diagnostics));

        // Report what is wrong with the project, but only to one that wants flags.
        IncrementalValueProvider<EquatableArray<DiagnosticSpec>> projectDiagnostics = source
            .Combine(manifest.Select(static (model, _) => model is not null))
            .Combine(options)
            .Combine(target)
            .Select(static (pair, _) => pair.Left.Left.Right && pair.Left.Right.Generates ? ProjectProblems.Of(pair.Left.Right, pair.Right, pair.Left.Left.Left) : default)
            .WithTrackingName(TrackingNames.ProjectDiagnostics);

        context.RegisterSourceOutput(projectDiagnostics, static (production, diagnostics) => Report(production, diagnostics));
    }

    private static void Report(SourceProductionContext production, EquatableArray<DiagnosticSpec> diagnostics)
    {
        foreach (DiagnosticSpec diagnostic in diagnostics)
        {
            production.ReportDiagnostic(diagnostic.ToDiagnostic());
        }
    }
}
