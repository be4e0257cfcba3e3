using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlagAnalyzers.Removal.Repair;

/// <summary>Some files of a solution, bound with their documentation: where the compiler does not read it, it looks neither at references in it nor for usings without a use.</summary>
internal static class DocumentedFiles
{
    public static async Task<IReadOnlyDictionary<DocumentId, SemanticModel>> BindAsync(Solution solution, IEnumerable<DocumentId> documents, CancellationToken cancellationToken)
    {
        Dictionary<DocumentId, SemanticModel> models = [];
        foreach (IGrouping<ProjectId, DocumentId> project in documents.GroupBy(static id => id.ProjectId))
        {
            Compilation compilation = (await solution.GetProject(project.Key)!.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
            List<(DocumentId Id, SyntaxTree Tree)> trees = [];
            foreach (DocumentId id in project)
            {
                SyntaxTree tree = (await solution.GetDocument(id)!.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false))!;
                if (tree.Options is CSharpParseOptions { DocumentationMode: DocumentationMode.None } options)
                {
                    SyntaxTree documented = CSharpSyntaxTree.ParseText(await tree.GetTextAsync(cancellationToken).ConfigureAwait(false), options.WithDocumentationMode(DocumentationMode.Parse), tree.FilePath, cancellationToken);
                    compilation = compilation.ReplaceSyntaxTree(tree, documented);
                    tree = documented;
                }

                trees.Add((id, tree));
            }

            foreach ((DocumentId id, SyntaxTree tree) in trees)
            {
                models.Add(id, compilation.GetSemanticModel(tree));
            }
        }

        return models;
    }
}
