using System.Reflection;
using System.Runtime.Loader;
using FlagAnalyzers.Generators.Emission;
using FlagAnalyzers.Generators.Generation;
using FlagAnalyzers.Generators.Tests.Generation.Harness;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace FlagAnalyzers.Generators.Tests.Evaluation;

/// <summary>The flags of many manifests, each in a namespace of its own, compiled into one assembly with <c>EvaluationDriver</c> and loaded beside the real runtime.</summary>
internal sealed class CompiledBatch : IDisposable
{
    private readonly AssemblyLoadContext loader = new("compiled flags", isCollectible: true);
    private readonly List<string> manifests = [];
    private readonly List<string[]> attributes = [];
    private readonly List<string> sources = [];
    private readonly MethodInfo evaluate;
    private readonly MethodInfo compare;
    private readonly MethodInfo countAllocations;

    public CompiledBatch(IEnumerable<string> manifests)
    {
        foreach (string manifest in manifests)
        {
            this.Generate(manifest);
        }

        this.loader.Resolving += static (loader, name) =>
        {
            string file = Path.Combine(RuntimeReferences.FolderOf("net8.0"), name.Name + ".dll");
            return File.Exists(file) ? loader.LoadFromAssemblyPath(file) : null;
        };

        // The test process has the compiler's leg of the manifest reader; the program must not get that one.
        this.loader.LoadFromAssemblyPath(Path.Combine(RuntimeReferences.FolderOf("net8.0"), "FlagAnalyzers.Manifest.dll"));
        Type driver = this.loader.LoadFromStream(this.Compile()).GetType("EvaluationDriver", throwOnError: true)!;
        this.evaluate = driver.GetMethod("Evaluate")!;
        this.compare = driver.GetMethod("Compare")!;
        this.countAllocations = driver.GetMethod("CountAllocations")!;
    }

    public int Count => this.manifests.Count;

    public string SourceOf(int index) => this.sources[index];

    public string ManifestOf(int index) => this.manifests[index];

    public string Evaluate(int index, string key, string type, string fallback, string context, long now) =>
        (string)this.evaluate.Invoke(null, [Namespace(index), this.manifests[index], key, type, fallback, context, now, this.attributes[index]])!;

    /// <summary>The differences between compiled and interpreted, and how many evaluations compiled code answered.</summary>
    public (IReadOnlyList<string> Differences, int CompiledAnswers) Compare(int index, string[] contexts, long now)
    {
        string[] lines = (string[])this.compare.Invoke(null, [Namespace(index), this.manifests[index], contexts, now, this.attributes[index]])!;
        return (lines[..^1], int.Parse(lines[^1], System.Globalization.CultureInfo.InvariantCulture));
    }

    public long CountAllocations(int index, string[] contexts, long now) =>
        (long)this.countAllocations.Invoke(null, [Namespace(index), this.manifests[index], contexts, now, this.attributes[index]])!;

    public void Dispose() => this.loader.Unload();

    private static string Namespace(int index) => "Batch" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Generate(string text)
    {
        Manifest manifest = ManifestReader.Read(text).Manifest;
        GenerationSpec spec = new(manifest, Overlays: default, SourcePath: null, Namespace(this.manifests.Count), "Flags", IsPublic: true, HasHosting: false, HasUtf8Literals: true);
        this.sources.Add(GeneratedSource.From(spec, CancellationToken.None).Text!);
        this.attributes.Add([.. ContextEmitter.NameProperties(manifest.Context).Select(static property => property.Attribute.Path + "|" + property.Name)]);
        this.manifests.Add(text);
    }

    private MemoryStream Compile()
    {
        CSharpParseOptions options = new(LanguageVersion.Latest, DocumentationMode.None);
        string driver = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Evaluation", "EvaluationDriver.cs"));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "CompiledFlags",
            [CSharpSyntaxTree.ParseText(driver, options), .. this.sources.Select(source => CSharpSyntaxTree.ParseText(source, options))],
            [.. CompilationReferences.Net100, .. RuntimeReferences.NetCore],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true));
        MemoryStream image = new();
        EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10)));
        image.Position = 0;
        return image;
    }
}
