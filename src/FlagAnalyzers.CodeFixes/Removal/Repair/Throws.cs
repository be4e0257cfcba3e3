using FlagAnalyzers.Removal.Folding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Repair;

/// <summary>A <c>throw</c> that is left of a condition may stand in few places; in some others the whole statement becomes the throw.</summary>
internal static class Throws
{
    public static bool IsThrow(ExpressionSyntax expression) => expression is ThrowExpressionSyntax || (expression is ParenthesizedExpressionSyntax brackets && IsThrow(brackets.Expression));

    /// <summary>Whether a throw may take the place of the expression of the bound tree.</summary>
    public static bool FitsAt(ExpressionSyntax place, Effects effects)
    {
        SyntaxNode? outer = place;
        while (outer.Parent is ParenthesizedExpressionSyntax)
        {
            outer = outer.Parent;
        }

        return outer.Parent switch
        {
            ArrowExpressionClauseSyntax or LambdaExpressionSyntax or ReturnStatementSyntax => true,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => coalesce.Right == outer,
            ConditionalExpressionSyntax choice => choice.Condition != outer,
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax } assignment => assignment.Right == outer && effects.IsPure(assignment.Left),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax } } } => true,
            _ => false,
        };
    }

    /// <summary>The throw that the statement has become, or null.</summary>
    public static StatementSyntax? StatementOf(StatementSyntax statement)
    {
        ExpressionSyntax? value = statement switch
        {
            ReturnStatementSyntax { Expression: { } expression } => expression,
            LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer: { } initializer }] } => initializer.Value,
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } => assignment.Right,
            _ => null,
        };
        return value is ThrowExpressionSyntax thrown
            ? SyntaxFactory.ThrowStatement(SyntaxFactory.Token(SyntaxKind.ThrowKeyword).WithTrailingTrivia(SyntaxFactory.Space), thrown.Expression.WithoutTrailingTrivia(), SyntaxFactory.Token(SyntaxKind.SemicolonToken)).WithTriviaFrom(statement)
            : null;
    }
}
