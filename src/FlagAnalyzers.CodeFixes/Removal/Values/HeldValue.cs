using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Values;

/// <summary>What the flag left in a place of the code: a truth value, or the constant that is kept. In one removal there is one constant.</summary>
/// <param name="Truth">The truth value, or null.</param>
/// <param name="Constant">The constant, or null.</param>
internal sealed record HeldValue(bool? Truth, ExpressionSyntax? Constant)
{
    public static HeldValue? Of(SyntaxNode? expression) =>
        Mark.TruthOf(expression) is { } truth ? new HeldValue(truth, null)
        : Mark.ConstantIn(expression) is { } constant ? new HeldValue(null, constant)
        : null;

    /// <summary>Whether the expression holds the same.</summary>
    public bool Is(SyntaxNode? expression) => Of(expression) is { } other && other.Truth == this.Truth && (other.Constant is null) == (this.Constant is null);

    /// <summary>Whether a variable of the type holds it as it is.</summary>
    /// <param name="type">The type of the variable.</param>
    /// <param name="model">The model in which the value is bound.</param>
    public bool Fits(ITypeSymbol type, SemanticModel model) => this.Constant is null
        ? type.SpecialType == SpecialType.System_Boolean
        : SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(this.Constant).Type, type);

    /// <summary>The same for another place.</summary>
    public ExpressionSyntax Copy() => this.Truth is { } truth ? Mark.Literal(truth) : Mark.Bracketed(this.Constant!.WithoutTrivia());
}
