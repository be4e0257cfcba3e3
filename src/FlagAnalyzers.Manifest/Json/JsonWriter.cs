using System.Globalization;
using System.Text;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Json;

/// <summary>Writes compact JSON. Only ASCII comes out, so that the text survives every encoding.</summary>
internal static class JsonWriter
{
    public static string Write(JsonValue value)
    {
        StringBuilder builder = new();
        Append(builder, value);
        return builder.ToString();
    }

    public static void Append(StringBuilder builder, JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonKind.String:
                AppendString(builder, value.Text);
                break;
            case JsonKind.Array:
                builder.Append('[');
                string separator = "";
                foreach (JsonValue item in value.Items)
                {
                    builder.Append(separator);
                    Append(builder, item);
                    separator = ",";
                }

                builder.Append(']');
                break;
            case JsonKind.Object:
                AppendObject(builder, value.Members);
                break;
            default:
                builder.Append(value.Text);
                break;
        }
    }

    public static void AppendObject(StringBuilder builder, EquatableArray<JsonMember> members)
    {
        builder.Append('{');
        string separator = "";
        foreach (JsonMember member in members)
        {
            builder.Append(separator);
            AppendString(builder, member.Name);
            builder.Append(':');
            Append(builder, member.Value);
            separator = ",";
        }

        builder.Append('}');
    }

    public static void AppendString(StringBuilder builder, string text)
    {
        builder.Append('"');
        foreach (char c in text)
        {
            if (c is '"' or '\\')
            {
                builder.Append('\\').Append(c);
            }
            else if (c is >= ' ' and <= '~')
            {
                builder.Append(c);
            }
            else
            {
                builder.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        builder.Append('"');
    }
}
