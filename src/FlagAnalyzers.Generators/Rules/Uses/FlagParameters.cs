using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Declarations;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>Which parameters, properties and fields of a compilation take a key: those marked <c>[FlagKey]</c>, and those of known SDKs.</summary>
internal sealed class FlagParameters
{
    /// <summary>The rules that ask are several analyzers; what a parameter is depends on the compilation alone.</summary>
    private static readonly ConditionalWeakTable<Compilation, FlagParameters> ByCompilation = new();

    private readonly FlagApiTable table;
    private readonly string userApis;
    private readonly KeyAssemblies assemblies;
    private readonly ConcurrentDictionary<ISymbol, FlagParameter?> known = new(SymbolEqualityComparer.Default);

    private FlagParameters(Compilation compilation, UserApis userApis)
    {
        this.table = FlagApiTable.Of(compilation, userApis);
        this.assemblies = KeyAssemblies.Of(compilation, this.table);
        this.userApis = userApis.Text;
    }

    public static FlagParameters Of(Compilation compilation, UserApis userApis)
    {
        FlagParameters parameters = ByCompilation.GetValue(compilation, key => new FlagParameters(key, userApis));

        // One compilation is analysed with one set of options; should it ever be another, that is found the long way.
        return parameters.userApis == userApis.Text ? parameters : new FlagParameters(compilation, userApis);
    }

    /// <summary>Whether it carries <c>[FlagKey]</c> itself, or overrides what does.</summary>
    public static bool IsMarked(ISymbol symbol)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && SymbolName.Is(type, RuntimeNames.FlagKeyAttribute))
            {
                return true;
            }
        }

        return symbol is IPropertySymbol { OverriddenProperty: { } overridden } && IsMarked(overridden);
    }

    public FlagParameter? Find(IParameterSymbol parameter) =>
        CanCarryKeys(parameter.OriginalDefinition.Type) && this.assemblies.Contain(parameter.ContainingAssembly) ? this.known.GetOrAdd(parameter.OriginalDefinition, _ => this.Look(parameter.OriginalDefinition)) : null;

    /// <summary>The same for a property or field that is assigned.</summary>
    public FlagParameter? Find(ISymbol propertyOrField, ITypeSymbol type) =>
        CanCarryKeys(type) && this.assemblies.Contain(propertyOrField.ContainingAssembly) ? this.known.GetOrAdd(propertyOrField.OriginalDefinition, static symbol => IsMarked(symbol) ? FlagParameter.Marked : null) : null;

    /// <summary>Text, a list of something, or an enumeration's member as an object: most parameters are none of these.</summary>
    private static bool CanCarryKeys(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String or SpecialType.System_Object or SpecialType.System_Enum
        || type.TypeKind is TypeKind.Array or TypeKind.Enum or TypeKind.TypeParameter
        || (type is INamedTypeSymbol { TypeArguments.Length: 1 } list
            && list.TypeArguments[0] is { SpecialType: SpecialType.System_String or SpecialType.System_Object } or { TypeKind: TypeKind.Enum });

    /// <summary>
    /// The mark, or the row of the table, may stand on what the member overrides or implements; there the parameter may have another name.
    /// </summary>
    private static IEnumerable<IParameterSymbol> WithInherited(IParameterSymbol parameter)
    {
        yield return parameter;
        ISymbol member = parameter.ContainingSymbol;
        for (ISymbol? overridden = Overridden(member); overridden is not null; overridden = Overridden(overridden))
        {
            yield return ParametersOf(overridden)[parameter.Ordinal].OriginalDefinition;
        }

        if (member.IsStatic || member.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            yield break;
        }

        foreach (INamedTypeSymbol implemented in type.AllInterfaces)
        {
            foreach (ISymbol candidate in implemented.GetMembers())
            {
                if (candidate.Kind == member.Kind
                    && member.Name.EndsWith(candidate.Name, StringComparison.Ordinal)
                    && ParametersOf(candidate).Length == ParametersOf(member).Length
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate)?.OriginalDefinition, member))
                {
                    yield return ParametersOf(candidate)[parameter.Ordinal].OriginalDefinition;
                }
            }
        }
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => ImmutableArray<IParameterSymbol>.Empty,
    };

    private FlagParameter? Look(IParameterSymbol parameter)
    {
        foreach (IParameterSymbol candidate in WithInherited(parameter))
        {
            // The table knows more than the mark, so it is asked first.
            if (this.table.Find(candidate) is { } api)
            {
                return FlagParameter.Of(api);
            }

            if (IsMarked(candidate))
            {
                return FlagParameter.Marked;
            }
        }

        return null;
    }
}
