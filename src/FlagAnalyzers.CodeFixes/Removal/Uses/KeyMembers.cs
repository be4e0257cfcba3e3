using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Uses;

/// <summary>
/// Members that are as good as a constant that holds a key: <c>static readonly string Checkout = "new-checkout"</c>, <c>static string Checkout => "new-checkout"</c>,
/// and the member of an enumeration that is called as the flag is.
/// </summary>
internal static class KeyMembers
{
    public static bool Holds(ISymbol? member, string key) => member switch
    {
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } value => value.Name == key,
        IFieldSymbol { IsStatic: true, IsReadOnly: true, DeclaringSyntaxReferences: [{ } reference] } field => !MayBeSetAgain(field) && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } && IsText(value, key),
        IPropertySymbol { IsStatic: true, SetMethod: null, DeclaringSyntaxReferences: [{ } reference] } kept => !MayBeSetAgain(kept) && reference.GetSyntax() is PropertyDeclarationSyntax property && IsText(ValueOf(property), key),
        _ => false,
    };

    /// <summary>A static constructor may give it another value.</summary>
    private static bool MayBeSetAgain(ISymbol member) => member.ContainingType.StaticConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared);

    private static ExpressionSyntax? ValueOf(PropertyDeclarationSyntax property) => property.ExpressionBody?.Expression ?? property.Initializer?.Value
        ?? (property.AccessorList?.Accessors is [{ } getter] ? getter.ExpressionBody?.Expression ?? (getter.Body?.Statements is [ReturnStatementSyntax { Expression: { } returned }] ? returned : null) : null);

    private static bool IsText(ExpressionSyntax? value, string key) => value is LiteralExpressionSyntax { Token.Value: string text } && text == key;
}
