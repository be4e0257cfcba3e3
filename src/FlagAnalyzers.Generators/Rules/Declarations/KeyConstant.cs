using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Rules.Declarations;

/// <summary>The generated constant of a key, where the compilation may use it.</summary>
internal static class KeyConstant
{
    /// <summary><c>Flags.Keys.NewCheckout</c> of the compilation or of a reference, or null when there is none that it can see.</summary>
    public static IFieldSymbol? Find(Compilation compilation, string key)
    {
        foreach (FlagClass type in FlagClass.All(compilation))
        {
            if (type.FindConstant(key) is { } constant && compilation.IsSymbolAccessibleWithin(constant, compilation.Assembly))
            {
                return constant;
            }
        }

        return null;
    }
}
