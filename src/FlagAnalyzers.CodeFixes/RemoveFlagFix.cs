using System.Collections.Immutable;
using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FlagAnalyzers.CodeFixes;

/// <summary>FLAG3001, FLAG3003 and FLAG3004: takes the flag out of the file, as if it had one of its values for ever.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveFlagFix))]
internal sealed class RemoveFlagFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FLAG3001", "FLAG3003", "FLAG3004");

    public override FixAllProvider GetFixAllProvider() => RemoveFlagFixAll.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // The same file in another project or for another target framework is edited too, or they would disagree.
        HashSet<DocumentId> files = [context.Document.Id, .. context.Document.GetLinkedDocumentIds()];
        Solution solution = context.Document.Project.Solution;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(FixProperties.Key, out string? key) || key is null)
            {
                continue;
            }

            foreach (RemovalChoice choice in await RemovalChoice.ForAsync(context.Document, diagnostic, key, context.CancellationToken).ConfigureAwait(false))
            {
                if (await RemovalChoice.ValueAsync(choice.Equivalence, solution, key, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } value)
                {
                    continue;
                }

                // What cannot be removed safely is not offered: whether it can is known when it is done.
                RemovalResult result = await FlagRemover.RemoveAsync(solution, key, value, document => files.Contains(document.Id), context.CancellationToken).ConfigureAwait(false);
                if (result.ChangedDocuments.Count > 0)
                {
                    context.RegisterCodeFix(
                        CodeAction.Create("Remove flag '" + key + "', " + choice.Title, _ => Task.FromResult(result.Solution), choice.Equivalence),
                        diagnostic);
                }
            }
        }
    }
}
