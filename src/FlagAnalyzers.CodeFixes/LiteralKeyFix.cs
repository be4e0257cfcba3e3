using System.Collections.Immutable;
using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Rules.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.CodeFixes;

/// <summary>FLAG2002: puts the generated constant in place of a literal key.</summary>
/// <remarks>
/// Not marked <c>[Shared]</c>: that attribute would bind this assembly to one version of System.Composition, newer than the one in older editors, and
/// editors create the fixes of packages by reflection anyway.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LiteralKeyFix))]
internal sealed class LiteralKeyFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FLAG2002");

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        Compilation? compilation = await context.Document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || compilation is null)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(FixProperties.Key, out string? key)
                && key is not null
                && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal
                && KeyConstant.Find(compilation, key) is { } constant)
            {
                string name = constant.ContainingType.ContainingType.Name + "." + constant.ContainingType.Name + "." + constant.Name;
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Use " + name,
                        cancellationToken => KeyExpression.ReplaceAsync(context.Document, literal, key, cancellationToken),
                        equivalenceKey: nameof(LiteralKeyFix)),
                    diagnostic);
            }
        }
    }
}
