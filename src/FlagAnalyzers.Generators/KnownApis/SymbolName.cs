using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.KnownApis;

/// <summary>Compares a type with a full metadata name without building strings.</summary>
internal static class SymbolName
{
    public static bool Is(INamedTypeSymbol type, string fullName)
    {
        int end = fullName.Length;
        if (type.ContainingType is not null || !TakeLast(fullName, ref end, type.MetadataName))
        {
            return false;
        }

        INamespaceSymbol? current = type.ContainingNamespace;
        while (current is { IsGlobalNamespace: false })
        {
            if (!TakeLast(fullName, ref end, current.Name))
            {
                return false;
            }

            current = current.ContainingNamespace;
        }

        return end < 0;
    }

    /// <summary>Moves <paramref name="end"/> before the last part and its dot, or to -1 when nothing is left.</summary>
    private static bool TakeLast(string fullName, ref int end, string part)
    {
        int start = end - part.Length;
        if (start < 0 || string.CompareOrdinal(fullName, start, part, 0, part.Length) != 0 || (start > 0 && fullName[start - 1] != '.'))
        {
            return false;
        }

        end = start - 1;
        return true;
    }
}
