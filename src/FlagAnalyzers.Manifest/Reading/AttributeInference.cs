using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Where a manifest declares no context: the attributes that its rules read, with the types that their use tells.</summary>
internal static class AttributeInference
{
    public static List<ContextAttribute> Infer(IReadOnlyList<AttributeUse> uses)
    {
        AttributeNames names = new();
        List<ContextAttribute> attributes = [];
        foreach (IGrouping<string, AttributeUse> group in uses.GroupBy(use => use.Path, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            attributes.Add(new ContextAttribute(group.Key, names.Take(group.Key, out _), TypeOf(group), default));
        }

        return attributes;
    }

    private static AttributeType TypeOf(IEnumerable<AttributeUse> uses)
    {
        List<AttributeType> types = [.. uses.Where(use => use.Expected is not null).Select(use => use.Expected!.Value).Distinct()];
        if (types.Count == 2 && types.Contains(AttributeType.SemVer) && types.Contains(AttributeType.String))
        {
            return AttributeType.SemVer;
        }

        return types.Count switch
        {
            1 => types[0],
            > 1 => AttributeType.Object,
            _ when uses.Any(use => use.Kind is AttributeUseKind.Haystack or AttributeUseKind.Looped) => AttributeType.Object,
            _ when uses.Any(use => use.Kind == AttributeUseKind.Condition) => AttributeType.Boolean,
            _ => AttributeType.String,
        };
    }
}
