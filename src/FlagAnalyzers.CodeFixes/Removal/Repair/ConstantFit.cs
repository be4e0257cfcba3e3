using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Repair;

/// <summary>Whether a number may stand where a reading of the same type stood: constants convert to other types by themselves, and so may choose otherwise.</summary>
internal static class ConstantFit
{
    /// <param name="reading">The reading, in the bound tree.</param>
    /// <param name="constant">The constant.</param>
    /// <param name="model">The model of the bound tree.</param>
    public static bool KeepsTypes(ExpressionSyntax reading, ExpressionSyntax constant, SemanticModel model)
    {
        // What stands for a missing object falls away: "flags?.Limit ?? 5" is the number.
        SyntaxNode whole = reading;
        while (whole.Parent is ParenthesizedExpressionSyntax || (whole.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Left == whole))
        {
            whole = whole.Parent;
        }

        for (SyntaxNode? outer = whole.Parent; outer is not (null or StatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax); outer = outer.Parent)
        {
            if (outer is not ExpressionSyntax expression || expression is InitializerExpressionSyntax or TypeSyntax || outer.Parent is ConditionalAccessExpressionSyntax || (outer.Parent as InvocationExpressionSyntax)?.Expression == outer)
            {
                continue;
            }

            ExpressionSyntax changed = expression.ReplaceNode(whole, constant);
            ITypeSymbol? type = model.GetSpeculativeTypeInfo(expression.SpanStart, changed, SpeculativeBindingOption.BindAsExpression).Type;
            ISymbol? symbol = model.GetSpeculativeSymbolInfo(expression.SpanStart, changed, SpeculativeBindingOption.BindAsExpression).Symbol;
            if (!SymbolEqualityComparer.Default.Equals(type, model.GetTypeInfo(expression).Type)
                || (symbol is not IMethodSymbol { MethodKind: MethodKind.BuiltinOperator } && !SymbolEqualityComparer.Default.Equals(symbol, model.GetSymbolInfo(expression).Symbol)))
            {
                return false;
            }
        }

        return true;
    }
}
