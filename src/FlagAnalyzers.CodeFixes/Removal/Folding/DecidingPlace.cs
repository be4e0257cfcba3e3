using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Folding;

/// <summary>Places in which a constant of the flag decides something and goes, in contrast to those that only take it as a value.</summary>
internal static class DecidingPlace
{
    /// <param name="expression">An expression of the bound tree.</param>
    /// <param name="constant">The constant that it would be.</param>
    /// <param name="model">The model of the bound tree.</param>
    public static bool Is(ExpressionSyntax expression, object constant, SemanticModel model)
    {
        ExpressionSyntax place = expression;
        while (place.Parent is ParenthesizedExpressionSyntax brackets)
        {
            place = brackets;
        }

        return place.Parent switch
        {
            BinaryExpressionSyntax { Right: TypeSyntax } test when test.IsKind(SyntaxKind.IsExpression) => KnownValue.Of(constant, model).IsValueOf(test.Right) is not null,
            BinaryExpressionSyntax comparison when IsComparison(comparison) => IsConstant(comparison.Left == place ? comparison.Right : comparison.Left, model),
            IsPatternExpressionSyntax test => KnownValue.Of(constant, model).Matches(test.Pattern) is not null,
            SwitchStatementSyntax or SwitchExpressionSyntax => true,
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: SwitchExpressionSyntax } } => true,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => IsEquals(call, place, model),
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when call.Expression == access => IsEquals(call, place, model),
            _ => false,
        };
    }

    private static bool IsComparison(BinaryExpressionSyntax expression) => expression.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
        or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;

    private static bool IsConstant(ExpressionSyntax expression, SemanticModel model) => model.GetConstantValue(expression).HasValue || Mark.ConstantIn(expression) is not null;

    private static bool IsEquals(InvocationExpressionSyntax call, ExpressionSyntax place, SemanticModel model) =>
        ConstantFold.Operands(call, model) is (ExpressionSyntax left, ExpressionSyntax right, _)
        && (left == place ? IsConstant(right, model) : right == place && IsConstant(left, model));
}
