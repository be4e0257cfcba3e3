using System.Globalization;

namespace FlagAnalyzers.Evaluation.Values;

/// <summary>Numbers from text and text from numbers, as Go's strconv has them; the culture of the thread plays no part.</summary>
internal static class NumberText
{
    /// <summary>Room for any number in <see cref="WriteFixed"/>: 309 digits before the point, or 324 zeros and 17 digits after it.</summary>
    public const int LongestFixed = 352;

    // Fifteen digits always survive; what needs more is tried with one more each time. Zeros at the end are taken off afterwards.
    private static readonly string[] ScientificFormats = ["E14", "E15", "E16"];

    /// <summary>Reads a whole text as <c>strconv.ParseFloat</c> does (hexadecimal apart); a number out of range is infinite.</summary>
    /// <returns>False where the text is no number.</returns>
    public static bool TryParse(string text, out double number)
    {
        if (TryParseWord(text, out number))
        {
            return true;
        }

        bool hasUnderscore = false;
        if (!IsDecimal(text, ref hasUnderscore))
        {
            number = 0;
            return false;
        }

        string digits = hasUnderscore ? text.Replace("_", "") : text;
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            // The .NET Framework refuses what .NET gives as infinite.
            number = digits[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        }

        return true;
    }

    /// <summary>As <c>encoding/json</c> writes a number: the shortest digits that give it back, an exponent below 1e-6 and from 1e21.</summary>
    public static string ToJson(double number)
    {
        double size = Math.Abs(number);
        return number == 0 || (size >= 1e-6 && size < 1e21) ? ToFixed(number) : ToExponent(number, 1);
    }

    /// <summary>As Go prints a number with <c>%v</c>: an exponent below 1e-4 and from 1e21, of two digits at least.</summary>
    public static string ToPlain(double number)
    {
        double size = Math.Abs(number);
        return number == 0 || (size >= 1e-4 && size < 1e21) ? ToFixed(number) : ToExponent(number, 2);
    }

    /// <summary>The shortest digits that give the number back, never with an exponent.</summary>
    public static string ToFixed(double number)
    {
        Span<char> buffer = stackalloc char[LongestFixed];
        return buffer.Slice(0, WriteFixed(number, buffer)).ToString();
    }

    /// <summary><see cref="ToFixed"/> into a buffer of at least <see cref="LongestFixed"/>; gives the number of characters.</summary>
    public static int WriteFixed(double number, Span<char> target)
    {
        Span<char> digits = stackalloc char[20];
        int count = ShortestDigits(number, digits, out int pointAt, out bool negative);
        int length = 0;
        if (negative)
        {
            target[length++] = '-';
        }

        if (pointAt <= 0)
        {
            target[length++] = '0';
        }

        for (int i = Math.Min(pointAt, 0); i < Math.Max(count, pointAt); i++)
        {
            if (i == pointAt)
            {
                target[length++] = '.';
            }

            target[length++] = i >= 0 && i < count ? digits[i] : '0';
        }

        return length;
    }

    /// <summary>The number that JSON has for a single-precision one: its own shortest digits, not those of its conversion (1.2f is 1.2).</summary>
    public static double Widen(float number)
    {
#if NET
        Span<char> buffer = stackalloc char[32];
        return number.TryFormat(buffer, out int length, "R", CultureInfo.InvariantCulture)
            && double.TryParse(buffer.Slice(0, length), NumberStyles.Float, CultureInfo.InvariantCulture, out double wide) ? wide : number;
#else
        return double.TryParse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out double wide) ? wide : number;
#endif
    }

    private static string ToExponent(double number, int exponentDigits)
    {
        Span<char> digits = stackalloc char[20];
        int count = ShortestDigits(number, digits, out int pointAt, out bool negative);
        string fraction = count > 1 ? "." + digits.Slice(1, count - 1).ToString() : "";
        int exponent = pointAt - 1;
        return (negative ? "-" : "") + digits[0] + fraction + (exponent < 0 ? "e-" : "e+")
            + Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(exponentDigits, '0');
    }

    /// <summary>The digits of <c>0.ddd × 10^pointAt</c> without zeros at the end; of zero one digit, its point behind it.</summary>
    private static int ShortestDigits(double number, Span<char> digits, out int pointAt, out bool negative)
    {
        negative = BitConverter.DoubleToInt64Bits(number) < 0;
        pointAt = 1;
        if (number == 0)
        {
            digits[0] = '0';
            return 1;
        }

        Span<char> text = stackalloc char[32];
        int length = WriteScientific(number, text);
        int count = 0;
        int at = negative ? 1 : 0;
        for (; at < length && text[at] != 'E'; at++)
        {
            if (text[at] != '.')
            {
                digits[count++] = text[at];
            }
        }

        int exponent = 0;
        for (int i = at + 2; i < length; i++)
        {
            exponent = (exponent * 10) + (text[i] - '0');
        }

        pointAt = (text[at + 1] == '-' ? -exponent : exponent) + 1;
        while (count > 1 && digits[count - 1] == '0')
        {
            count--;
        }

        return count;
    }

    /// <summary><c>d.dddE±ddd</c> with the fewest digits that give the number back.</summary>
    private static int WriteScientific(double number, Span<char> target)
    {
        foreach (string format in ScientificFormats)
        {
#if NET
            if (number.TryFormat(target, out int length, format, CultureInfo.InvariantCulture)
                && double.TryParse(target.Slice(0, length), NumberStyles.Float, CultureInfo.InvariantCulture, out double back) && back == number)
            {
                return length;
            }
#else
            string text = number.ToString(format, CultureInfo.InvariantCulture);
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double back) && back == number)
            {
                text.AsSpan().CopyTo(target);
                return text.Length;
            }
#endif
        }

        return 0;
    }

    /// <summary>inf, infinity and nan in any case; the first two with a sign if wanted.</summary>
    private static bool TryParseWord(string text, out double number)
    {
        number = double.NaN;
        if (text.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        bool signed = text.Length > 0 && text[0] is '+' or '-';
        ReadOnlySpan<char> word = text.AsSpan(signed ? 1 : 0);
        number = signed && text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        return word.Equals("inf".AsSpan(), StringComparison.OrdinalIgnoreCase) || word.Equals("infinity".AsSpan(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An optional sign, digits with an optional point among or beside them, an optional exponent; underscores between digits.</summary>
    private static bool IsDecimal(string text, ref bool hasUnderscore)
    {
        int at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        int digits = SkipDigits(text, ref at, ref hasUnderscore);
        if (at < text.Length && text[at] == '.')
        {
            at++;
            digits += SkipDigits(text, ref at, ref hasUnderscore);
        }

        if (digits <= 0)
        {
            return false;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-')
            {
                at++;
            }

            if (SkipDigits(text, ref at, ref hasUnderscore) == 0)
            {
                return false;
            }
        }

        return at == text.Length;
    }

    private static int SkipDigits(string text, ref int at, ref bool hasUnderscore)
    {
        int digits = 0;
        while (at < text.Length)
        {
            bool isDigit = IsDigit(text[at]);
            bool isSeparator = text[at] == '_' && digits > 0 && at + 1 < text.Length && IsDigit(text[at + 1]);
            if (!isDigit && !isSeparator)
            {
                break;
            }

            hasUnderscore |= isSeparator;
            digits += isDigit ? 1 : 0;
            at++;
        }

        return digits;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
