using System.Globalization;
using System.Text;

namespace FlagAnalyzers.Manifests.Naming;

/// <summary>C# identifiers (C# specification section 6.4.3) for keys that may be any text.</summary>
internal static class CSharpName
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    public static bool IsKeyword(string name) => Keywords.Contains(name);

    /// <summary>An identifier that is no keyword.</summary>
    public static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || IsKeyword(name) || !IsStart(name[0]))
        {
            return false;
        }

        foreach (char c in name)
        {
            if (!IsPart(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The words of a key in PascalCase: <c>new-checkout</c> gives <c>NewCheckout</c>, <c>2fa.login</c> <c>_2faLogin</c>. A key without a letter
    /// or digit gives its code points, so that it has a name too: <c>🚀</c> gives <c>U1F680</c>.
    /// </summary>
    public static string FromKey(string key)
    {
        StringBuilder name = new(key.Length);
        bool startsWord = true;
        foreach (char c in key)
        {
            if (c == '_' || !IsPart(c))
            {
                startsWord = true;
                continue;
            }

            name.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = false;
        }

        if (name.Length == 0)
        {
            AppendCodePoints(name, key);
        }

        if (!IsStart(name[0]))
        {
            name.Insert(0, '_');
        }

        string result = name.ToString();
        return IsKeyword(result) ? "_" + result : result;
    }

    private static void AppendCodePoints(StringBuilder name, string key)
    {
        for (int i = 0; i < key.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(key[i]) && i + 1 < key.Length && char.IsLowSurrogate(key[i + 1]);
            int codePoint = isPair ? char.ConvertToUtf32(key[i], key[i + 1]) : key[i];
            name.Append('U').Append(codePoint.ToString("X4", CultureInfo.InvariantCulture));
            i += isPair ? 1 : 0;
        }

        if (name.Length == 0)
        {
            name.Append('_');
        }
    }

    private static bool IsStart(char c) => c == '_' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter
        or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    // Formatting characters are legal too, but the compiler drops them: two names that differ in them only would be one.
    private static bool IsPart(char c) => IsStart(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;
}
