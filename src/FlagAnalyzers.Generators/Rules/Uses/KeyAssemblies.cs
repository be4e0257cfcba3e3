using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Declarations;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>
/// The assemblies whose methods can take keys: those that have known APIs or can mark parameters, and those that refer to such and so may implement their
/// interfaces. Most of what a program calls is in none of them and need not be looked at.
/// </summary>
internal sealed class KeyAssemblies
{
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase) { RuntimeNames.Assembly };

    private KeyAssemblies()
    {
    }

    public static KeyAssemblies Of(Compilation compilation, FlagApiTable table)
    {
        KeyAssemblies assemblies = new();
        assemblies.names.Add(compilation.Assembly.Name);
        foreach (string name in table.Types.SelectMany(type => compilation.GetTypesByMetadataName(type)).Select(static type => type.ContainingAssembly.Name))
        {
            assemblies.names.Add(name);
        }

        // References are in no order, and one may come by way of another.
        List<IAssemblySymbol> others = compilation.SourceModule.ReferencedAssemblySymbols.ToList();
        while (others.RemoveAll(assembly => assemblies.AddIfRefers(assembly)) > 0)
        {
        }

        return assemblies;
    }

    public bool Contain(IAssemblySymbol? assembly) => assembly is not null && this.names.Contains(assembly.Name);

    private bool AddIfRefers(IAssemblySymbol assembly)
    {
        bool refers = this.names.Contains(assembly.Name)
            || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => this.names.Contains(reference.Name)));
        if (refers)
        {
            this.names.Add(assembly.Name);
        }

        return refers;
    }
}
