using System.Collections.Immutable;
using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FlagAnalyzers.CodeFixes;

/// <summary>FLAG3001: takes the flag out of the file, as if it were on, or off, for ever.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveFlagFix))]
internal sealed class RemoveFlagFix : CodeFixProvider
{
    public const string KeepOn = nameof(KeepOn);

    public const string KeepOff = nameof(KeepOff);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FLAG3001");

    public override FixAllProvider GetFixAllProvider() => RemoveFlagFixAll.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        DocumentId document = context.Document.Id;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(FixProperties.Key, out string? key) || key is null)
            {
                continue;
            }

            foreach ((string title, string equivalence, bool keep) in new[] { ("keep on", KeepOn, true), ("keep off", KeepOff, false) })
            {
                // What cannot be removed safely is not offered: whether it can is known when it is done.
                Solution solution = context.Document.Project.Solution;
                RemovalResult result = await FlagRemover.RemoveAsync(solution, key, keep, candidate => candidate.Id == document, context.CancellationToken).ConfigureAwait(false);
                if (result.ChangedDocuments.Count > 0)
                {
                    context.RegisterCodeFix(
                        CodeAction.Create("Remove flag '" + key + "', " + title, _ => Task.FromResult(result.Solution), equivalence),
                        diagnostic);
                }
            }
        }
    }
}
