using BenchmarkDotNet.Attributes;
using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Generators.Benchmarks;

/// <summary>
/// What it takes to remove a flag with 200 uses from a project of 1,000 files, beside compiling that project without writing it: a removal should cost less
/// than the build that follows it.
/// </summary>
/// <remarks><c>dotnet run -c Release --project tests/FlagAnalyzers.Generators.Benchmarks -- --filter '*Removal*' --inProcess</c></remarks>
[MemoryDiagnoser]
public class RemovalBenchmarks
{
    private Solution solution = new AdhocWorkspace().CurrentSolution;

    [GlobalSetup]
    public void Prepare()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        ProjectId id = ProjectId.CreateNewId();
        this.solution = this.solution.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Default,
            "LargeShop",
            "LargeShop",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: Directory.GetFiles(folder, "System.*.dll").Where(static file => !file.Contains("Native", StringComparison.Ordinal)).Select(static file => MetadataReference.CreateFromFile(file))));
        foreach ((string name, string text) in LargeShop.SourcesWithOwnFlags())
        {
            this.solution = this.solution.AddDocument(DocumentId.CreateNewId(id), name, SourceText.From(text), filePath: "/" + name);
        }

        int errors = this.solution.GetProject(id)!.GetCompilationAsync().GetAwaiter().GetResult()!.GetDiagnostics().Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        RemovalResult result = this.Remove().GetAwaiter().GetResult();
        if (errors > 0 || !result.IsComplete || result.Uses.Count != LargeShop.UsesOfOneFlag)
        {
            throw new InvalidOperationException($"{errors} errors, {result.Uses.Count} uses, complete: {result.IsComplete}.");
        }
    }

    /// <summary>The first use of a compilation answers from what it keeps, so it is made anew.</summary>
    [Benchmark(Baseline = true, Description = "compile")]
    public int Compile()
    {
        CSharpCompilation compilation = (CSharpCompilation)this.solution.Projects.Single().GetCompilationAsync().GetAwaiter().GetResult()!;
        return CSharpCompilation.Create("LargeShop", compilation.SyntaxTrees, compilation.References, compilation.Options).GetDiagnostics().Length;
    }

    [Benchmark(Description = "remove a flag")]
    public async Task<RemovalResult> Remove() => await FlagRemover.RemoveAsync(this.solution, LargeShop.OneFlag, keep: true);
}
