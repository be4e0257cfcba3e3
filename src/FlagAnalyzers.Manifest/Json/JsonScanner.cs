using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Json;

/// <summary>Reads the words of a JSON text (RFC 8259): white space and comments, strings, numbers, keywords. Always advances or says so.</summary>
internal sealed class JsonScanner(string text)
{
    public int Position { get; set; }

    /// <summary>The comments that were skipped, each once, in the order of the text; null where there is none.</summary>
    public List<TextRange>? Comments { get; private set; }

    /// <summary>Behind the last value or bracket that was read: where a missing comma belongs.</summary>
    public int LastEnd { get; set; }

    public bool IsAtEnd => this.Position >= text.Length;

    /// <summary>Whether white space or a comment may stand here; false for nearly every other character.</summary>
    public bool IsAtTrivia => this.Position < text.Length && text[this.Position] is <= ' ' or '/';

    public static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '-';

    public static bool StartsValue(char c) => c is '{' or '[' or '"' or '\'' or '+' or '.' || IsWordCharacter(c);

    /// <summary>Skips white space and comments; gives the range of a comment that does not end.</summary>
    public TextRange? SkipTrivia()
    {
        while (true)
        {
            int i = this.Position;
            while (i < text.Length && text[i] is ' ' or '\n' or '\r' or '\t')
            {
                i++;
            }

            this.Position = i;
            char c = i < text.Length ? text[i] : '\0';
            if (c == '/' && this.Position + 1 < text.Length && text[this.Position + 1] == '/')
            {
                int start = this.Position;
                int end = text.IndexOfAny(['\n', '\r'], start);
                this.Position = end < 0 ? text.Length : end;
                this.NoteComment(start);
            }
            else if (c == '/' && this.Position + 1 < text.Length && text[this.Position + 1] == '*')
            {
                int start = this.Position;
                int end = text.IndexOf("*/", start + 2, StringComparison.Ordinal);
                this.Position = end < 0 ? text.Length : end + 2;
                if (end < 0)
                {
                    return new TextRange(start, 2);
                }

                this.NoteComment(start);
            }
            else
            {
                break;
            }
        }

        return null;
    }

    /// <summary>Reads a string that is simply the characters between double quotes, as nearly all are; reads nothing where there is more to say of it.</summary>
    public bool TryReadPlainString()
    {
        int i = this.Position;
        if (text[i] != '"')
        {
            return false;
        }

        do
        {
            i++;
        }
        while (i < text.Length && text[i] is >= ' ' and not ('"' or '\\'));
        if (i >= text.Length || text[i] != '"')
        {
            return false;
        }

        this.Position = i + 1;
        return true;
    }

    /// <summary>Reads a string; a broken one ends with its line.</summary>
    /// <returns>Whether it holds escape sequences.</returns>
    public bool ReadString(out string? problem, out TextRange place)
    {
        int start = this.Position;
        char quote = text[start];
        bool isEscaped = false;
        problem = quote == '\'' ? "Expected '\"', found \"'\": JSON strings stand in double quotes." : null;
        place = new TextRange(start, 1);
        int i = start + 1;
        for (; i < text.Length; i++)
        {
            char c = text[i];
            if (c == quote)
            {
                this.Position = i + 1;
                return isEscaped;
            }

            if (c == '\\')
            {
                isEscaped = true;
                int length = this.EscapeLength(i);
                if (length == 0 && problem is null)
                {
                    problem = "Unknown escape sequence: expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u and four hexadecimal digits.";
                    place = TextRange.Between(i, Math.Min(i + 2, text.Length));
                }

                bool escapesLineEnd = i + 1 < text.Length && text[i + 1] is '\n' or '\r';
                i += escapesLineEnd ? 0 : Math.Max(length - 1, 1);
            }
            else if (c is '\n' or '\r')
            {
                break;
            }
            else if (c < ' ' && problem is null)
            {
                problem = "A control character must be escaped in a JSON string, for example \\t or \\u0001.";
                place = new TextRange(i, 1);
            }
        }

        this.Position = Math.Min(i, text.Length);
        problem = "This string is not closed: expected '\"' before the end of the line.";
        place = TextRange.Between(start, this.Position);
        return isEscaped;
    }

    /// <summary>Reads what looks like a number; gives what is wrong with it, or null.</summary>
    public string? ReadNumber()
    {
        int start = this.Position;
        while (this.Position < text.Length && (IsWordCharacter(text[this.Position]) || text[this.Position] is '.' or '+'))
        {
            this.Position++;
        }

        this.LastEnd = this.Position;
        return IsNumber(text, start, this.Position)
            ? null
            : $"Expected a JSON number such as 12, -3.5 or 1e6, found {this.Describe(start)}.";
    }

