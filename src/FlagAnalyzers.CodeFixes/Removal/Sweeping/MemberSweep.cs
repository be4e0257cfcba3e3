using FlagAnalyzers.Removal.Folding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Sweeping;

/// <summary>Private members and file-local types that the removal made unreachable. What was unreachable before stays, with all that it uses.</summary>
internal sealed class MemberSweep(Solution original, Solution solution, IReadOnlyCollection<DocumentId> documents, CancellationToken cancellationToken)
{
    private static readonly SymbolDisplayFormat NameFormat = SymbolDisplayFormat.CSharpErrorMessageFormat;

    public async Task CollectAsync(DocumentEdits edits)
    {
        HashSet<string> lost = await this.LostAsync().ConfigureAwait(false);
        if (lost.Count == 0)
        {
            return;
        }

        MemberGraph then = await MemberGraph.OfAsync(original, documents.Select(id => original.GetDocument(id)!), lost, cancellationToken).ConfigureAwait(false);
        if (then.Candidates.Count == 0)
        {
            return;
        }

        MemberGraph now = await MemberGraph.OfAsync(solution, documents.Select(id => solution.GetDocument(id)!), then.Names, cancellationToken).ConfigureAwait(false);
        HashSet<ISymbol> reachedThen = then.Reach([]);
        HashSet<string> idle = new(then.Candidates.Keys.Where(symbol => !reachedThen.Contains(symbol)).Select(NameOf), StringComparer.Ordinal);
        HashSet<ISymbol> live = now.Reach(now.Candidates.Keys.Where(symbol => idle.Contains(NameOf(symbol))));
        HashSet<string> texts = await this.TextsAsync(now.Candidates.Keys.Where(symbol => !live.Contains(symbol)).Select(static symbol => symbol.Name)).ConfigureAwait(false);
        live = now.Reach(now.Candidates.Keys.Where(symbol => idle.Contains(NameOf(symbol)) || texts.Contains(symbol.Name)));
        foreach (KeyValuePair<ISymbol, SyntaxNode> candidate in now.Candidates)
        {
            if (!live.Contains(candidate.Key) && solution.GetDocument(candidate.Value.SyntaxTree) is { } document && await this.IsHarmlessAsync(candidate.Value, document).ConfigureAwait(false))
            {
                edits.Mark(document.Id, candidate.Value, Mark.Remove);
                foreach ((ISymbol target, ExpressionStatementSyntax statement) in now.Writes)
                {
                    if (SymbolEqualityComparer.Default.Equals(target, candidate.Key) && solution.GetDocument(statement.SyntaxTree) is { } place)
                    {
                        edits.Mark(place.Id, statement, Mark.Remove);
                    }
                }
            }
        }
    }

    /// <summary>The names that the files say less often than before.</summary>
    private async Task<HashSet<string>> LostAsync()
    {
        IReadOnlyList<HashSet<string>> lost = await SideBySide.SelectAsync(
            documents,
            async id => NameCounts.Lost(
                (await original.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!,
                (await solution.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!),
            cancellationToken).ConfigureAwait(false);
        return new HashSet<string>(lost.SelectMany(static names => names), StringComparer.Ordinal);
    }

    private static string NameOf(ISymbol symbol) => symbol.Kind + " " + symbol.ToDisplayString(NameFormat);

    /// <summary>Whether nothing is lost with the initialiser of a field.</summary>
    private async Task<bool> IsHarmlessAsync(SyntaxNode declaration, Document document)
    {
        ExpressionSyntax? value = declaration switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };
        return value is null || new Effects((await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!).IsDisposable(value);
    }

    /// <summary>Whether the text is there other than in a reference of documentation.</summary>
    private static bool IsWritten(string text, string quoted)
    {
        for (int at = text.IndexOf(quoted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(quoted, at + 1, StringComparison.Ordinal))
        {
            if (at < 5 || string.CompareOrdinal(text, at - 5, "cref=", 0, 5) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Which of the names are written as text somewhere in the projects: reflection may use them.</summary>
    private async Task<HashSet<string>> TextsAsync(IEnumerable<string> names)
    {
        HashSet<string> wanted = new(names, StringComparer.Ordinal);
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (Document document in wanted.Count == 0 ? [] : documents.Select(static id => id.ProjectId).Distinct().SelectMany(id => solution.GetProject(id)!.Documents))
        {
            string text = (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString();
            foreach (string name in wanted)
            {
                if (IsWritten(text, "\"" + name + "\""))
                {
                    found.Add(name);
                }
            }
        }

        return found;
    }
}
