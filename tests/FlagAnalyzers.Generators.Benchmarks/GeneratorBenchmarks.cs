using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using BenchmarkDotNet.Attributes;
using FlagAnalyzers.Benchmarks;
using FlagAnalyzers.Generators.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Generators.Benchmarks;

/// <summary>What the generator costs the compiler: a first run, a run after an edit of C# (a keystroke), and one after one flag of the manifest was changed.</summary>
/// <remarks><c>dotnet run -c Release --project tests/FlagAnalyzers.Generators.Benchmarks -- --filter '*' --inProcess</c></remarks>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private const string Path = "/project/flags.json";

    private readonly CSharpParseOptions options = new(LanguageVersion.Latest);
    private ImmutableArray<MetadataReference> references = [];
    private CSharpCompilation compilation = CSharpCompilation.Create("Shop");
    private CSharpCompilation edited = CSharpCompilation.Create("Shop");
    private ManifestFile manifest = new("");
    private ManifestFile changed = new("");
    private GeneratorDriver? warm;

    [Params(1_000, 10_000)]
    public int Flags { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        string folder = System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        this.references = [.. Directory.GetFiles(folder, "System.*.dll").Where(static file => !file.Contains("Native", StringComparison.Ordinal)).Select(static file => MetadataReference.CreateFromFile(file)),
            CSharpCompilation.Create("FlagAnalyzers").ToMetadataReference()];
        this.compilation = this.Compile("class Program { }");
        this.edited = this.compilation.ReplaceSyntaxTree(this.compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class Program { int edited; }", this.options, path: "Program.cs"));
        this.manifest = new ManifestFile(ManyFlags.Text(this.Flags));
        this.changed = new ManifestFile(ManyFlags.Text(this.Flags).Replace("The 500th flag", "One flag", StringComparison.Ordinal));
        this.warm = this.Create(track: false).RunGenerators(this.compilation);
        this.Check();
    }

    [Benchmark(Description = "first run")]
    public GeneratorDriver First() => this.Create(track: false).RunGenerators(this.compilation);

    [Benchmark(Description = "nothing changed")]
    public GeneratorDriver Unchanged() => this.warm!.RunGenerators(this.compilation);

    [Benchmark(Description = "C# edited")]
    public GeneratorDriver Edited() => this.warm!.RunGenerators(this.edited);

    [Benchmark(Description = "one flag changed")]
    public GeneratorDriver OneFlagChanged() => this.warm!.ReplaceAdditionalText(this.manifest, this.changed).RunGenerators(this.compilation);

    private CSharpCompilation Compile(string source) => CSharpCompilation.Create(
        "Shop", [CSharpSyntaxTree.ParseText(source, this.options, path: "Program.cs")], this.references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    // Compilers do not track steps, which costs several times what an unchanged run does.
    private GeneratorDriver Create(bool track) => CSharpGeneratorDriver.Create(
        [new FlagsGenerator().AsSourceGenerator()],
        [this.manifest],
        this.options,
        new ProjectOptions(),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, track));

    /// <summary>Where the manifest did not change no step may have done anything, and where a flag did the code must be another.</summary>
    private void Check()
    {
        GeneratorDriver tracked = this.Create(track: true).RunGenerators(this.compilation);
        GeneratorRunResult first = ResultOf(tracked);
        if (first.Exception is not null || first.GeneratedSources.Length != 1)
        {
            throw new InvalidOperationException("The generator did not generate.", first.Exception);
        }

        if (Ran(ResultOf(tracked.RunGenerators(this.compilation))) || Ran(ResultOf(tracked.RunGenerators(this.edited))))
        {
            throw new InvalidOperationException("A run without a change of the manifest made the generator work again.");
        }

        GeneratorRunResult changed = ResultOf(tracked.ReplaceAdditionalText(this.manifest, this.changed).RunGenerators(this.compilation));
        if (changed.GeneratedSources.Single().SourceText.ContentEquals(first.GeneratedSources.Single().SourceText))
        {
            throw new InvalidOperationException("A changed flag did not change the code.");
        }
    }

    private static GeneratorRunResult ResultOf(GeneratorDriver driver) => driver.GetRunResult().Results.Single();

    private static bool Ran(GeneratorRunResult result) => result.TrackedSteps.Values.Concat(result.TrackedOutputSteps.Values)
        .SelectMany(static steps => steps).SelectMany(static step => step.Outputs)
        .Any(static output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

    private sealed class ManifestFile(string text) : AdditionalText
    {
        private readonly SourceText text = SourceText.From(text, Encoding.UTF8);

        public override string Path => GeneratorBenchmarks.Path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => this.text;
    }

    /// <summary>What the package's targets tell the compiler.</summary>
    private sealed class ProjectOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new Dictionary<string, string> { ["build_property.RootNamespace"] = "Shop" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => this.GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(new Dictionary<string, string> { ["build_metadata.AdditionalFiles.FlagsRole"] = "Manifest" });
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
