using FlagAnalyzers.Removal.Pruning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal;

/// <summary>Edits of nodes, gathered for all files of a solution and then made at once.</summary>
internal sealed class DocumentEdits
{
    private readonly Dictionary<DocumentId, Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>> byDocument = [];

    public bool IsEmpty => this.byDocument.Count == 0;

    /// <summary>How many edits were asked for so far.</summary>
    public int Count { get; private set; }

    public IEnumerable<DocumentId> Documents => this.byDocument.Keys;

    /// <summary>Whether an edit of the member, or of something in it, is waiting.</summary>
    public bool Touches(DocumentId document, SyntaxNode member) =>
        this.byDocument.TryGetValue(document, out Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>? edits) && edits.Keys.Any(node => member.Span.Contains(node.Span));

    public void Mark(DocumentId document, SyntaxNode node, SyntaxAnnotation mark) => this.Change(document, node, rewritten => rewritten.With(mark));

    public void Replace(DocumentId document, SyntaxNode node, SyntaxNode replacement)
    {
        this.Change(document, node, _ => replacement);

        // A member of an anonymous object is called after the expression; it keeps that name.
        if (node.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } member && SyntaxFacts.TryGetInferredMemberName(node) is { } name && SyntaxFacts.TryGetInferredMemberName(replacement) != name)
        {
            this.Change(document, member, rewritten => Named((AnonymousObjectMemberDeclaratorSyntax)rewritten, name));
        }
    }

    /// <param name="document">The file.</param>
    /// <param name="node">A node of its current tree.</param>
    /// <param name="edit">Makes the new node from the old one, in which edits of inner nodes are made already.</param>
    public void Change(DocumentId document, SyntaxNode node, Func<SyntaxNode, SyntaxNode> edit)
    {
        if (!this.byDocument.TryGetValue(document, out Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>? edits))
        {
            this.byDocument.Add(document, edits = []);
        }

        this.Count++;
        edits[node] = edits.TryGetValue(node, out Func<SyntaxNode, SyntaxNode>? earlier) ? rewritten => edit(earlier(rewritten)) : edit;
    }

    /// <summary>Takes in edits that were gathered apart, behind those that are there.</summary>
    public void Include(DocumentEdits others)
    {
        foreach (KeyValuePair<DocumentId, Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>> document in others.byDocument)
        {
            foreach (KeyValuePair<SyntaxNode, Func<SyntaxNode, SyntaxNode>> edit in document.Value)
            {
                this.Change(document.Key, edit.Key, edit.Value);
            }
        }
    }

    private static AnonymousObjectMemberDeclaratorSyntax Named(AnonymousObjectMemberDeclaratorSyntax member, string name) => member.NameEquals is not null ? member : member
        .WithNameEquals(SyntaxFactory.NameEquals(
            SyntaxFactory.IdentifierName(SyntaxFactory.Identifier(member.GetLeadingTrivia(), name, SyntaxFactory.TriviaList(SyntaxFactory.Space))),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)))
        .WithExpression(member.Expression.WithoutLeadingTrivia());

    /// <summary>Makes the edits. What is idle in a member that is edited for the first time is marked on this occasion.</summary>
    public async Task<Solution> ApplyAsync(Solution solution, CancellationToken cancellationToken)
    {
        Solution changed = solution;
        foreach (KeyValuePair<DocumentId, Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>> document in this.byDocument)
        {
            Document old = solution.GetDocument(document.Key)!;
            SyntaxNode root = (await old.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            SemanticModel model = (await old.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
            Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>> edits = document.Value;
            foreach (SyntaxNode member in edits.Keys.Select(Idle.MemberOf).OfType<SyntaxNode>().Distinct().Where(static member => !member.Has(Removal.Mark.Seen)).ToList())
            {
                foreach ((SyntaxNode node, SyntaxAnnotation annotation) in Idle.In(member, model))
                {
                    edits[node] = edits.TryGetValue(node, out Func<SyntaxNode, SyntaxNode>? edit) ? rewritten => edit(rewritten).With(annotation) : rewritten => rewritten.With(annotation);
                }
            }

            foreach (SyntaxNode member in edits.Keys.Where(node => !node.Has(Removal.Mark.Seen)).Select(Idle.MemberOf).OfType<SyntaxNode>().Where(static member => member.Has(Removal.Mark.Swept)).Distinct().ToList())
            {
                edits[member] = edits.TryGetValue(member, out Func<SyntaxNode, SyntaxNode>? edit) ? rewritten => edit(rewritten).WithoutAnnotations(Removal.Mark.Swept) : static rewritten => rewritten.WithoutAnnotations(Removal.Mark.Swept);
            }

            foreach (SyntaxNode list in edits.Keys.SelectMany(static node => node.Ancestors().Where(static outer => outer is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax)).Distinct().ToList())
            {
                edits[list] = edits.TryGetValue(list, out Func<SyntaxNode, SyntaxNode>? edit) ? rewritten => edit(rewritten).With(Removal.Mark.Edited) : static rewritten => rewritten.With(Removal.Mark.Edited);
            }

            changed = changed.WithDocumentSyntaxRoot(document.Key, root.ReplaceNodes(edits.Keys, (node, rewritten) => edits[node](rewritten)));
        }

        return changed;
    }
}
