using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Tests;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests;

/// <summary>Fix-all of one stale flag that two files of one project and a file of another use.</summary>
public sealed class RemoveFlagFixAllTests
{
    private const string Before = "flags.NewCheckout ? \"new\" : \"old\"";

    private readonly Solution solution;
    private readonly DocumentId[] files;

    public RemoveFlagFixAllTests()
    {
        ProjectId shop = ProjectId.CreateNewId();
        ProjectId web = ProjectId.CreateNewId();
        this.files = [DocumentId.CreateNewId(shop), DocumentId.CreateNewId(shop), DocumentId.CreateNewId(web)];
        Solution both = new AdhocWorkspace().CurrentSolution;
        foreach ((ProjectId id, string name) in new[] { (shop, "Shop"), (web, "Web") })
        {
            both = both
                .AddProject(ProjectInfo.Create(id, VersionStamp.Default, name, name, LanguageNames.CSharp))
                .WithProjectCompilationOptions(id, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
                .WithProjectMetadataReferences(id, CompilationReferences.Net100.Add(CompiledLibrary.Runtime))
                .AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), ".globalconfig", SourceText.From($"""
                    is_global = true
                    build_property.FlagsReferenceDate = {Shop.ReferenceDate}

                    [/shop/flags.json]
                    build_metadata.AdditionalFiles.FlagsRole = Manifest
                    """), filePath: $"/{name}/.globalconfig");
        }

        this.solution = both
            .AddProjectReference(web, new ProjectReference(shop))
            .AddAdditionalDocument(DocumentId.CreateNewId(shop), "flags.json", SourceText.From(Shop.Manifest), filePath: "/shop/flags.json")
            .AddDocument(DocumentId.CreateNewId(shop), "Flags.g.cs", SourceText.From(Shop.GeneratedFlags))
            .AddDocument(this.files[0], "Page.cs", Page("Page"))
            .AddDocument(this.files[1], "Basket.cs", Page("Basket"))
            .AddDocument(this.files[2], "Home.cs", Page("Home"));
    }

    [Theory]
    [InlineData(FixAllScope.Document, true, false, false)]
    [InlineData(FixAllScope.Project, true, true, false)]
    [InlineData(FixAllScope.Solution, true, true, true)]
    public async Task FixAll_Scope_ReachesWhatIsInIt(FixAllScope scope, params bool[] isFixed)
    {
        Document document = this.solution.GetDocument(this.files[0])!;
        FixAllContext context = new(document, new RemoveFlagFix(), scope, RemovalChoice.Keep("on").Equivalence, ["FLAG3001"], new Stale(), CancellationToken.None);

        CodeAction action = (await RemoveFlagFixAll.Instance.GetFixAsync(context))!;
        ApplyChangesOperation operation = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();

        for (int i = 0; i < this.files.Length; i++)
        {
            string text = (await operation.ChangedSolution.GetDocument(this.files[i])!.GetTextAsync()).ToString();
            Assert.Equal(isFixed[i], !text.Contains(Before, StringComparison.Ordinal));
            Assert.Equal(isFixed[i], text.Contains("=> \"new\";", StringComparison.Ordinal));
        }
    }

    private static string Page(string name) => $$"""
        public class {{name}}
        {
            public string Title(Shop.Flags flags) => {{Before}};
        }

        """;

    private sealed class Stale : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            Compilation compilation = (await project.GetCompilationAsync(cancellationToken))!;
            return await compilation.WithAnalyzers([new StaleFlagAnalyzer()], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellationToken);
        }

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await this.GetAllDiagnosticsAsync(document.Project, cancellationToken)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
