using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Folding;

/// <summary>The opposite of a condition, written as people write it.</summary>
internal static class Negation
{
    /// <param name="condition">The condition, which need not belong to a tree.</param>
    /// <param name="original">The same condition in the bound tree, if it is unchanged: then comparisons are turned round where that is exact.</param>
    /// <param name="model">The model of the bound tree.</param>
    public static ExpressionSyntax Of(ExpressionSyntax condition, ExpressionSyntax? original, SemanticModel? model = null)
    {
        ExpressionSyntax bare = condition;
        while (bare is ParenthesizedExpressionSyntax brackets)
        {
            bare = brackets.Expression;
        }

        while (original is ParenthesizedExpressionSyntax brackets)
        {
            original = brackets.Expression;
        }

        if (bare is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not)
        {
            return not.Operand is ParenthesizedExpressionSyntax inner ? inner.With(Mark.Brackets).WithTriviaFrom(condition) : not.Operand.WithTriviaFrom(condition);
        }

        if (bare is BinaryExpressionSyntax comparison && Opposite(comparison, original, model) is { } opposite)
        {
            return opposite.WithTriviaFrom(condition);
        }

        return SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, NeedsBrackets(bare) ? SyntaxFactory.ParenthesizedExpression(bare.WithoutTrivia()) : bare.WithoutTrivia())
            .WithTriviaFrom(condition);
    }

    public static bool NeedsBrackets(ExpressionSyntax operand) => operand is not (
        NameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax
        or LiteralExpressionSyntax or PrefixUnaryExpressionSyntax or ThisExpressionSyntax or PostfixUnaryExpressionSyntax or AwaitExpressionSyntax
        or ConditionalAccessExpressionSyntax);

    /// <summary>Exact for equality that the language defines, and for the order of whole numbers; not for NaN, null or somebody's operators.</summary>
    private static ExpressionSyntax? Opposite(BinaryExpressionSyntax comparison, ExpressionSyntax? original, SemanticModel? model)
    {
        (SyntaxKind Expression, SyntaxKind Token) opposite = comparison.Kind() switch
        {
            SyntaxKind.EqualsExpression => (SyntaxKind.NotEqualsExpression, SyntaxKind.ExclamationEqualsToken),
            SyntaxKind.NotEqualsExpression => (SyntaxKind.EqualsExpression, SyntaxKind.EqualsEqualsToken),
            SyntaxKind.LessThanExpression => (SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.GreaterThanEqualsToken),
            SyntaxKind.LessThanOrEqualExpression => (SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanToken),
            SyntaxKind.GreaterThanExpression => (SyntaxKind.LessThanOrEqualExpression, SyntaxKind.LessThanEqualsToken),
            SyntaxKind.GreaterThanOrEqualExpression => (SyntaxKind.LessThanExpression, SyntaxKind.LessThanToken),
            _ => default,
        };
        if (opposite == default || original is not BinaryExpressionSyntax bound || model is null || !SyntaxFactory.AreEquivalent(bound, comparison) || !IsExact(bound, model))
        {
            return null;
        }

        return SyntaxFactory.BinaryExpression(
            opposite.Expression,
            comparison.Left,
            SyntaxFactory.Token(opposite.Token).WithTriviaFrom(comparison.OperatorToken),
            comparison.Right);
    }

    private static bool IsExact(BinaryExpressionSyntax comparison, SemanticModel model)
    {
        bool isEquality = comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression);
        return model.GetSymbolInfo(comparison).Symbol is null or IMethodSymbol { MethodKind: MethodKind.BuiltinOperator }
            && (isEquality || (IsWhole(model.GetTypeInfo(comparison.Left).ConvertedType) && IsWhole(model.GetTypeInfo(comparison.Right).ConvertedType)));
    }

    private static bool IsWhole(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Char or >= SpecialType.System_SByte and <= SpecialType.System_UInt64 };
}
