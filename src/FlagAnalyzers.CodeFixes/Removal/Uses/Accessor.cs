using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Declarations;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Removal.Uses;

/// <summary>Properties that read a flag: marked <c>[Flag]</c>, or overriding one that is.</summary>
internal static class Accessor
{
    /// <summary>The key of the flag that the property reads, or null.</summary>
    public static string? Flag(IPropertySymbol property)
    {
        for (IPropertySymbol? current = property.OriginalDefinition; current is not null; current = current.OverriddenProperty)
        {
            if (DeclaredFlag.FromAttribute(current) is { } flag)
            {
                return flag.Key;
            }
        }

        return OfFixedValue(property);
    }

    /// <summary>The flag whose value in tests the property is: <c>Flags.Values.NewCheckout</c>.</summary>
    private static string? OfFixedValue(IPropertySymbol property) =>
        property.ContainingType is { Name: "Values", ContainingType: { BaseType: { } set } owner } && SymbolName.Is(set, RuntimeNames.FlagSet)
        && owner.GetMembers(property.Name) is [IPropertySymbol accessor]
            ? DeclaredFlag.FromAttribute(accessor)?.Key
            : null;

    public static bool Reads(ISymbol? symbol, string key) => symbol is IPropertySymbol property && Flag(property) == key;

    /// <summary>The class of flags that the type is or derives from: the one that declares the accessor of the key.</summary>
    public static bool Declares(INamedTypeSymbol? type, string key)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(member => Reads(member, key)))
            {
                return true;
            }
        }

        return false;
    }
}
