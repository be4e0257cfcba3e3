using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Rules.Declarations;

/// <summary>What the rules for C# need to know of a flag, from a manifest or from the <c>[Flag]</c> attribute of its accessor.</summary>
internal sealed record DeclaredFlag(string Key, FlagDate? Expires, string? Owner, string? Issue)
{
    /// <summary>What it answers, or null where that is not known.</summary>
    public DeclaredValue? Value { get; init; }

    public static DeclaredFlag FromManifest(Flag flag) =>
        new(flag.Key, flag.Lifecycle.Expires, flag.Lifecycle.Owner, flag.Lifecycle.Issue) { Value = DeclaredValue.FromManifest(flag) };

    /// <summary>The flag that the property reads, or null when it is not an accessor.</summary>
    public static DeclaredFlag? FromAttribute(IPropertySymbol property)
    {
        foreach (AttributeData attribute in property.GetAttributes())
        {
            if (attribute.AttributeClass is { } type
                && SymbolName.Is(type, RuntimeNames.FlagAttribute)
                && attribute.ConstructorArguments is { Length: 1 } arguments
                && arguments[0].Value is string key)
            {
                FlagDate? expires = FlagDate.TryParse(Named(attribute, "Expires"), out FlagDate date) ? date : null;
                return new DeclaredFlag(key, expires, Named(attribute, "Owner"), Named(attribute, "Issue")) { Value = DeclaredValue.FromAccessor(property.Type) };
            }
        }

        return null;
    }

    private static string? Named(AttributeData attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value.Value as string;
            }
        }

        return null;
    }
}
