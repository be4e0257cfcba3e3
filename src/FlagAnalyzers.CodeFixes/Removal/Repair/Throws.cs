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
            ArrowExpressionClauseSyntax or LambdaExpressionSyntax or ReturnStatementSyntax or SwitchExpressionArmSyntax => true,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => coalesce.Right == outer,
            ConditionalExpressionSyntax choice => choice.Condition != outer,
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax } assignment => assignment.Right == outer && effects.IsPure(assignment.Left),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax } } } => true,
            _ => false,
        };
    }

    /// <summary>
    /// The throw that a statement comes to before it does anything else: a choice of the bound tree that the flag decided, behind nothing that has an
    /// effect. Null when there is none.
    /// </summary>
    public static StatementSyntax? HoistedFrom(StatementSyntax statement, Effects effects)
    {
        if (statement is not (ExpressionStatementSyntax or ReturnStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 }))
        {
            return null;
        }

        foreach (ConditionalExpressionSyntax choice in statement.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax).OfType<ConditionalExpressionSyntax>())
        {
            if (Mark.TruthOf(choice.Condition) is { } truth && (truth ? choice.WhenTrue : choice.WhenFalse) is ThrowExpressionSyntax thrown && IsReachedFirst(choice, statement, effects))
            {
                return SyntaxFactory.ThrowStatement(SyntaxFactory.Token(SyntaxKind.ThrowKeyword).WithTrailingTrivia(SyntaxFactory.Space), thrown.Expression.WithoutTrivia(), SyntaxFactory.Token(SyntaxKind.SemicolonToken)).WithTriviaFrom(statement);
            }
        }

        return null;
    }

    private static bool IsReachedFirst(ConditionalExpressionSyntax choice, StatementSyntax statement, Effects effects)
    {
        SyntaxNode current = choice;
        while (current != statement)
        {
            SyntaxNode outer = current.Parent!;
            bool isAlways = outer is ParenthesizedExpressionSyntax or ArgumentSyntax or ArgumentListSyntax or InvocationExpressionSyntax or ObjectCreationExpressionSyntax or EqualsValueClauseSyntax
                or VariableDeclaratorSyntax or VariableDeclarationSyntax or StatementSyntax or MemberAccessExpressionSyntax or CastExpressionSyntax or PrefixUnaryExpressionSyntax or AwaitExpressionSyntax
                or AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.AddAssignmentExpression }
                || (outer is BinaryExpressionSyntax binary && (binary.Left == current || !(binary.IsKind(SyntaxKind.LogicalAndExpression) || binary.IsKind(SyntaxKind.LogicalOrExpression) || binary.IsKind(SyntaxKind.CoalesceExpression))));
            if (!isAlways || !outer.ChildNodes().TakeWhile(child => child != current).All(child => IsQuiet(child, effects)))
            {
                return false;
            }

            current = outer;
        }

        return true;
    }

    private static bool IsQuiet(SyntaxNode node, Effects effects) => node switch
    {
        TypeSyntax and not NameSyntax => true,
        ArgumentSyntax argument => effects.IsPure(argument.Expression),
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } method => effects.IsPure(method.Expression),
        ExpressionSyntax expression => effects.IsPure(expression),
        VariableDeclaratorSyntax variable => effects.IsPure(variable.Initializer?.Value),
        _ => false,
    };

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
