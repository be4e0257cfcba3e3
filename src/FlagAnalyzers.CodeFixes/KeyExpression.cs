using FlagAnalyzers.Generators.Rules.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace FlagAnalyzers.CodeFixes;

/// <summary>Writes a key in code: as the generated constant where there is one, else as text.</summary>
internal static class KeyExpression
{
    /// <summary><c>Flags.Keys.X</c> in full, to be shortened (and its namespace imported) when the change is applied; null without such a constant.</summary>
    public static SyntaxNode? Constant(Compilation compilation, SyntaxGenerator generator, string key)
    {
        if (KeyConstant.Find(compilation, key) is not { } constant)
        {
            return null;
        }

        SyntaxNode type = generator.TypeExpression(constant.ContainingType, addImport: true);
        return generator.MemberAccessExpression(type, constant.Name).WithAdditionalAnnotations(Simplifier.Annotation);
    }

    public static async Task<Document> ReplaceAsync(Document document, ExpressionSyntax expression, string key, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        Compilation? compilation = await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || compilation is null)
        {
            return document;
        }

        SyntaxGenerator generator = SyntaxGenerator.GetGenerator(document);
        SyntaxNode replacement = Constant(compilation, generator, key) ?? generator.LiteralExpression(key);
        return document.WithSyntaxRoot(root.ReplaceNode(expression, replacement.WithTriviaFrom(expression)));
    }
}
