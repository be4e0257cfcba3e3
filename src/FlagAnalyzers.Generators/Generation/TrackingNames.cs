namespace FlagAnalyzers.Generators.Generation;

/// <summary>The names of the pipeline's steps, for tests and for whoever reads a generator driver's run.</summary>
internal static class TrackingNames
{
    /// <summary>A manifest file read: model and diagnostics.</summary>
    public const string Reading = nameof(Reading);

    /// <summary>What the manifest says, without places in the text.</summary>
    public const string Manifest = nameof(Manifest);

    /// <summary>What the overlays say, without places in the text.</summary>
    public const string Overlays = nameof(Overlays);

    /// <summary>The MSBuild properties.</summary>
    public const string Options = nameof(Options);

    /// <summary>Language version and runtime assembly.</summary>
    public const string Target = nameof(Target);

    /// <summary>All that the emitter reads.</summary>
    public const string Spec = nameof(Spec);

    /// <summary>The generated text.</summary>
    public const string Source = nameof(Source);

    /// <summary>What is wrong with the file.</summary>
    public const string ManifestDiagnostics = nameof(ManifestDiagnostics);

    /// <summary>What is wrong with the overlays.</summary>
    public const string OverlayDiagnostics = nameof(OverlayDiagnostics);

    /// <summary>What is wrong with the project.</summary>
    public const string ProjectDiagnostics = nameof(ProjectDiagnostics);

    public static readonly IReadOnlyList<string> All = [Reading, Manifest, Overlays, Options, Target, Spec, Source, ManifestDiagnostics, OverlayDiagnostics, ProjectDiagnostics];
}
