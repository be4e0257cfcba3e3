using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Values;

/// <summary>What stands for a reading of the flag that is no truth value.</summary>
/// <param name="Expression">The constant as every file can write it; in brackets where it is negative.</param>
/// <param name="Value">Its value; that of a member of an enumeration is the number behind it.</param>
/// <param name="Type">Its type.</param>
internal sealed record KeptConstant(ExpressionSyntax Expression, object Value, ITypeSymbol Type)
{
    /// <summary>Whether constants of the type turn into other types by themselves, so that one may choose another overload than a variable does.</summary>
    public bool Converts => this.Type.TypeKind != TypeKind.Enum && this.Value is not string;
}
