using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Sweeping;

/// <summary>Using directives that were needed before and are not any more.</summary>
internal static class UsingSweep
{
    /// <summary>Which of the directives, by their place in the order of the file, are not needed any more.</summary>
    /// <param name="then">The file as it was, bound with its documentation; asked for only where there is a directive without a use.</param>
    /// <param name="now">The file as it is, bound with its documentation.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IReadOnlyCollection<int> Gone(SemanticModel then, SemanticModel now, CancellationToken cancellationToken)
    {
        UsingDirectiveSyntax[] directives = In(now.SyntaxTree.GetRoot(cancellationToken));
        if (directives.Length == 0 || UnusedIn(now, cancellationToken) is not { Count: > 0 } unused)
        {
            return [];
        }

        HashSet<string> before = new(UnusedIn(then, cancellationToken).Select(static directive => directive.ToString()), StringComparer.Ordinal);
        return [.. unused
            .Where(directive => !before.Contains(directive.ToString()) && !directive.GetLeadingTrivia().Any(static trivia => trivia.IsDirective))
            .Select(directive => Array.IndexOf(directives, directive))];
    }

    /// <summary>The file without some directives.</summary>
    public static SyntaxNode Without(SyntaxNode root, IReadOnlyCollection<int> places)
    {
        if (places.Count == 0)
        {
            return root;
        }

        UsingDirectiveSyntax[] directives = In(root);
        UsingDirectiveSyntax[] gone = [.. places.Select(place => directives[place])];

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

    private static UsingDirectiveSyntax[] In(SyntaxNode root) =>
        [.. root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>()];

    private static IReadOnlyCollection<UsingDirectiveSyntax> UnusedIn(SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode root = model.SyntaxTree.GetRoot(cancellationToken);
        return
        [
            .. model.GetDiagnostics(cancellationToken: cancellationToken)
                .Where(static diagnostic => diagnostic.Id == "CS8019")
                .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<UsingDirectiveSyntax>())
                .OfType<UsingDirectiveSyntax>(),
        ];
    }
}
