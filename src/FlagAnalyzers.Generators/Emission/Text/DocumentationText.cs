using System.Text;

namespace FlagAnalyzers.Generators.Emission.Text;

/// <summary>Any text as the content of an XML documentation comment.</summary>
internal static class DocumentationText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// One line of XML: markup is escaped, line ends become spaces, and what XML 1.0 (section 2.2) does not allow becomes U+FFFD.
    /// </summary>
    public static string Escape(string text)
    {
        StringBuilder xml = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                xml.Append(c).Append(text[++i]);
                continue;
            }

            switch (c)
            {
                case '&':
                    xml.Append("&amp;");
                    break;
                case '<':
                    xml.Append("&lt;");
                    break;
                case '>':
                    xml.Append("&gt;");
                    break;
                case '\t':
                    xml.Append(' ');
                    break;
                default:
                    xml.Append(TextCharacter.IsLineEnd(c) ? ' ' : IsAllowed(c) ? c : Replacement);
                    break;
            }
        }

        return xml.ToString().Trim(' ');
    }

    /// <summary>The same between <c>c</c> tags.</summary>
    public static string Code(string text) => "<c>" + Escape(text) + "</c>";

    /// <summary>The lines of a text, each escaped, without the empty ones.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || TextCharacter.IsLineEnd(text[i]))
            {
                string line = Escape(text.Substring(start, i - start));
                start = i + 1;
                if (line.Length > 0)
                {
                    yield return line;
                }
            }
        }
    }

    private static bool IsAllowed(char c) => c >= ' ' && c is not ((>= '\x7F' and <= '\x9F') or '\uFFFE' or '\uFFFF')
        && !char.IsSurrogate(c) && !TextCharacter.IsBidirectionalControl(c);
}
