using System.ComponentModel;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.CompilerServices;

/// <summary>A version of the context, for compiled <c>sem_ver</c> rules to compare with one that the rule spells out.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RuleVersion
{
    // How far two versions are apart: the sign says which one comes first.
    private const int Major = 4;
    private const int Minor = 2;

    private const int NoVersion = int.MinValue;

    // Longer numbers go the general way.
    private const int MostDigits = 9;

    /// <summary><c>=</c>; null where the text is no version.</summary>
    /// <param name="text">The version of the context.</param>
    /// <param name="other">The version that the rule spells out, which is one.</param>
    /// <param name="major">The parts of the other version, if it has nothing but three numbers of at most nine digits; else this is negative.</param>
    /// <param name="minor">See <paramref name="major"/>.</param>
    /// <param name="patch">See <paramref name="major"/>.</param>
    public static bool? Equal(string? text, string other, int major, int minor, int patch) =>
        Compare(text, other, major, minor, patch) is not NoVersion and int compared ? compared == 0 : null;

    /// <summary><c>!=</c>: see <see cref="Equal"/>.</summary>
    public static bool? NotEqual(string? text, string other, int major, int minor, int patch) =>
        Compare(text, other, major, minor, patch) is not NoVersion and int compared ? compared != 0 : null;

    /// <summary><c>&lt;</c>: see <see cref="Equal"/>.</summary>
    public static bool? Less(string? text, string other, int major, int minor, int patch) =>
        Compare(text, other, major, minor, patch) is not NoVersion and int compared ? compared < 0 : null;

    /// <summary><c>&lt;=</c>: see <see cref="Equal"/>.</summary>
    public static bool? LessOrEqual(string? text, string other, int major, int minor, int patch) =>
        Compare(text, other, major, minor, patch) is not NoVersion and int compared ? compared <= 0 : null;

    /// <summary><c>&gt;</c>: see <see cref="Equal"/>.</summary>
    public static bool? Greater(string? text, string other, int major, int minor, int patch) =>
        Compare(text, other, major, minor, patch) is not NoVersion and int compared ? compared > 0 : null;

    /// <summary><c>&gt;=</c>: see <see cref="Equal"/>.</summary>
    public static bool? GreaterOrEqual(string? text, string other, int major, int minor, int patch) =>
        Compare(text, other, major, minor, patch) is not NoVersion and int compared ? compared >= 0 : null;

    /// <summary><c>^</c>: see <see cref="Equal"/>.</summary>
    public static bool? SameMajor(string? text, string other, int major, int minor, int patch) =>
        Compare(text, other, major, minor, patch) is not NoVersion and int compared ? compared is > -Major and < Major : null;

    /// <summary><c>~</c>: see <see cref="Equal"/>.</summary>
    public static bool? SameMinor(string? text, string other, int major, int minor, int patch) =>
        Compare(text, other, major, minor, patch) is not NoVersion and int compared ? compared is > -Minor and < Minor : null;

    private static int Compare(string? text, string other, int major, int minor, int patch)
    {
        if (text is null)
        {
            return NoVersion;
        }

        int position = text.Length > 0 && text[0] is 'v' or 'V' ? 1 : 0;
        if (major >= 0
            && TryReadNumber(text, ref position, out int ownMajor) && TryReadDot(text, ref position)
            && TryReadNumber(text, ref position, out int ownMinor) && TryReadDot(text, ref position)
            && TryReadNumber(text, ref position, out int ownPatch) && position == text.Length)
        {
            return ownMajor != major ? (ownMajor < major ? -Major : Major)
                : ownMinor != minor ? (ownMinor < minor ? -Minor : Minor)
                : ownPatch.CompareTo(patch);
        }

        if (!SemanticVersion.TryParse(text, out SemanticVersion left) || !SemanticVersion.TryParse(other, out SemanticVersion right))
        {
            return NoVersion;
        }

        int result = Math.Sign(left.CompareTo(right));
        return !left.HasMajorOf(right) ? result * Major : !left.HasMinorOf(right) ? result * Minor : result;
    }

    private static bool TryReadDot(string text, ref int position) => position < text.Length && text[position++] == '.';

    private static bool TryReadNumber(string text, ref int position, out int number)
    {
        int start = position;
        number = 0;
        while (position < text.Length && (uint)(text[position] - '0') <= 9)
        {
            number = (number * 10) + (text[position++] - '0');
        }

        int length = position - start;
        return length is > 0 and <= MostDigits && (length == 1 || text[start] != '0');
    }
}
