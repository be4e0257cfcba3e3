using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Removal.Sweeping;

/// <summary>The names by which code can need a <c>using</c> of a namespace: its types, attributes also without their ending, and extension methods.</summary>
internal sealed class ImportedNames
{
    /// <summary>Extension methods that the compiler calls without their names being said, and the words that stand where it does; null where no word tells.</summary>
    private static readonly Dictionary<string, string?> CalledUnnamed = new(StringComparer.Ordinal)
    {
        ["Select"] = "from", ["SelectMany"] = "from", ["Where"] = "from", ["OrderBy"] = "from", ["GroupBy"] = "from", ["Join"] = "from", ["Cast"] = "from",
        ["GetEnumerator"] = "foreach", ["GetAsyncEnumerator"] = "foreach", ["GetAwaiter"] = "await", ["Deconstruct"] = null, ["Add"] = null,
    };

    // Projects do not see the same of a namespace.
    private readonly ConcurrentDictionary<INamespaceSymbol, (HashSet<string> All, HashSet<string> Methods)> known = new(SymbolEqualityComparer.Default);

    public HashSet<string> Of(INamespaceSymbol space) => this.Find(space).All;

    /// <summary>Whether a file with these words may need the namespace without saying a name of it.</summary>
    public bool MayBeNeededUnnamed(INamespaceSymbol space, HashSet<string> words) =>
        CalledUnnamed.Any(method => this.Find(space).Methods.Contains(method.Key) && (method.Value is null || words.Contains(method.Value)));

    private (HashSet<string> All, HashSet<string> Methods) Find(INamespaceSymbol space) => this.known.GetOrAdd(space, static space =>
    {
        HashSet<string> methods = [.. space.GetTypeMembers().Where(static type => type.MightContainExtensionMethods).SelectMany(static type => type.GetMembers()).OfType<IMethodSymbol>().Where(static method => method.IsExtensionMethod).Select(static method => method.Name)];
        HashSet<string> all = [.. methods];
        foreach (INamedTypeSymbol type in space.GetTypeMembers())
        {
            all.Add(type.Name);
            if (type.Name.EndsWith("Attribute", StringComparison.Ordinal))
            {
                all.Add(type.Name.Substring(0, type.Name.Length - "Attribute".Length));
            }
        }

        return (all, methods);
    });
}
