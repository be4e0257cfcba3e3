using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FlagAnalyzers.Generators.KnownApis;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Rules.Declarations;

/// <summary>A generated class of flags, in this compilation or in a referenced assembly.</summary>
/// <param name="Type">The class.</param>
/// <param name="Flags">Its accessors, as their <c>[Flag]</c> attributes describe them.</param>
internal sealed record FlagClass(INamedTypeSymbol Type, ImmutableArray<DeclaredFlag> Flags)
{
    /// <summary>Symbols of metadata live through many compilations of an editor session, and so does what was found in them.</summary>
    private static readonly ConditionalWeakTable<IAssemblySymbol, IReadOnlyList<FlagClass>> ByAssembly = new();

    /// <summary>Found when the first is asked for: most compilations only name flags by them.</summary>
    private readonly Lazy<Dictionary<string, IFieldSymbol>> constants = new(() => ConstantsOf(Type));

    /// <summary>The flag classes that the compilation sees: its own first, then those of its references in their order.</summary>
    public static IEnumerable<FlagClass> All(Compilation compilation) => InSource(compilation).Concat(InReferences(compilation));

    public static IReadOnlyList<FlagClass> InSource(Compilation compilation) => Of(compilation.Assembly);

    public static IEnumerable<FlagClass> InReferences(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols.Where(ReferencesRuntime).SelectMany(Of);

    /// <summary>Whether the assembly can have flags: everything else is never looked into.</summary>
    public static bool ReferencesRuntime(IAssemblySymbol assembly)
    {
        foreach (IModuleSymbol module in assembly.Modules)
        {
            foreach (AssemblyIdentity reference in module.ReferencedAssemblies)
            {
                if (reference.Name == RuntimeNames.Assembly)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The constant that holds the key (<c>Flags.Keys.NewCheckout</c>), or null.</summary>
    public IFieldSymbol? FindConstant(string key) => this.constants.Value.TryGetValue(key, out IFieldSymbol? constant) ? constant : null;

    private static Dictionary<string, IFieldSymbol> ConstantsOf(INamedTypeSymbol type)
    {
        Dictionary<string, IFieldSymbol> constants = new(StringComparer.Ordinal);
        foreach (ISymbol member in type.GetTypeMembers(RuntimeNames.KeysClass, 0).SelectMany(static keys => keys.GetMembers()))
        {
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: string value } constant && !constants.ContainsKey(value))
            {
                constants.Add(value, constant);
            }
        }

        return constants;
    }

    private static IReadOnlyList<FlagClass> Of(IAssemblySymbol assembly) => ByAssembly.GetValue(assembly, static key =>
    {
        List<FlagClass> classes = [];
        Collect(key.GlobalNamespace, classes);
        return classes;
    });

    private static void Collect(INamespaceSymbol container, List<FlagClass> classes)
    {
        foreach (INamespaceOrTypeSymbol member in container.GetMembers())
        {
            if (member is INamespaceSymbol inner)
            {
                Collect(inner, classes);
            }
            else if (member is INamedTypeSymbol { TypeKind: TypeKind.Class, BaseType: { } baseType } type && SymbolName.Is(baseType, RuntimeNames.FlagSet))
            {
                classes.Add(new FlagClass(type, type.GetMembers().OfType<IPropertySymbol>().Select(DeclaredFlag.FromAttribute).OfType<DeclaredFlag>().ToImmutableArray()));
            }
        }
    }
}
