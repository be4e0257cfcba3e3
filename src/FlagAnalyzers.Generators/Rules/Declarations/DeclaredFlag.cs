using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Manifests.Lifecycle;
using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Rules.Declarations;

/// <summary>What the rules for C# need to know of a flag, from a manifest or from the <c>[Flag]</c> attribute of its accessor.</summary>
internal sealed record DeclaredFlag(string Key, FlagDate? Expires, string? Owner, string? Issue)
{
    /// <summary>What it answers, or null where that is not known.</summary>
    public DeclaredValue? Value { get; init; }

    /// <summary>What sort of flag it is, or null.</summary>
    public string? Kind { get; init; }

    public FlagDate? Created { get; init; }

    /// <summary>The day it was decided, where somebody wrote it down.</summary>
    public FlagDate? DecidedOn { get; init; }

    /// <summary>The value that everybody gets, as JSON, where its attribute says so.</summary>
    public string? Decided { get; init; }

    public bool IsPermanent { get; init; }

    /// <summary>The day of a retired flag, as it was written; null for a flag that lives.</summary>
    public string? RetiredOn { get; init; }

    /// <summary>Whether it is meant to go away once everybody gets the same.</summary>
    public bool CanBeDecided => !this.IsPermanent && FlagDecision.CanBeDecided(this.Kind);

    public static DeclaredFlag FromManifest(Flag flag)
    {
        FlagLifecycle lifecycle = flag.Lifecycle;
        return new DeclaredFlag(flag.Key, lifecycle.Expires, lifecycle.Owner, lifecycle.Issue)
        {
            Value = DeclaredValue.FromManifest(flag),
            Kind = lifecycle.Kind,
            Created = lifecycle.Created,
            DecidedOn = lifecycle.Decided,
            IsPermanent = lifecycle.IsPermanent,
        };
    }

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
                return new DeclaredFlag(key, DateNamed(attribute, "Expires"), Named(attribute, "Owner"), Named(attribute, "Issue"))
                {
                    Value = DeclaredValue.FromAccessor(property.Type),
                    Kind = Named(attribute, "Kind"),
                    Created = DateNamed(attribute, "Created"),
                    DecidedOn = DateNamed(attribute, "DecidedOn"),
                    Decided = Named(attribute, "Decided"),
                };
            }
        }

        return null;
    }

    private static FlagDate? DateNamed(AttributeData attribute, string name) => FlagDate.TryParse(Named(attribute, name), out FlagDate date) ? date : null;

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
