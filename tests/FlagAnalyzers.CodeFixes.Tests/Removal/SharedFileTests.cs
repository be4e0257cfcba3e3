using FlagAnalyzers.CodeFixes.Tests.Removal.Setup;
using FlagAnalyzers.Generators.Tests;
using FlagAnalyzers.Generators.Tests.Rules.Setup;
using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests.Removal;

/// <summary>A file that two projects, or two target frameworks of one, compile: it is edited once, and only as both would edit it.</summary>
public sealed class SharedFileTests
{
    private const string FilePath = "/shop/Page.cs";

    /// <summary>Without the flag nothing calls <c>Old</c> but what only one of the projects compiles.</summary>
    private const string Disputed = """
        public static class Page
        {
            public static string Title(FlagCorpus.Flags flags) => flags.NewCheckout ? "new" : Old();

        #if MOBILE
            public static string Small() => Old();
        #endif

            private static string Old() => "old";
        }
        """;

    [Fact]
    public async Task File_ThatBothEditAlike_IsEditedAndReportedOnce()
    {
        RemovalResult result = await RemoveAsync("""
            public static class Page
            {
                public static string Title(FlagCorpus.Flags flags)
                {
                    if (flags.NewCheckout)
                    {
                        return "new";
                    }

                    return "old";
                }
            }
            """);

        RemovedUse use = Assert.Single(result.Uses);
        Assert.True(use.IsRemoved, use.Obstacle);
        Assert.All(await TextsAsync(result.Solution), static text => Assert.Contains("return \"new\";", text, StringComparison.Ordinal));
        Assert.Equal(5, result.DeletedLines);
    }

    [Fact]
    public async Task Use_ThatOneOfThemDoesNotCompile_IsLeftInBoth()
    {
        const string source = """
            public static class Page
            {
            #if MOBILE
                public static string Title(FlagCorpus.Flags flags) => flags.NewCheckout ? "new" : "old";
            #else
                public static string Title(FlagCorpus.Flags flags) => "desktop";
            #endif
            }
            """;

        RemovalResult result = await RemoveAsync(source);

        Assert.False(result.IsComplete);
        Assert.Equal(4, Assert.Single(result.Uses).Line);
        Assert.All(await TextsAsync(result.Solution), text => Assert.Equal(source, text));
    }

    [Fact]
    public async Task Member_ThatOneOfThemStillUses_KeepsTheFile()
    {
        RemovalResult result = await RemoveAsync(Disputed);

        RemovedUse use = Assert.Single(result.Uses);
        Assert.Contains("share the file", use.Obstacle, StringComparison.Ordinal);
        Assert.All(await TextsAsync(result.Solution), static text => Assert.Equal(Disputed, text));
    }

    [Fact]
    public async Task OtherFile_BesideOneOnWhichTheyDisagree_IsEdited()
    {
        RemovalResult result = await RemoveAsync(
            Disputed,
            "public static class Cart { public static bool IsNew(FlagCorpus.Flags flags) => !flags.NewCheckout; }");

        Assert.Equal([false, true], result.Uses.OrderBy(static use => use.IsRemoved).Select(static use => use.IsRemoved));
        Document cart = result.Solution.Projects.SelectMany(static project => project.Documents).Single(static document => document.Name == "Cart.cs");
        Assert.Contains("=> false;", (await cart.GetTextAsync()).ToString(), StringComparison.Ordinal);
    }

    /// <summary>The first project defines MOBILE, and has a file of its own when one is given.</summary>
    private static async Task<RemovalResult> RemoveAsync(string shared, string? own = null)
    {
        Solution solution = new AdhocWorkspace().CurrentSolution;
        foreach (string symbol in new[] { "MOBILE", "DESKTOP" })
        {
            ProjectId id = ProjectId.CreateNewId(symbol);
            solution = solution
                .AddProject(ProjectInfo.Create(id, VersionStamp.Default, symbol, symbol, LanguageNames.CSharp))
                .WithProjectParseOptions(id, new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: [symbol]))
                .WithProjectCompilationOptions(id, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
                .WithProjectMetadataReferences(id, CompilationReferences.Net100.Add(CompiledLibrary.Runtime))
                .AddDocument(DocumentId.CreateNewId(id), "Flags.cs", SourceText.From(Examples.Flags), filePath: "/shop/Flags.cs")
                .AddDocument(DocumentId.CreateNewId(id), "Page.cs", SourceText.From(shared), filePath: FilePath);
            if (own is not null && symbol == "MOBILE")
            {
                solution = solution.AddDocument(DocumentId.CreateNewId(id), "Cart.cs", SourceText.From(own), filePath: "/shop/Cart.cs");
            }
        }

        foreach (Project project in solution.Projects)
        {
            Assert.DoesNotContain((await project.GetCompilationAsync())!.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        }

        return await FlagRemover.RemoveAsync(solution, RemovalProject.Key, keep: true);
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(Solution solution)
    {
        List<string> texts = [];
        foreach (Document document in solution.Projects.SelectMany(static project => project.Documents).Where(static document => document.FilePath == FilePath))
        {
            texts.Add((await document.GetTextAsync()).ToString());
        }

        return texts;
    }
}
