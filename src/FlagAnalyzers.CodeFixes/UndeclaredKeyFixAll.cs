using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FlagAnalyzers.CodeFixes;

/// <summary>
/// Fixes every FLAG2001 of a document, project or solution. Declarations all go into the same file, which the usual merging of separate edits cannot do:
/// Roslyn's batch fixer merges C# documents only.
/// </summary>
internal sealed class UndeclaredKeyFixAll : FixAllProvider
{
    public static readonly UndeclaredKeyFixAll Instance = new();

    private UndeclaredKeyFixAll()
    {
    }

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (fixAllContext.CodeActionEquivalenceKey != UndeclaredKeyFix.DeclareKey)
        {
            return await WellKnownFixAllProviders.BatchFixer.GetFixAsync(fixAllContext).ConfigureAwait(false);
        }

        ImmutableArray<FlagDeclaration> declarations = await DeclarationsAsync(fixAllContext).ConfigureAwait(false);
        return declarations.IsEmpty
            ? null
            : CodeAction.Create(
                "Declare the keys in flags.json",
                cancellationToken => FlagDeclaration.ApplyAsync(fixAllContext.Solution, declarations, cancellationToken),
                UndeclaredKeyFix.DeclareKey);
    }

    private static async Task<ImmutableArray<FlagDeclaration>> DeclarationsAsync(FixAllContext context)
    {
        ImmutableArray<FlagDeclaration>.Builder declarations = ImmutableArray.CreateBuilder<FlagDeclaration>();
        IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        foreach (Project project in projects)
        {
            ImmutableArray<Diagnostic> diagnostics = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (Diagnostic diagnostic in diagnostics)
            {
                if (await FlagDeclaration.FromAsync(project, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } declaration)
                {
                    declarations.Add(declaration);
                }
            }
        }

        return declarations.ToImmutable();
    }
}
