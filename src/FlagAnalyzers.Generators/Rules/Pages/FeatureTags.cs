using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Generators.Rules.Pages;

/// <summary>
/// Finds the literal names in <c>&lt;feature name="A,B"&gt;</c> in the text of a page. The C# that Razor makes of them stands in no line of the page, so the page itself is
/// read: its comments, scripts and styles are passed over, as Razor does.
/// </summary>
internal static class FeatureTags
{
    private const string Tag = "<feature";

    private static readonly (string Start, string End)[] PassedOver = [("@*", "*@"), ("<!--", "-->"), ("<script", "</script"), ("<style", "</style")];

    public static IEnumerable<(string Key, TextSpan Span)> NamesIn(string page)
    {
        int position = 0;
        while (position < page.Length)
        {
            if (Array.Find(PassedOver, section => StartsWith(page, position, section.Start)) is { Start: not null } section)
            {
                int end = page.IndexOf(section.End, position + section.Start.Length, StringComparison.OrdinalIgnoreCase);
                position = end < 0 ? page.Length : end + section.End.Length;
            }
            else if (StartsWith(page, position, Tag) && position + Tag.Length < page.Length && char.IsWhiteSpace(page[position + Tag.Length]))
            {
                position += Tag.Length;
                if (FindName(page, ref position) is { } value)
                {
                    foreach ((string, TextSpan) name in Split(page, value))
                    {
                        yield return name;
                    }
                }
            }
            else
            {
                position++;
            }
        }
    }

    /// <summary>The value of the attribute <c>name</c>, if it is literal; the position moves behind the tag.</summary>
    private static TextSpan? FindName(string page, ref int position)
    {
        TextSpan? found = null;
        while (position < page.Length && page[position] != '>')
        {
            int start = position;
            while (position < page.Length && page[position] is not ('=' or '>' or '/') && !char.IsWhiteSpace(page[position]))
            {
                position++;
            }

            string attribute = page.Substring(start, position - start);
            SkipBlanks(page, ref position);
            if (position < page.Length && page[position] == '=')
            {
                position++;
                SkipBlanks(page, ref position);
                TextSpan value = ReadValue(page, ref position);
                if (attribute.Equals("name", StringComparison.OrdinalIgnoreCase) && page.IndexOfAny(['@', '&'], value.Start, value.Length) < 0)
                {
                    found = value;
                }
            }
            else if (position == start)
            {
                position++;
            }
        }

        return found;
    }

    private static TextSpan ReadValue(string page, ref int position)
    {
        if (position < page.Length && page[position] is '"' or '\'')
        {
            int start = position + 1;
            int end = page.IndexOf(page[position], start);
            end = end < 0 ? page.Length : end;
            position = Math.Min(end + 1, page.Length);
            return TextSpan.FromBounds(start, end);
        }

        int bare = position;
        while (position < page.Length && page[position] != '>' && !char.IsWhiteSpace(page[position]))
        {
            position++;
        }

        return TextSpan.FromBounds(bare, position);
    }

    private static IEnumerable<(string Key, TextSpan Span)> Split(string page, TextSpan value)
    {
        int start = value.Start;
        while (start <= value.End)
        {
            int comma = page.IndexOf(',', start, value.End - start);
            int end = comma < 0 ? value.End : comma;
            string part = page.Substring(start, end - start);
            string key = part.Trim();
            if (key.Length > 0)
            {
                yield return (key, new TextSpan(start + part.IndexOf(key, StringComparison.Ordinal), key.Length));
            }

            start = end + 1;
        }
    }

    private static void SkipBlanks(string page, ref int position)
    {
        while (position < page.Length && char.IsWhiteSpace(page[position]))
        {
            position++;
        }
    }

    private static bool StartsWith(string page, int position, string text) => string.Compare(page, position, text, 0, text.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
