using System.Collections.Concurrent;
using FlagAnalyzers.Removal.Propagation;
using FlagAnalyzers.Removal.Proving;
using FlagAnalyzers.Removal.Pruning;
using FlagAnalyzers.Removal.Repair;
using FlagAnalyzers.Removal.Sweeping;
using FlagAnalyzers.Removal.Testing;
using FlagAnalyzers.Removal.Uses;
using FlagAnalyzers.Removal.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Removal;

/// <summary>Removes given uses of a flag from a solution. The phases take turns, each on a freshly bound tree, until none has anything left to do.</summary>
internal sealed class RemovalRun(Solution original, FlagNames names, KeptValue keep, CancellationToken cancellationToken)
{
    /// <summary>More rounds than nested code needs; a limit, lest two phases undo each other's work for ever.</summary>
    private const int MaximumRounds = 200;

    private readonly HashSet<DocumentId> edited = [];
    private readonly ConcurrentDictionary<(string Phase, DocumentId Document), (SyntaxNode Root, int Version)> quiet = new();
    private readonly Dictionary<int, string> refused = [];

    /// <summary>Counts the edited solutions.</summary>
    private int version;
    private readonly BoundFiles bound = new();
    private readonly Remarks remarks = new(names.Accessors.Concat([names.Key]));

    public IReadOnlyCollection<DocumentId> Edited => this.edited;

    /// <summary>The uses, by their number, that came to a place where they must not be removed, and why.</summary>
    public IReadOnlyDictionary<int, string> Refused => this.refused;

