using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Repair;

/// <summary>Takes off brackets that folding made superfluous: those without which the text is read as the same tree.</summary>
internal static class Brackets
{
    public static SyntaxNode Clear(SyntaxNode root)
    {
        while (true)
        {
            SyntaxNode changed = root;
            foreach (ParenthesizedExpressionSyntax brackets in root.GetAnnotatedNodes(Mark.Brackets).OfType<ParenthesizedExpressionSyntax>())
            {
                ExpressionSyntax bare = Bare(brackets);
                SyntaxNode around = brackets.Ancestors().First(static node => node is MemberDeclarationSyntax or CompilationUnitSyntax or StatementSyntax and not BlockSyntax);
                if (around.DescendantTokens().Any(static token => token.Text is "await" or "yield"))
                {
                    around = around.FirstAncestorOrSelf<SyntaxNode>(static node => node is BaseMethodDeclarationSyntax or CompilationUnitSyntax or BasePropertyDeclarationSyntax) ?? around;
                }

                changed = IsReadAlike(around.ReplaceNode(brackets, bare), root.SyntaxTree.Options as CSharpParseOptions)
                    ? root.ReplaceNode(brackets, bare)
                    : root.ReplaceNode(brackets, brackets.WithoutAnnotations(Mark.Brackets));
                break;
            }

            if (changed == root)
            {
                return root;
            }

            root = changed;
        }
    }

    private static ExpressionSyntax Bare(ParenthesizedExpressionSyntax brackets)
    {
        SyntaxTriviaList inner = brackets.Expression.GetLeadingTrivia();
        return brackets.Expression
            .WithLeadingTrivia(inner.Any(Remarks.IsComment) ? brackets.GetLeadingTrivia().AddRange(inner) : brackets.GetLeadingTrivia())
            .WithTrailingTrivia(brackets.Expression.GetTrailingTrivia().Any(Remarks.IsComment) ? brackets.Expression.GetTrailingTrivia().AddRange(brackets.GetTrailingTrivia()) : brackets.GetTrailingTrivia());
    }

    private static bool IsReadAlike(SyntaxNode node, CSharpParseOptions? options)
    {
        string text = node.ToFullString();
        SyntaxNode? parsed = node switch
        {
            StatementSyntax => SyntaxFactory.ParseStatement(text, options: options),
            MemberDeclarationSyntax and not GlobalStatementSyntax => SyntaxFactory.ParseMemberDeclaration(text, options: options),
            _ => SyntaxFactory.ParseCompilationUnit(text, options: options),
        };
        return parsed is not null && parsed.FullSpan.Length == text.Length && !parsed.ContainsDiagnostics && SyntaxFactory.AreEquivalent(parsed, node is GlobalStatementSyntax ? SyntaxFactory.CompilationUnit().AddMembers((MemberDeclarationSyntax)node) : node);
    }
}
