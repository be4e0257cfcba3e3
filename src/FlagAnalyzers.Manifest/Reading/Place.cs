using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>How messages speak of what they found.</summary>
internal static class Place
{
    /// <summary>A value in few words: <c>the text "on"</c>, <c>the number 3</c>, <c>an object</c>.</summary>
    public static string Describe(JsonNode node) => node.Kind switch
    {
        JsonKind.Null => "null",
        JsonKind.True or JsonKind.False => node.Text,
        JsonKind.Number => $"the number {Shorten(node.Text)}",
        JsonKind.String => $"the text \"{Shorten(node.Text)}\"",
        JsonKind.Array => "an array",
        _ => "an object",
    };

    /// <summary>A list in words: <c>'a', 'b' or 'c'</c>.</summary>
    public static string OneOf(IEnumerable<string> names)
    {
        List<string> quoted = names.Select(name => $"'{name}'").ToList();
        return quoted.Count < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted.Take(quoted.Count - 1))} or {quoted[quoted.Count - 1]}";
    }

    /// <summary>That a flag has no variant of a name, and which it has.</summary>
    public static string MissingVariant(string name, IEnumerable<string> variants) =>
        $"The flag has no variant '{name}'. Its variants are {OneOf(variants)}.{NearestName.Hint(name, variants)}";

    private static string Shorten(string text)
    {
        const int Longest = 40;
        string line = text.Replace('\n', ' ').Replace('\r', ' ');
        return line.Length <= Longest ? line : line.Substring(0, Longest) + "…";
    }
}
