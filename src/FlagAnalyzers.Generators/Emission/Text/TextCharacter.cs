namespace FlagAnalyzers.Generators.Emission.Text;

/// <summary>Classes of characters by fixed ranges: hosts know different versions of Unicode, and must generate the same bytes.</summary>
internal static class TextCharacter
{
    /// <summary>Control characters, line separators, and formatting characters that change how the text around them looks.</summary>
    public static bool IsInvisible(char c) => c is < ' ' or (>= '\x7F' and <= '\xA0') or '\u00AD' or '\u061C' or '\u180E' or (>= '\u200B' and <= '\u200F')
        or (>= '\u2028' and <= '\u202F') or (>= '\u205F' and <= '\u206F') or '\u3000' or '\uFEFF' or (>= '\uFFF0' and <= '\uFFFF');

    /// <summary>What the C# compiler takes for the end of a line (C# specification section 6.3.2).</summary>
    public static bool IsLineEnd(char c) => c is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Marks that reorder the text after them: a comment must not look like code (CVE-2021-42574).</summary>
    public static bool IsBidirectionalControl(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
