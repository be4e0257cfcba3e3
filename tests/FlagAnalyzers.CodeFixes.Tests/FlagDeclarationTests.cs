using System.Text;
using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace FlagAnalyzers.CodeFixes.Tests;

public sealed class FlagDeclarationTests
{
    private const string Manifest = """
        {
          "flags": {
            "a": { "flagType": "boolean", "defaultValue": false }
          }
        }
        """;

    /// <summary>A project with two target frameworks is two projects with one file.</summary>
    [Fact]
    public async Task ApplyAsync_FileOfTwoProjects_GivesBothTheSameText()
    {
        using AdhocWorkspace workspace = new();
        Solution solution = WithManifest(WithManifest(workspace.CurrentSolution, "net8.0", "/shop/flags.json"), "net10.0", "/shop/flags.json");

        Solution changed = await FlagDeclaration.ApplyAsync(
            solution,
            [new("c", FlagType.String, "/shop/flags.json"), new("b", FlagType.Boolean, "/shop/flags.json"), new("c", FlagType.Boolean, "/shop/flags.json"), new("a", FlagType.Boolean, "/shop/flags.json")],
            CancellationToken.None);

        string[] texts = await Task.WhenAll(changed.Projects.Select(static async project => (await project.AdditionalDocuments.Single().GetTextAsync()).ToString()));
        Assert.Equal(2, texts.Length);
        Assert.All(texts, static text => Assert.Equal(
            """
            {
              "flags": {
                "a": { "flagType": "boolean", "defaultValue": false },
                "b": {
                  "flagType": "boolean",
                  "defaultValue": false
                },
                "c": {
                  "flagType": "string",
                  "defaultValue": ""
                }
              }
            }
            """,
            text));
    }

    [Fact]
    public async Task ApplyAsync_SeveralManifests_EditsEachOne()
    {
        using AdhocWorkspace workspace = new();
        Solution solution = WithManifest(WithManifest(workspace.CurrentSolution, "Shop", "/shop/flags.json"), "Stock", "/stock/flags.json");

        Solution changed = await FlagDeclaration.ApplyAsync(solution, [new("shop", FlagType.Boolean, "/shop/flags.json"), new("stock", FlagType.Boolean, "/stock/flags.json")], CancellationToken.None);

        foreach (Project project in changed.Projects)
        {
            string text = (await project.AdditionalDocuments.Single().GetTextAsync()).ToString();
            Assert.Equal(project.Name == "Shop", text.Contains("\"shop\"", StringComparison.Ordinal));
            Assert.Equal(project.Name == "Stock", text.Contains("\"stock\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task ApplyAsync_FileWithByteOrderMark_KeepsIt()
    {
        using AdhocWorkspace workspace = new();
        Solution solution = WithManifest(workspace.CurrentSolution, "Shop", "/shop/flags.json", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Solution changed = await FlagDeclaration.ApplyAsync(solution, [new("b", FlagType.Boolean, "/shop/flags.json")], CancellationToken.None);

        SourceText text = await changed.Projects.Single().AdditionalDocuments.Single().GetTextAsync();
        Assert.Equal(3, text.Encoding!.GetPreamble().Length);
        Assert.NotEqual(Manifest, text.ToString());
    }

    [Theory]
    [InlineData("{ \"flags\": ")]
    [InlineData("{ \"flags\": { \"a\": { \"flagType\": \"boolean\" \"defaultValue\": false } } }")]
    [InlineData("{ \"flags\": [] }")]
    [InlineData("[]")]
    public async Task ApplyAsync_FileThatCannotTakeAFlag_LeavesItAlone(string manifest)
    {
        using AdhocWorkspace workspace = new();
        Solution solution = WithManifest(workspace.CurrentSolution, "Shop", "/shop/flags.json", text: manifest);

        Solution changed = await FlagDeclaration.ApplyAsync(solution, [new("b", FlagType.Boolean, "/shop/flags.json")], CancellationToken.None);

        Assert.Equal(manifest, (await changed.Projects.Single().AdditionalDocuments.Single().GetTextAsync()).ToString());
    }

    private static Solution WithManifest(Solution solution, string project, string path, Encoding? encoding = null, string text = Manifest)
    {
        ProjectId id = ProjectId.CreateNewId();
        return solution
            .AddProject(id, project, project, LanguageNames.CSharp)
            .AddAdditionalDocument(DocumentId.CreateNewId(id), "flags.json", SourceText.From(text, encoding ?? Encoding.UTF8), filePath: path);
    }
}
