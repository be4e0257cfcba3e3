using System.Collections.ObjectModel;
using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Snapshots;

/// <summary>Metadata as it is handed out: the set's, replaced name by name by the flag's.</summary>
internal static class MetadataBinder
{
    public static readonly IReadOnlyDictionary<string, object> Empty = new ReadOnlyDictionary<string, object>(new Dictionary<string, object>(StringComparer.Ordinal));

    public static IReadOnlyDictionary<string, object> Bind(EquatableArray<JsonMember> metadata) => metadata.Count == 0 ? Empty : Copy(metadata, Empty);

    public static IReadOnlyDictionary<string, object> Merge(IReadOnlyDictionary<string, object> set, EquatableArray<JsonMember> own) =>
        own.Count == 0 ? set : Copy(own, set);

    private static ReadOnlyDictionary<string, object> Copy(EquatableArray<JsonMember> members, IReadOnlyDictionary<string, object> below)
    {
        Dictionary<string, object> all = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, object> member in below)
        {
            all[member.Key] = member.Value;
        }

        foreach (JsonMember member in members)
        {
            if (PlainValue.From(member.Value) is { } value)
            {
                all[member.Name] = value is int number ? (double)number : value;
            }
        }

        return new ReadOnlyDictionary<string, object>(all);
    }
}
