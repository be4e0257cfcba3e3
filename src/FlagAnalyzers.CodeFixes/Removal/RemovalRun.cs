using FlagAnalyzers.Removal.Propagation;
using FlagAnalyzers.Removal.Pruning;
using FlagAnalyzers.Removal.Repair;
using FlagAnalyzers.Removal.Sweeping;
using FlagAnalyzers.Removal.Testing;
using FlagAnalyzers.Removal.Uses;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Removal;

/// <summary>Removes given uses of a flag from a solution. The phases take turns, each on a freshly bound tree, until none has anything left to do.</summary>
internal sealed class RemovalRun(Solution original, FlagNames names, bool keep, CancellationToken cancellationToken)
{
    /// <summary>More rounds than nested code needs; a limit, lest two phases undo each other's work for ever.</summary>
    private const int MaximumRounds = 200;

    private readonly HashSet<DocumentId> edited = [];
    private readonly Remarks remarks = new(names.Accessors.Concat([names.Key]));

    public IReadOnlyCollection<DocumentId> Edited => this.edited;

    public async Task<Solution> ExecuteAsync(IReadOnlyList<FlagUse> uses)
    {
        DocumentEdits edits = new();
        TestSetUps setUps = new(uses);
        foreach (FlagUse use in uses)
        {
            SemanticModel model = (await original.GetDocument(use.Document)!.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
            UseEdits.Add(edits, use, keep, model, setUps);
        }

        Solution solution = await this.ApplyAsync(original, edits).ConfigureAwait(false);
        for (int round = 0; round < MaximumRounds; round++)
        {
            Solution next = await this.NextAsync(solution).ConfigureAwait(false);
            if (next == solution)
            {
                break;
            }

            solution = next;
        }

        return await this.FinishAsync(solution).ConfigureAwait(false);
    }

    private async Task<Solution> NextAsync(Solution solution)
    {
        Solution next = await this.EachAsync(solution, (root, model, endOfLine) => Removals.Apply(new Pruner(model, this.remarks, endOfLine).Visit(root)!, endOfLine)).ConfigureAwait(false);
        if (next != solution)
        {
            return next;
        }

        next = await this.EachAsync(solution, static (root, model, endOfLine) => new FlowCleaner(model, endOfLine).Run(root)).ConfigureAwait(false);
        if (next != solution)
        {
            return next;
        }

        DocumentEdits edits = new();
        FlagHolders holders = new(solution, edits, cancellationToken);
        foreach (DocumentId id in this.edited)
        {
            await holders.CollectAsync(solution.GetDocument(id)!).ConfigureAwait(false);
        }

        if (edits.IsEmpty)
        {
            LocalSweep locals = new(solution, edits, names, cancellationToken);
            foreach (DocumentId id in this.edited)
            {
                await locals.CollectAsync(solution.GetDocument(id)!).ConfigureAwait(false);
            }
        }

        if (edits.IsEmpty)
        {
            await new MemberSweep(original, solution, this.edited, cancellationToken).CollectAsync(edits).ConfigureAwait(false);
        }

        if (edits.IsEmpty)
        {
            await new ConstructorSweep(original, solution, names, [.. this.edited], cancellationToken).CollectAsync(edits).ConfigureAwait(false);
        }

        return edits.IsEmpty ? solution : await this.ApplyAsync(solution, edits).ConfigureAwait(false);
    }

    private async Task<Solution> ApplyAsync(Solution solution, DocumentEdits edits)
    {
        this.edited.UnionWith(edits.Documents);
        return await edits.ApplyAsync(solution, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Solution> EachAsync(Solution solution, Func<SyntaxNode, SemanticModel, SyntaxTrivia, SyntaxNode> pass)
    {
        Solution next = solution;
        foreach (DocumentId id in this.edited)
        {
            Document document = solution.GetDocument(id)!;
            SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
            SyntaxNode changed = pass(root, model, Layout.EndOfLineOf(root));
            if (changed != root)
            {
                next = next.WithDocumentSyntaxRoot(id, changed);
            }
        }

        return next;
    }

    private async Task<Solution> FinishAsync(Solution solution)
    {
        Solution finished = await this.EachAsync(solution, static (root, _, _) => Brackets.Clear(root)).ConfigureAwait(false);
        foreach (DocumentId id in this.edited)
        {
            SyntaxNode swept = await UsingSweep.ApplyAsync(original.GetDocument(id)!, finished.GetDocument(id)!, cancellationToken).ConfigureAwait(false);
            finished = finished.WithDocumentSyntaxRoot(id, swept);
            finished = finished.WithDocumentText(id, BlankLines.Clear(
                await original.GetDocument(id)!.GetTextAsync(cancellationToken).ConfigureAwait(false),
                await finished.GetDocument(id)!.GetTextAsync(cancellationToken).ConfigureAwait(false)));
        }

        return finished;
    }
}
