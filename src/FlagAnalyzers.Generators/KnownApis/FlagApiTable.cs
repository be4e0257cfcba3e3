using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.KnownApis;

/// <summary>The known APIs that a compilation can call: the rows of the SDKs it references and those of its own, by the name of the member.</summary>
internal sealed class FlagApiTable
{
    private readonly Dictionary<string, List<FlagApi>> byMember = new(StringComparer.Ordinal);

    /// <summary>The types that declare the APIs, by full metadata name.</summary>
    public IEnumerable<string> Types => this.byMember.Values.SelectMany(static apis => apis).Select(static api => api.Type).Distinct();

    public static FlagApiTable Of(Compilation compilation, UserApis userApis) => Of(compilation, userApis, FlagSdks.All);

    public static FlagApiTable Of(Compilation compilation, UserApis userApis, IEnumerable<FlagSdk> sdks)
    {
        HashSet<string> assemblies = new(StringComparer.OrdinalIgnoreCase) { compilation.Assembly.Name };
        foreach (AssemblyIdentity reference in compilation.ReferencedAssemblyNames)
        {
            assemblies.Add(reference.Name);
        }

        FlagApiTable table = new();
        foreach (FlagSdk sdk in sdks)
        {
            if (sdk.IsOptIn ? userApis.AsksFor(sdk) : Array.Exists(sdk.Assemblies, assemblies.Contains))
            {
                table.Add(sdk.ReadApis());
            }
        }

        table.Add(userApis.ReadApis());
        return table;
    }

    /// <summary>The API whose key the parameter carries, or null.</summary>
    /// <param name="parameter">A parameter of an original definition.</param>
    public FlagApi? Find(IParameterSymbol parameter)
    {
        ISymbol member = parameter.ContainingSymbol;
        if (member.ContainingType is not { } type || !this.byMember.TryGetValue(member.MetadataName, out List<FlagApi>? candidates))
        {
            return null;
        }

        foreach (FlagApi api in candidates)
        {
            if (api.Parameter == parameter.Name && IsOrDerivesFrom(type, api.Type))
            {
                return api;
            }
        }

        return null;
    }

    private static bool IsOrDerivesFrom(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolName.Is(current, name))
            {
                return true;
            }
        }

        foreach (INamedTypeSymbol implemented in type.AllInterfaces)
        {
            if (SymbolName.Is(implemented, name))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(IEnumerable<FlagApi> added)
    {
        foreach (FlagApi api in added)
        {
            if (!this.byMember.TryGetValue(api.Member, out List<FlagApi>? apis))
            {
                this.byMember.Add(api.Member, apis = []);
            }

            apis.Add(api);
        }
    }
}
