using System.Globalization;
using System.Text;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Generators.Emission.Text;

/// <summary>Values as C# 8 literals; the same bytes in every culture and on every host.</summary>
internal static class CSharpLiteral
{
    public static string Boolean(bool value) => value ? "true" : "false";

    public static string Integer(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Hash(ulong value) => "0x" + value.ToString("x16", CultureInfo.InvariantCulture) + "UL";

    /// <summary>Any text as a literal in quotes: what is no plain character is escaped, lone surrogates and line separators among it.</summary>
    public static string String(string? value)
    {
        if (value is null)
        {
            return "null";
        }

        StringBuilder literal = new(value.Length + 2);
        literal.Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (c is '"' or '\\')
            {
                literal.Append('\\').Append(c);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                literal.Append(c).Append(value[++i]);
            }
            else if (TextCharacter.IsInvisible(c) || char.IsSurrogate(c))
            {
                literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                literal.Append(c);
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>A number as the file spells it. What a double cannot hold is infinite, as it is when the file is read.</summary>
    public static string Double(JsonValue number)
    {
        // .NET Framework answers false where .NET gives infinity; the spelling is JSON's in either case.
        bool isFinite = double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && !double.IsInfinity(value);
        if (isFinite)
        {
            return number.Text + "d";
        }

        return number.Text.StartsWith("-", StringComparison.Ordinal) ? "double.NegativeInfinity" : "double.PositiveInfinity";
    }

    /// <summary>Whether a number is whole and fits <c>int</c>, however it is spelt (<c>10.0</c>, <c>1e3</c>).</summary>
    public static bool TryGetInteger(JsonValue value, out int integer)
    {
        double number = value.Number;
        bool fits = value.IsInteger && number is >= int.MinValue and <= int.MaxValue;
        integer = fits ? (int)number : 0;
        return fits;
    }
}
