using FlagAnalyzers.Removal.Uses;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Removal.Values;

/// <summary>Types that are generated for the values of a flag.</summary>
internal static class FlagTypes
{
    /// <summary>Whether the type goes when the manifest no longer declares the flag: it is nested in the class of the accessors.</summary>
    public static bool GoesWithFlag(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Enum, ContainingType: { } owner }
        && owner.GetMembers().OfType<IPropertySymbol>().Any(property => Accessor.Flag(property) is not null && SymbolEqualityComparer.Default.Equals(property.Type, type));
}
