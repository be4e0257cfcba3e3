using System.Collections.ObjectModel;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.CompilerServices;

/// <summary>JSON as plain objects that nobody can change: they are handed out again and again.</summary>
internal static class PlainValue
{
    public static object? From(JsonValue json)
    {
        switch (json.Kind)
        {
            case JsonKind.True:
                return true;
            case JsonKind.False:
                return false;
            case JsonKind.String:
                return json.Text;
            case JsonKind.Number:
                return FromNumber(json);
            case JsonKind.Array:
                return FromItems(json);
            case JsonKind.Object:
                return FromMembers(json);
            default:
                return null;
        }
    }

    private static object FromNumber(JsonValue json)
    {
        double number = json.Number;
        if (json.Text.IndexOfAny(['.', 'e', 'E']) < 0 && number is >= int.MinValue and <= int.MaxValue)
        {
            return (int)number;
        }

        return number;
    }

    private static ReadOnlyCollection<object?> FromItems(JsonValue json)
    {
        object?[] items = new object?[json.Items.Count];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = From(json.Items[i]);
        }

        return new ReadOnlyCollection<object?>(items);
    }

    private static ReadOnlyDictionary<string, object?> FromMembers(JsonValue json)
    {
        Dictionary<string, object?> members = new(StringComparer.Ordinal);
        foreach (JsonMember member in json.Members)
        {
            members[member.Name] = From(member.Value);
        }

        return new ReadOnlyDictionary<string, object?>(members);
    }
}
