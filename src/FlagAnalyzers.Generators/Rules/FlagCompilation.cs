using System.Runtime.CompilerServices;
using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Generators.Rules.Uses;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FlagAnalyzers.Generators.Rules;

/// <summary>
/// What a rule may ask of the compilation it looks at. Made when the compilation starts, one for all rules, gone with it; what costs is found on first demand.
/// </summary>
internal sealed class FlagCompilation
{
    /// <summary>By options first: a file beside the code may change while the compilation stays what it was.</summary>
    private static readonly ConditionalWeakTable<AnalyzerOptions, ConditionalWeakTable<Compilation, FlagCompilation>> Known = new();

    private readonly Lazy<DeclaredFlags> declared;
    private readonly Lazy<IReadOnlyList<OverlayFile>> overlays;
    private readonly Lazy<FlagParameters> parameters;
    private readonly Lazy<FlagReaders> readers;
    private readonly Lazy<FlagDecisions> decisions;

#pragma warning disable RS1012 // The analyzers that ask for one register the actions.
    private FlagCompilation(CompilationStartAnalysisContext context)
    {
        Compilation compilation = context.Compilation;
        AnalyzerOptions options = context.Options;
        IReadOnlyList<ManifestFile> manifests = ManifestFile.ReadAll(options, text => context.TryGetValue(text, ManifestFile.Readings, out ManifestReading? reading) ? reading : null, context.CancellationToken);
        this.Compilation = compilation;
        this.Manifests = manifests;
        this.ReferenceDate = Declarations.ReferenceDate.Of(options.AnalyzerConfigOptionsProvider.GlobalOptions);
        UserApis userApis = UserApis.Of(options.AnalyzerConfigOptionsProvider.GlobalOptions);
        this.Keys = ResolvedKeys.Of(compilation);
        this.parameters = new Lazy<FlagParameters>(() => FlagParameters.Of(compilation, userApis));
        this.declared = new Lazy<DeclaredFlags>(() => DeclaredFlags.Of(compilation, manifests));
        this.readers = new Lazy<FlagReaders>(() => FlagReaders.Of(this));
        this.decisions = new Lazy<FlagDecisions>(() => FlagDecisions.Of(this));
        this.Options = options.AnalyzerConfigOptionsProvider.GlobalOptions;
        this.overlays = new Lazy<IReadOnlyList<OverlayFile>>(() => OverlayFile.ReadAll(options, manifests, CancellationToken.None));
    }

    public static FlagCompilation Of(CompilationStartAnalysisContext context) =>
        Known.GetValue(context.Options, static _ => new ConditionalWeakTable<Compilation, FlagCompilation>()).GetValue(context.Compilation, _ => new FlagCompilation(context));
#pragma warning restore RS1012

    public Compilation Compilation { get; }

    public IReadOnlyList<ManifestFile> Manifests { get; }

    /// <summary>The environment overlays of the manifest that the project owns.</summary>
    public IReadOnlyList<OverlayFile> Overlays => this.overlays.Value;

    /// <summary>The date that the build calls today, or null: then nothing is stale.</summary>
    public FlagDate? ReferenceDate { get; }

    public DeclaredFlags Declared => this.declared.Value;

    public FlagParameters Parameters => this.parameters.Value;

    /// <summary>Which properties and methods read a flag.</summary>
    public FlagReaders Readers => this.readers.Value;

    /// <summary>Which flags answer everybody the same.</summary>
    public FlagDecisions Decisions => this.decisions.Value;

    /// <summary>What .globalconfig and the project file say, for options of rules.</summary>
    public AnalyzerConfigOptions Options { get; }

    /// <summary>The keys of members that are no constants.</summary>
    public ResolvedKeys Keys { get; }
}
