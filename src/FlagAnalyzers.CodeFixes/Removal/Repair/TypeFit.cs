using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Repair;

/// <summary>Keeps the type of a choice when one of its branches takes its place: written out where <c>var</c> stood, else as a cast.</summary>
internal static class TypeFit
{
    private static readonly SymbolDisplayFormat TypeFormat =
        SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <param name="whole">The choice, in the bound tree.</param>
    /// <param name="chosen">The branch, in the bound tree.</param>
    /// <param name="survivor">What is left of the branch.</param>
    /// <param name="model">The model of the bound tree.</param>
    public static ExpressionSyntax Keep(ExpressionSyntax whole, ExpressionSyntax chosen, ExpressionSyntax survivor, SemanticModel model)
    {
        TypeInfo info = model.GetTypeInfo(whole);
        ITypeSymbol? type = info.Type;
        ITypeSymbol? own = IsTypedByTarget(chosen) ? null : model.GetTypeInfo(chosen).Type;
        if (type is null or IErrorTypeSymbol || survivor is ThrowExpressionSyntax || chosen is ThrowExpressionSyntax || (own is not null && SymbolEqualityComparer.Default.Equals(type, own)))
        {
            return survivor;
        }

        SyntaxNode place = whole;
        while (place.Parent is ParenthesizedExpressionSyntax)
        {
            place = place.Parent;
        }

        if (place.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } })
        {
            return survivor.WithTypeFor(Written(own is null && IsNull(chosen) && type.IsReferenceType && IsNullable(model, whole) ? type.WithNullableAnnotation(NullableAnnotation.Annotated) : type, model, whole));
        }

        bool isReached = info.ConvertedType is { } target && SymbolEqualityComparer.Default.Equals(target, type);
        if (IsTargetTyped(place) && (isReached || IsReferenceOnly(type, own, info.ConvertedType)))
        {
            return survivor;
        }

        return place.Parent is ArgumentSyntax argument && (isReached || IsReferenceOnly(type, own, info.ConvertedType)) && KeepsCall(argument, place, chosen, model)
            ? survivor
            : Cast(type, survivor, model, whole);
    }

    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax brackets ? Bare(brackets.Expression) : expression;

    /// <summary>Whether the expression has no type of its own: the other branch gave it one.</summary>
    private static bool IsTypedByTarget(ExpressionSyntax expression) =>
        Bare(expression) is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression or (int)SyntaxKind.NullLiteralExpression } or ImplicitObjectCreationExpressionSyntax or CollectionExpressionSyntax or AnonymousFunctionExpressionSyntax;

    private static bool IsNull(ExpressionSyntax expression) =>
        Bare(expression) is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression or (int)SyntaxKind.NullLiteralExpression };

    /// <summary>Whether the place gives the expression its type, so that nothing is chosen by the expression's own.</summary>
    public static bool IsTargetTyped(SyntaxNode place) => place.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } } => false,
        EqualsValueClauseSyntax => true,
        AssignmentExpressionSyntax assignment => assignment.Right == place && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression),
        ReturnStatementSyntax statement => statement.FirstAncestorOrSelf<SyntaxNode>(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) is not AnonymousFunctionExpressionSyntax,
        ArrowExpressionClauseSyntax => true,
        _ => false,
    };

    private static bool IsReferenceOnly(ITypeSymbol type, ITypeSymbol? own, ITypeSymbol? target) =>
        type.IsReferenceType && own is null or { IsReferenceType: true } && target is null or { IsReferenceType: true };

    private static bool KeepsCall(ArgumentSyntax argument, SyntaxNode place, ExpressionSyntax chosen, SemanticModel model)
    {
        if (argument.Parent?.Parent is not ExpressionSyntax call)
        {
            return false;
        }

        ISymbol? before = model.GetSymbolInfo(call).Symbol;
        ExpressionSyntax changed = call.ReplaceNode(place, chosen.WithoutTrivia());
        ISymbol? after = model.GetSpeculativeSymbolInfo(call.SpanStart, changed, SpeculativeBindingOption.BindAsExpression).Symbol;
        return before is not null && SymbolEqualityComparer.Default.Equals(before, after);
    }

    private static ExpressionSyntax Cast(ITypeSymbol type, ExpressionSyntax survivor, SemanticModel model, SyntaxNode place) =>
        SyntaxFactory.CastExpression(
                SyntaxFactory.ParseTypeName(Written(type, model, place)),
                Folding.Negation.NeedsBrackets(survivor) || survivor is PrefixUnaryExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(survivor.WithoutTrivia()).With(Mark.Brackets) : survivor.WithoutTrivia())
            .WithTriviaFrom(survivor);

    private static bool IsNullable(SemanticModel model, SyntaxNode place) => model.GetNullableContext(place.SpanStart).AnnotationsEnabled();

    private static string Written(ITypeSymbol type, SemanticModel model, SyntaxNode place) => type.ToMinimalDisplayString(model, place.SpanStart, TypeFormat);
}
