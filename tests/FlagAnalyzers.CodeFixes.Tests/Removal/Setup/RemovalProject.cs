using FlagAnalyzers.Generators.Tests;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.CodeFixes.Tests.Removal.Setup;

/// <summary>A project with one file that uses flags, and the class of flags that the examples share.</summary>
internal sealed class RemovalProject
{
    public const string Key = "new-checkout";

    private readonly DocumentId document;

    /// <param name="source">The file.</param>
    /// <param name="others">Further files, by name; options of the project in <c>.globalconfig</c>.</param>
    public RemovalProject(SourceText source, params (string Name, string Text)[] others)
    {
        AdhocWorkspace workspace = new();
        ProjectId project = ProjectId.CreateNewId();
        this.document = DocumentId.CreateNewId(project);
        Solution solution = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(project, VersionStamp.Default, "Case", "Case", LanguageNames.CSharp))
            .WithProjectParseOptions(project, new CSharpParseOptions(LanguageVersion.Latest))
            .WithProjectCompilationOptions(project, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false))
            .WithProjectMetadataReferences(project, CompilationReferences.Net100.Add(CompiledLibrary.Runtime))
            .AddDocument(DocumentId.CreateNewId(project), "Flags.cs", Examples.Flags)
            .AddDocument(this.document, "Code.cs", source);
        foreach ((string name, string text) in others)
        {
            solution = name == ".globalconfig"
                ? solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(project), name, SourceText.From(text), filePath: "/shop/" + name)
                : solution.AddDocument(DocumentId.CreateNewId(project), name, text);
        }

        this.Solution = solution;
    }

    public RemovalProject(string source, params (string Name, string Text)[] others)
        : this(SourceText.From(source), others)
    {
    }

    private RemovalProject(Solution solution, DocumentId document)
    {
        this.Solution = solution;
        this.document = document;
    }

    public Solution Solution { get; }

    public SourceText Text => this.Solution.GetDocument(this.document)!.GetTextAsync().GetAwaiter().GetResult();

    public Compilation Compilation => this.Solution.GetProject(this.document.ProjectId)!.GetCompilationAsync().GetAwaiter().GetResult()!;

    public IReadOnlyList<Diagnostic> Errors => [.. this.Compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    public Task<(RemovalProject Project, RemovalResult Result)> RemoveAsync(bool keep) => this.RemoveAsync(Key, keep);

    public async Task<(RemovalProject Project, RemovalResult Result)> RemoveAsync(string key, bool keep)
    {
        RemovalResult result = await FlagRemover.RemoveAsync(this.Solution, key, keep);
        return (new RemovalProject(result.Solution, this.document), result);
    }
}