    /// <summary>Reads a keyword, or what stands in its place; reads nothing where no word starts.</summary>
    public JsonKind ReadWord(out string? problem)
    {
        int start = this.Position;
        while (this.Position < text.Length && IsWordCharacter(text[this.Position]))
        {
            this.Position++;
        }

        problem = null;
        if (this.IsWord(start, "true"))
        {
            return JsonKind.True;
        }

        if (this.IsWord(start, "false"))
        {
            return JsonKind.False;
        }

        if (!this.IsWord(start, "null"))
        {
            string? keyword = text.Substring(start, this.Position - start).ToLowerInvariant() switch
            {
                "true" or "yes" or "on" => "true",
                "false" or "no" or "off" => "false",
                "null" or "none" or "nil" or "undefined" or "nan" => "null",
                _ => null,
            };
            problem = keyword is null
                ? $"Expected a value, found {this.Describe(start)}: text stands in double quotes."
                : $"Expected a value, found {this.Describe(start)}; did you mean {keyword}?";
        }

        return JsonKind.Null;
    }

    /// <summary>Skips a container with all that it holds, without reading it.</summary>
    public void SkipBracketed()
    {
        int depth = 0;
        while (!this.IsAtEnd)
        {
            this.SkipTrivia();
            if (this.IsAtEnd)
            {
                break;
            }

            char c = text[this.Position];
            if (c == '"')
            {
                this.ReadString(out _, out _);
                continue;
            }

            this.Position++;
            depth += c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
            if (depth == 0)
            {
                break;
            }
        }

        this.LastEnd = this.Position;
    }

    /// <summary>Skips characters that can start nothing, up to the next that can.</summary>
    public void SkipUnexpected()
    {
        do
        {
            this.Position++;
        }
        while (!this.IsAtEnd && !StartsValue(text[this.Position]) && text[this.Position] is not (',' or '}' or ']' or ' ' or '\n' or '\r' or '\t' or '/'));
    }

    /// <summary>What stands at the position, for a message.</summary>
    public string DescribeNext() => this.IsAtEnd ? "the end of the file" : this.DescribeAt(this.Position);

    /// <summary>What was read since a position, for a message.</summary>
    public string Describe(int start)
    {
        const int Longest = 24;
        int length = Math.Min(this.Position - start, Longest);
        return $"'{text.Substring(start, length)}{(length < this.Position - start ? "…" : "")}'";
    }

    // Looking ahead passes a comment twice.
    private void NoteComment(int start)
    {
        this.Comments ??= [];
        if (this.Comments.Count == 0 || this.Comments[this.Comments.Count - 1].Start < start)
        {
            this.Comments.Add(TextRange.Between(start, this.Position));
        }
    }

    private bool IsWord(int start, string word) =>
        this.Position - start == word.Length && string.CompareOrdinal(text, start, word, 0, word.Length) == 0;

    private static bool IsNumber(string text, int start, int end)
    {
        int i = start;
        if (i < end && text[i] == '-')
        {
            i++;
        }

        int integer = i;
        i = SkipDigits(text, i, end);
        if (i == integer || (text[integer] == '0' && i > integer + 1))
        {
            return false;
        }

        if (i < end && text[i] == '.')
        {
            int fraction = ++i;
            i = SkipDigits(text, i, end);
            if (i == fraction)
            {
                return false;
            }
        }

        if (i < end && text[i] is 'e' or 'E')
        {
            i++;
            if (i < end && text[i] is '+' or '-')
            {
                i++;
            }

            int exponent = i;
            i = SkipDigits(text, i, end);
            if (i == exponent)
            {
                return false;
            }
        }

        return i == end;
    }

    private static int SkipDigits(string text, int start, int end)
    {
        int i = start;
        while (i < end && text[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i;
    }

    private string DescribeAt(int position)
    {
        char c = text[position];
        if (c is '"')
        {
            int end = text.IndexOfAny(['"', '\n', '\r'], position + 1);
            return end > 0 && end - position <= 40 && text[end] == '"' ? text.Substring(position, end - position + 1) : "a string";
        }

        return c < ' ' || char.IsSurrogate(c)
            ? $"the character U+{((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)}"
            : $"'{c}'";
    }

    // The number of characters of the escape sequence at a position; 0 for one that JSON does not have.
    private int EscapeLength(int position)
    {
        if (position + 1 >= text.Length)
        {
            return 0;
        }

        return text[position + 1] switch
        {
            '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' => 2,
            'u' when JsonString.HexAt(text, position + 2, text.Length) >= 0 => 6,
            _ => 0,
        };
    }
}
