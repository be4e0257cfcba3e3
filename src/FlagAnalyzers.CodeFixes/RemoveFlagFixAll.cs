using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FlagAnalyzers.CodeFixes;

/// <summary>Removes every stale flag of a document, project or solution, one after the other: their edits meet in the same members.</summary>
internal sealed class RemoveFlagFixAll : FixAllProvider
{
    public static readonly RemoveFlagFixAll Instance = new();

    private RemoveFlagFixAll()
    {
    }

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        bool keep = fixAllContext.CodeActionEquivalenceKey == RemoveFlagFix.KeepOn;
        SortedSet<string> keys = await KeysAsync(fixAllContext).ConfigureAwait(false);
        return keys.Count == 0
            ? null
            : CodeAction.Create(
                keep ? "Remove stale flags, keep on" : "Remove stale flags, keep off",
                cancellationToken => RemoveAsync(fixAllContext, keys, keep, cancellationToken),
                fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<Solution> RemoveAsync(FixAllContext context, IEnumerable<string> keys, bool keep, CancellationToken cancellationToken)
    {
        Solution solution = context.Solution;
        foreach (string key in keys)
        {
            RemovalResult result = await FlagRemover.RemoveAsync(
                solution,
                key,
                keep,
                document => context.Scope == FixAllScope.Solution || document.Id == context.Document?.Id || (context.Scope == FixAllScope.Project && document.Project.Id == context.Project.Id),
                cancellationToken).ConfigureAwait(false);
            solution = result.Solution;
        }

        return solution;
    }

    private static async Task<SortedSet<string>> KeysAsync(FixAllContext context)
    {
        SortedSet<string> keys = new(StringComparer.Ordinal);
        foreach (Project project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            IEnumerable<Diagnostic> diagnostics = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (Diagnostic diagnostic in diagnostics)
            {
                if (diagnostic.Properties.TryGetValue(FixProperties.Key, out string? key) && key is not null)
                {
                    keys.Add(key);
                }
            }
        }

        return keys;
    }
}
