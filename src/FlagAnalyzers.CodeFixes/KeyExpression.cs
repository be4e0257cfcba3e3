using FlagAnalyzers.Generators.Rules.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace FlagAnalyzers.CodeFixes;

/// <summary>Writes a key in code: as the generated constant where there is one, else as text.</summary>
internal static class KeyExpression
{
    /// <summary>
    /// <c>Flags.Keys.X</c> in full, to be shortened to what the place allows when the change is applied; null without such a constant. No using is added:
    /// where the namespace is not imported, the qualified name says more.
    /// </summary>
    public static ExpressionSyntax? Constant(Compilation compilation, string key) =>
        KeyConstant.Find(compilation, key) is { } constant
            ? SyntaxFactory.ParseExpression(constant.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "." + constant.Name)
                .WithAdditionalAnnotations(Simplifier.Annotation)
            : null;

    public static async Task<Document> ReplaceAsync(Document document, ExpressionSyntax expression, string key, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        Compilation? compilation = await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || compilation is null)
        {
            return document;
        }

        ExpressionSyntax replacement = Constant(compilation, key)
            ?? SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(key));
        return document.WithSyntaxRoot(root.ReplaceNode(expression, replacement.WithTriviaFrom(expression)));
    }
}
