using System.Globalization;
using System.Text;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Json;

/// <summary>The characters of a JSON string (RFC 8259 section 7).</summary>
internal static class JsonString
{
    /// <summary>A string's characters, unescaped; the spelling of every other kind.</summary>
    public static string Read(string text, in JsonToken token)
    {
        if (token.Kind != JsonKind.String)
        {
            return text.Substring(token.Start, token.End - token.Start);
        }

        (int start, int end) = Content(text, in token);
        return token.IsEscaped ? Unescape(text, start, end) : text.Substring(start, end - start);
    }

    public static bool Equals(string text, in JsonToken token, string other)
    {
        if (token.Kind != JsonKind.String || token.IsEscaped)
        {
            return Read(text, in token) == other;
        }

        (int start, int end) = Content(text, in token);
        return end - start == other.Length && string.CompareOrdinal(text, start, other, 0, other.Length) == 0;
    }

    /// <summary>Whether two strings have the same characters.</summary>
    public static bool Equals(string text, in JsonToken token, in JsonToken other)
    {
        if (token.Kind != JsonKind.String || token.IsEscaped || other.Kind != JsonKind.String || other.IsEscaped)
        {
            return Read(text, in token) == Read(text, in other);
        }

        (int start, int end) = Content(text, in token);
        (int otherStart, int otherEnd) = Content(text, in other);
        return end - start == otherEnd - otherStart && string.CompareOrdinal(text, start, text, otherStart, end - start) == 0;
    }

    /// <summary>Reads the four digits of <c>\uXXXX</c> at a position, or gives -1.</summary>
    public static int HexAt(string text, int position, int end) =>
        position + 4 <= end
        && int.TryParse(text.Substring(position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code) ? code : -1;

    // A broken string may lack its quotes.
    private static (int Start, int End) Content(string text, in JsonToken token)
    {
        if (token.End == token.Start || text[token.Start] is not ('"' or '\''))
        {
            return (token.Start, token.End);
        }

        char quote = text[token.Start];
        int start = token.Start + 1;
        bool isClosed = !token.IsBroken || (token.End > start && text[token.End - 1] == quote);
        return (start, isClosed ? token.End - 1 : token.End);
    }

    private static string Unescape(string text, int start, int end)
    {
        StringBuilder builder = new(end - start);
        for (int i = start; i < end; i++)
        {
            if (text[i] != '\\' || i + 1 >= end)
            {
                builder.Append(text[i]);
                continue;
            }

            i++;
            switch (text[i])
            {
                case 'b': builder.Append('\b'); break;
                case 'f': builder.Append('\f'); break;
                case 'n': builder.Append('\n'); break;
                case 'r': builder.Append('\r'); break;
                case 't': builder.Append('\t'); break;
                case 'u' when HexAt(text, i + 1, end) is >= 0 and int code:
                    builder.Append((char)code);
                    i += 4;
                    break;
                default: builder.Append(text[i]); break;
            }
        }

        return builder.ToString();
    }
}
