using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Sweeping;

/// <summary>Using directives that were needed before and are not any more.</summary>
internal static class UsingSweep
{
    public static async Task<SyntaxNode> ApplyAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await after.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        if (!root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>().Any())
        {
            return root;
        }

        HashSet<string> unused = new((await UnusedAsync(before, cancellationToken).ConfigureAwait(false)).Select(static directive => directive.ToString()), StringComparer.Ordinal);
        List<UsingDirectiveSyntax> gone = [];
        foreach (UsingDirectiveSyntax directive in await UnusedAsync(after, cancellationToken).ConfigureAwait(false))
        {
            if (!unused.Contains(directive.ToString()) && !directive.GetLeadingTrivia().Any(static trivia => trivia.IsDirective))
            {
                gone.Add(directive);
            }
        }

        if (gone.Count == 0)
        {
            return root;
        }

        // A comment at the head of the file is not the first directive's.
        SyntaxTriviaList head = root.GetLeadingTrivia();
        bool losesHead = gone.Any(directive => directive.SpanStart == root.GetFirstToken().SpanStart);
        SyntaxNode swept = root.RemoveNodes(gone, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
        if (!losesHead)
        {
            return swept;
        }

        SyntaxToken first = swept.GetFirstToken(includeZeroWidth: true);
        IEnumerable<SyntaxTrivia> own = swept is CompilationUnitSyntax { Usings.Count: > 0 } || head.Any(Repair.Remarks.IsComment)
            ? first.LeadingTrivia
            : first.LeadingTrivia.SkipWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return swept.ReplaceToken(first, first.WithLeadingTrivia(head.AddRange(own)));
    }

    private static async Task<IEnumerable<UsingDirectiveSyntax>> UnusedAsync(Document document, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;

        // The compiler looks at usings only where it reads documentation; this file is enough.
        if (root.SyntaxTree.Options is CSharpParseOptions { DocumentationMode: DocumentationMode.None } options)
        {
            SyntaxTree tree = root.SyntaxTree.WithRootAndOptions(root, options.WithDocumentationMode(DocumentationMode.Parse));
            model = model.Compilation.ReplaceSyntaxTree(root.SyntaxTree, tree).GetSemanticModel(tree);
            root = await tree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        }

        return model.GetDiagnostics(cancellationToken: cancellationToken)
            .Where(static diagnostic => diagnostic.Id == "CS8019")
            .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<UsingDirectiveSyntax>())
            .OfType<UsingDirectiveSyntax>();
    }
}
