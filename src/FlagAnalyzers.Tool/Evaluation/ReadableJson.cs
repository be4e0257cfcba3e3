using System.Globalization;
using System.Text;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Tool.Evaluation;

/// <summary>JSON for people: letters of every language as they are, a space behind commas and colons. Invisible characters and halves of characters are escaped.</summary>
internal static class ReadableJson
{
    public static string Write(JsonValue value)
    {
        StringBuilder text = new();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonValue value)
    {
        string separator = "";
        switch (value.Kind)
        {
            case JsonKind.String:
                AppendString(text, value.Text);
                break;
            case JsonKind.Array:
                text.Append('[');
                foreach (JsonValue item in value.Items)
                {
                    text.Append(separator);
                    Append(text, item);
                    separator = ", ";
                }

                text.Append(']');
                break;
            case JsonKind.Object:
                text.Append('{');
                foreach (JsonMember member in value.Members)
                {
                    text.Append(separator);
                    AppendString(text, member.Name);
                    text.Append(": ");
                    Append(text, member.Value);
                    separator = ", ";
                }

                text.Append('}');
                break;
            default:
                text.Append(value.Text);
                break;
        }
    }

    private static void AppendString(StringBuilder text, string content)
    {
        text.Append('"');
        for (int i = 0; i < content.Length; i++)
        {
            char c = content[i];
            if (char.IsSurrogatePair(content, i))
            {
                text.Append(c).Append(content[++i]);
            }
            else if (c is '"' or '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                text.Append(c);
            }
        }

        text.Append('"');
    }
}
