using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FlagAnalyzers.CodeFixes;

/// <summary>Removes every reported flag of a document, project or solution, one after the other: their edits meet in the same members.</summary>
internal sealed class RemoveFlagFixAll : FixAllProvider
{
    public static readonly RemoveFlagFixAll Instance = new();

    private RemoveFlagFixAll()
    {
    }

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        SortedDictionary<string, Diagnostic> flags = await FlagsAsync(fixAllContext).ConfigureAwait(false);
        return flags.Count == 0
            ? null
            : CodeAction.Create("Remove the flags", cancellationToken => RemoveAsync(fixAllContext, flags, cancellationToken), fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<Solution> RemoveAsync(FixAllContext context, IEnumerable<KeyValuePair<string, Diagnostic>> flags, CancellationToken cancellationToken)
    {
        HashSet<DocumentId> files = context.Document is { } file ? [file.Id, .. file.GetLinkedDocumentIds()] : [];
        Solution solution = context.Solution;
        foreach (KeyValuePair<string, Diagnostic> flag in flags)
        {
            if (await RemovalChoice.ValueAsync(context.CodeActionEquivalenceKey, solution, flag.Key, flag.Value, cancellationToken).ConfigureAwait(false) is { } value)
            {
                RemovalResult result = await FlagRemover.RemoveAsync(
                    solution,
                    flag.Key,
                    value,
                    document => context.Scope switch
                    {
                        FixAllScope.Solution => true,
                        FixAllScope.Project => document.Project.Id == context.Project.Id,
                        _ => files.Contains(document.Id),
                    },
                    cancellationToken).ConfigureAwait(false);
                solution = result.Solution;
            }
        }

        return solution;
    }

    /// <summary>The keys, each with one of its diagnostics.</summary>
    private static async Task<SortedDictionary<string, Diagnostic>> FlagsAsync(FixAllContext context)
    {
        SortedDictionary<string, Diagnostic> flags = new(StringComparer.Ordinal);
        foreach (Project project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            IEnumerable<Diagnostic> diagnostics = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (Diagnostic diagnostic in diagnostics)
            {
                if (diagnostic.Properties.TryGetValue(FixProperties.Key, out string? key) && key is not null && !flags.ContainsKey(key))
                {
                    flags.Add(key, diagnostic);
                }
            }
        }

        return flags;
    }
}
