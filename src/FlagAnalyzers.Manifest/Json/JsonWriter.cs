using System.Globalization;
using System.Text;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Json;

/// <summary>Writes JSON: compact and in ASCII, which survives every encoding, or readable by people.</summary>
internal static class JsonWriter
{
    public static string Write(JsonValue value)
    {
        StringBuilder builder = new();
        Append(builder, value);
        return builder.ToString();
    }

    /// <summary>Letters of every language as they are, a space behind commas and colons. Invisible characters and halves of characters are escaped.</summary>
    public static string WriteReadable(JsonValue value)
    {
        StringBuilder builder = new();
        Append(builder, value, isReadable: true);
        return builder.ToString();
    }

    public static void Append(StringBuilder builder, JsonValue value, bool isReadable = false)
    {
        switch (value.Kind)
        {
            case JsonKind.String:
                AppendString(builder, value.Text, isReadable);
                break;
            case JsonKind.Array:
                builder.Append('[');
                string separator = "";
                foreach (JsonValue item in value.Items)
                {
                    builder.Append(separator);
                    Append(builder, item, isReadable);
                    separator = isReadable ? ", " : ",";
                }

                builder.Append(']');
                break;
            case JsonKind.Object:
                AppendObject(builder, value.Members, isReadable);
                break;
            default:
                builder.Append(value.Text);
                break;
        }
    }

    public static void AppendObject(StringBuilder builder, EquatableArray<JsonMember> members, bool isReadable = false)
    {
        builder.Append('{');
        string separator = "";
        foreach (JsonMember member in members)
        {
            builder.Append(separator);
            AppendString(builder, member.Name, isReadable);
            builder.Append(isReadable ? ": " : ":");
            Append(builder, member.Value, isReadable);
            separator = isReadable ? ", " : ",";
        }

        builder.Append('}');
    }

    public static void AppendString(StringBuilder builder, string text, bool isReadable = false)
    {
        builder.Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '"' or '\\')
            {
                builder.Append('\\').Append(c);
            }
            else if (c is >= ' ' and <= '~' || (isReadable && IsVisible(c)))
            {
                builder.Append(c);
            }
            else if (isReadable && char.IsSurrogatePair(text, i))
            {
                builder.Append(c).Append(text[++i]);
            }
            else
            {
                builder.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        builder.Append('"');
    }

    private static bool IsVisible(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