    public async Task<Solution> ExecuteAsync(IReadOnlyList<FlagUse> uses)
    {
        DocumentEdits edits = new();
        TestSetUps setUps = new(uses);
        for (int i = 0; i < uses.Count; i++)
        {
            SemanticModel model = (await original.GetDocument(uses[i].Document)!.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
            UseEdits.Add(edits, uses[i], i, keep, model, names, setUps);
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
            this.version++;
        }

        return await this.FinishAsync(solution).ConfigureAwait(false);
    }

    /// <summary>One step. A file in which a phase had nothing to do is not asked again before it changes; only at the end all are that were asked before another file changed.</summary>
    private async Task<Solution> NextAsync(Solution solution)
    {
        Solution next = await this.StepAsync(solution).ConfigureAwait(false);
        if (next == solution)
        {
            int asked = this.quiet.Count;
            foreach ((string, DocumentId) place in this.quiet.Where(place => place.Value.Version != this.version).Select(static place => place.Key).ToList())
            {
                this.quiet.TryRemove(place, out _);
            }

            next = this.quiet.Count < asked ? await this.StepAsync(solution).ConfigureAwait(false) : solution;
        }

        return next;
    }

    private bool IsQuiet(string phase, DocumentId document, SyntaxNode root) => this.quiet.TryGetValue((phase, document), out (SyntaxNode Root, int Version) known) && known.Root == root;

    private async Task<Solution> StepAsync(Solution solution)
    {
        Solution next = await this.EachAsync(solution, "prune", (root, model, endOfLine) => Removals.Apply(new Pruner(model, this.remarks, endOfLine).Visit(root)!, endOfLine)).ConfigureAwait(false);
        if (next != solution)
        {
            return next;
        }

        next = await this.EachAsync(solution, "flow", static (root, model, endOfLine) => new FlowCleaner(model, endOfLine).Run(root)).ConfigureAwait(false);
        if (next != solution)
        {
            return next;
        }

        DocumentEdits edits = new();
        await this.CollectAsync(solution, edits, "holders", new FlagHolders(solution, edits, cancellationToken).CollectAsync).ConfigureAwait(false);
        if (edits.IsEmpty)
        {
            await this.CollectAsync(solution, edits, "indirect", new IndirectHolders(solution, edits, cancellationToken).CollectAsync).ConfigureAwait(false);
        }

        if (edits.IsEmpty)
        {
            edits = await this.SweepLocalsAsync(solution).ConfigureAwait(false);
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

    private async Task<DocumentEdits> SweepLocalsAsync(Solution solution)
    {
        SymbolUses uses = new(solution, withGenerated: false, cancellationToken);
        DocumentEdits all = new();
        IReadOnlyList<DocumentEdits> found = await SideBySide.SelectAsync(
            this.edited,
            async id =>
            {
                DocumentEdits edits = new();
                await this.CollectAsync(solution, edits, "locals", id, new LocalSweep(solution, uses, edits, names, cancellationToken).CollectAsync).ConfigureAwait(false);
                return edits;
            },
            cancellationToken).ConfigureAwait(false);
        foreach (DocumentEdits edits in found)
        {
            all.Include(edits);
        }

        LocalSweep.MarkSwept(solution, all);
        return all;
    }

    private async Task CollectAsync(Solution solution, DocumentEdits edits, string phase, Func<Document, Task> collect)
    {
        foreach (DocumentId id in this.edited)
        {
            await this.CollectAsync(solution, edits, phase, id, collect).ConfigureAwait(false);
        }
    }

    private async Task CollectAsync(Solution solution, DocumentEdits edits, string phase, DocumentId id, Func<Document, Task> collect)
    {
        Document document = solution.GetDocument(id)!;
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        if (this.IsQuiet(phase, id, root))
        {
            return;
        }

        int before = edits.Count;
        await collect(document).ConfigureAwait(false);
        if (edits.Count == before)
        {
            this.quiet[(phase, id)] = (root, this.version);
        }
    }

    private async Task<Solution> ApplyAsync(Solution solution, DocumentEdits edits)
    {
        this.edited.UnionWith(edits.Documents);
        Solution next = await edits.ApplyAsync(solution, cancellationToken).ConfigureAwait(false);
        foreach (DocumentId id in edits.Documents)
        {
            SyntaxNode root = (await solution.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            SyntaxNode changed = (await next.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            if (this.Renew(id, root, changed) is { } renewed && renewed != changed)
            {
                next = next.WithDocumentSyntaxRoot(id, renewed);
            }
        }

        return next;
    }

    /// <summary>
    /// Takes the marks off those lists that were looked at when they were edited earlier, and are the same still. They could not be taken off then: without
    /// another change that would have bound the file anew.
    /// </summary>
    private SyntaxNode Renew(DocumentId document, SyntaxNode root, SyntaxNode changed)
    {
        if (!this.IsQuiet("flow", document, root))
        {
            return changed;
        }

        List<SyntaxNode> seen = [.. root.GetAnnotatedNodes(Mark.Edited)];
        List<SyntaxNode> same = [.. changed.GetAnnotatedNodes(Mark.Edited).Where(node => seen.Exists(node.IsIncrementallyIdenticalTo))];
        return same.Count == 0 ? changed : changed.ReplaceNodes(same, static (_, rewritten) => rewritten.WithoutAnnotations(Mark.Edited));
    }

    private async Task<Solution> EachAsync(Solution solution, string? phase, Func<SyntaxNode, SemanticModel, SyntaxTrivia, SyntaxNode> pass)
    {
        Solution next = solution;
        foreach ((DocumentId id, SyntaxNode root, SyntaxNode changed) in await SideBySide.SelectAsync(this.edited, id => this.PassAsync(solution.GetDocument(id)!, phase, pass), cancellationToken).ConfigureAwait(false))
        {
            if (changed != root)
            {
                next = next.WithDocumentSyntaxRoot(id, this.Renew(id, root, changed));
            }
            else if (phase is not null)
            {
                this.quiet[(phase, id)] = (root, this.version);
            }
        }

        return next;
    }

    private async Task<(DocumentId Id, SyntaxNode Root, SyntaxNode Changed)> PassAsync(Document document, string? phase, Func<SyntaxNode, SemanticModel, SyntaxTrivia, SyntaxNode> pass)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        if (phase is not null && this.IsQuiet(phase, document.Id, root))
        {
            return (document.Id, root, root);
        }

        return (document.Id, root, pass(root, await this.bound.ModelOfAsync(document, cancellationToken).ConfigureAwait(false), Layout.EndOfLineOf(root)));
    }

    private async Task<Solution> FinishAsync(Solution solution)
    {
        foreach (DocumentId id in this.edited)
        {
            Document document = solution.GetDocument(id)!;
            SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            foreach ((int use, string obstacle) in Leftovers.In(root, await this.bound.ModelOfAsync(document, cancellationToken).ConfigureAwait(false)))
            {
                this.refused[use] = obstacle;
            }
        }

        Solution finished = await this.EachAsync(solution, null, static (root, model, _) => Leftovers.Shorten(root, model)).ConfigureAwait(false);
        finished = await this.EachAsync(finished, null, static (root, _, endOfLine) => LineComments.Clear(Brackets.Clear(root), endOfLine)).ConfigureAwait(false);
        UsingSweep sweep = new(cancellationToken);
        IReadOnlyDictionary<DocumentId, SemanticModel> then = await DocumentedFiles.BindAsync(original, this.edited, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<DocumentId, SemanticModel> now = await DocumentedFiles.BindAsync(finished, this.edited, cancellationToken).ConfigureAwait(false);
        foreach ((DocumentId id, SourceText text) in await SideBySide.SelectAsync(this.edited, id => TidyAsync(id, then[id], now[id], sweep, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            finished = finished.WithDocumentText(id, text);
        }

        return finished;
    }

    /// <summary>The text of a file without what is superfluous around the code. What is proved has to be what the text says, not the tree that it was written from.</summary>
    private static async Task<(DocumentId Id, SourceText Text)> TidyAsync(DocumentId id, SemanticModel then, SemanticModel now, UsingSweep sweep, CancellationToken cancellationToken)
    {
        SourceText before = await then.SyntaxTree.GetTextAsync(cancellationToken).ConfigureAwait(false);
        SourceText text = (await now.SyntaxTree.GetTextAsync(cancellationToken).ConfigureAwait(false)).WithChanges(Crefs.Between(then, now, cancellationToken));
        IReadOnlyCollection<int> usings = sweep.Gone(then, now);
        if (usings.Count > 0)
        {
            SyntaxNode root = await now.SyntaxTree.WithChangedText(text).GetRootAsync(cancellationToken).ConfigureAwait(false);
            text = SourceText.From(UsingSweep.Without(root, usings).ToFullString(), before.Encoding, before.ChecksumAlgorithm);
        }

        return (id, SourceText.From(BlankLines.Clear(before, text).ToString(), before.Encoding, before.ChecksumAlgorithm));
    }
}
