using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FlagAnalyzers.CodeFixes;

/// <summary>FLAG2001: corrects the key to the declared one that was meant, or declares it in the project's flags.json.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndeclaredKeyFix))]
internal sealed class UndeclaredKeyFix : CodeFixProvider
{
    public const string UseNearKey = nameof(UseNearKey);

    public const string DeclareKey = nameof(DeclareKey);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FLAG2001");

    public override FixAllProvider GetFixAllProvider() => UndeclaredKeyFixAll.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await NearKey.FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } near)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Use '" + near.Key + "'",
                        cancellationToken => KeyExpression.ReplaceAsync(context.Document, near.Expression, near.Key, cancellationToken),
                        UseNearKey),
                    diagnostic);
            }

            if (await FlagDeclaration.FromAsync(context.Document.Project, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } declaration)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Declare '" + declaration.Key + "' in " + Path.GetFileName(declaration.File),
                        cancellationToken => FlagDeclaration.ApplyAsync(context.Document.Project.Solution, [declaration], cancellationToken),
                        DeclareKey),
                    diagnostic);
            }
        }
    }
}
