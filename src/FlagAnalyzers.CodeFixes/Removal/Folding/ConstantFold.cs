using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Folding;

/// <summary>Comparisons of the constant that stands for the flag with another constant. Everything else that is done with it is left.</summary>
internal static class ConstantFold
{
    /// <summary>The outcome; null when the expression, which is in the bound tree, is no such comparison.</summary>
    public static bool? Of(BinaryExpressionSyntax comparison, SemanticModel model)
    {
        bool isLeft = Mark.ConstantIn(comparison.Left) is not null;
        if (!isLeft && Mark.ConstantIn(comparison.Right) is null)
        {
            return null;
        }

        if (comparison.IsKind(SyntaxKind.IsExpression))
        {
            return isLeft ? KnownValue.Of(comparison.Left, comparison.Left, model)?.IsValueOf(comparison.Right) : null;
        }

        if (model.GetConstantValue(comparison).Value is bool outcome)
        {
            return outcome;
        }

        bool isEquality = comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression);
        return isEquality && (isLeft ? comparison.Right : comparison.Left).IsKind(SyntaxKind.NullLiteralExpression) ? comparison.IsKind(SyntaxKind.NotEqualsExpression) : null;
    }

    /// <summary>The same for <c>a.Equals(b)</c>, <c>string.Equals(a, b)</c> and <c>object.Equals(a, b)</c>, with an ordinal comparison too.</summary>
    public static bool? Of(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (Operands(call, model) is not (ExpressionSyntax left, ExpressionSyntax right, StringComparison comparison)
            || (Mark.ConstantIn(left) is null && Mark.ConstantIn(right) is null)
            || model.GetConstantValue(left).Value is not { } first
            || model.GetConstantValue(right).Value is not { } second
            || !SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(left).Type, model.GetTypeInfo(right).Type))
        {
            return null;
        }

        return first is string text ? string.Equals(text, second as string, comparison) : first.Equals(second);
    }

    /// <summary>What such a call compares, and how; null for another call.</summary>
    public static (ExpressionSyntax Left, ExpressionSyntax Right, StringComparison Comparison)? Operands(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (call.Expression is not (MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Equals) } or IdentifierNameSyntax { Identifier.ValueText: nameof(Equals) })
            || model.GetSymbolInfo(call).Symbol is not IMethodSymbol method
            || !(method.ContainingType.SpecialType is not SpecialType.None || method.ContainingType.TypeKind == TypeKind.Enum)
            || call.ArgumentList.Arguments.Any(static argument => argument.NameColon is not null))
        {
            return null;
        }

        List<ExpressionSyntax> operands = [.. call.ArgumentList.Arguments.Select(static argument => argument.Expression)];
        if (!method.IsStatic)
        {
            if (call.Expression is not MemberAccessExpressionSyntax access)
            {
                return null;
            }

            operands.Insert(0, access.Expression);
        }

        StringComparison comparison = StringComparison.Ordinal;
        if (operands.Count == 3)
        {
            if (model.GetConstantValue(operands[2]).Value is not int number || (StringComparison)number is not (StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            comparison = (StringComparison)number;
        }

        return operands.Count is 2 or 3 ? (operands[0], operands[1], comparison) : null;
    }
}
