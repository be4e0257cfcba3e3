namespace FlagAnalyzers.Manifests.Rules;

/// <summary>
/// A version as flagd's <c>sem_ver</c> reads it: semver.org 2.0.0 with an optional <c>v</c> in front, <c>1</c> and <c>1.2</c> padded with zeros,
/// numbers of any size (golang.org/x/mod/semver). Holds places in the text and allocates nothing.
/// </summary>
internal readonly struct SemanticVersion : IComparable<SemanticVersion>
{
    private readonly string text;
    private readonly Part major;
    private readonly Part minor;
    private readonly Part patch;
    private readonly Part prerelease;

    private SemanticVersion(string text, Part major, Part minor, Part patch, Part prerelease)
    {
        this.text = text;
        this.major = major;
        this.minor = minor;
        this.patch = patch;
        this.prerelease = prerelease;
    }

    /// <summary>The comparison operators of <c>sem_ver</c>.</summary>
    public static IReadOnlyList<string> Operators { get; } = ["=", "!=", "<", "<=", ">", ">=", "^", "~"];

    public static bool TryParse(string text, out SemanticVersion version)
    {
        version = default;
        int position = text.Length > 0 && text[0] is 'v' or 'V' ? 1 : 0;
        Part minor = default;
        Part patch = default;
        Part prerelease = default;
        if (!ReadNumber(text, ref position, out Part major))
        {
            return false;
        }

        if (position < text.Length)
        {
            if (!ReadSeparated(text, ref position, out minor))
            {
                return false;
            }

            if (position < text.Length)
            {
                if (!ReadSeparated(text, ref position, out patch)
                    || !ReadIdentifiers(text, '-', ref position, numbersAreStrict: true, out prerelease)
                    || !ReadIdentifiers(text, '+', ref position, numbersAreStrict: false, out _)
                    || position < text.Length)
                {
                    return false;
                }
            }
        }

        version = new SemanticVersion(text, major, minor, patch, prerelease);
        return true;
    }

    public bool HasMajorOf(in SemanticVersion other) => CompareNumbers(this.text, this.major, other.text, other.major) == 0;

    public bool HasMinorOf(in SemanticVersion other) => CompareNumbers(this.text, this.minor, other.text, other.minor) == 0;

    /// <summary>Precedence as semver.org section 11 has it; build metadata does not count.</summary>
    public int CompareTo(SemanticVersion other)
    {
        int result = CompareNumbers(this.text, this.major, other.text, other.major);
        if (result == 0)
        {
            result = CompareNumbers(this.text, this.minor, other.text, other.minor);
        }

        if (result == 0)
        {
            result = CompareNumbers(this.text, this.patch, other.text, other.patch);
        }

        return result != 0 ? result : ComparePrerelease(this.text, this.prerelease, other.text, other.prerelease);
    }

    private static bool ReadSeparated(string text, ref int position, out Part part)
    {
        part = default;
        return text[position] == '.' && position++ >= 0 && ReadNumber(text, ref position, out part);
    }

    private static bool ReadNumber(string text, ref int position, out Part part)
    {
        int start = position;
        while (position < text.Length && IsDigit(text[position]))
        {
            position++;
        }

        part = new Part(start, position - start);
        return part.Length == 1 || (part.Length > 1 && text[start] != '0');
    }

    private static bool ReadIdentifiers(string text, char lead, ref int position, bool numbersAreStrict, out Part part)
    {
        part = default;
        if (position >= text.Length || text[position] != lead)
        {
            return true;
        }

        int start = ++position;
        int identifier = start;
        bool isNumber = true;
        for (; position <= text.Length; position++)
        {
            char c = position < text.Length ? text[position] : '\0';
            if (c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-')
            {
                isNumber &= IsDigit(c);
                continue;
            }

            int length = position - identifier;
            if (length == 0 || (numbersAreStrict && isNumber && length > 1 && text[identifier] == '0'))
            {
                return false;
            }

            if (c != '.')
            {
                break;
            }

            identifier = position + 1;
            isNumber = true;
        }

        part = new Part(start, position - start);
        return true;
    }

    private static int CompareNumbers(string left, Part leftPart, string right, Part rightPart)
    {
        if (leftPart.Length == 0 || rightPart.Length == 0)
        {
            // A part that is not written is zero.
            return (IsZero(left, leftPart) ? 0 : 1) - (IsZero(right, rightPart) ? 0 : 1);
        }

        return leftPart.Length != rightPart.Length
            ? leftPart.Length.CompareTo(rightPart.Length)
            : Math.Sign(string.CompareOrdinal(left, leftPart.Start, right, rightPart.Start, leftPart.Length));
    }

    private static bool IsZero(string text, Part part) => part.Length == 0 || text[part.Start] == '0';

    private static int ComparePrerelease(string left, Part leftPart, string right, Part rightPart)
    {
        if (leftPart.Length == 0 || rightPart.Length == 0)
        {
            return (leftPart.Length == 0 ? 1 : 0) - (rightPart.Length == 0 ? 1 : 0);
        }

        int i = leftPart.Start;
        int j = rightPart.Start;
        while (i < leftPart.End && j < rightPart.End)
        {
            Part first = Identifier(left, i, leftPart.End, out bool firstIsNumber);
            Part second = Identifier(right, j, rightPart.End, out bool secondIsNumber);
            int result = firstIsNumber != secondIsNumber ? (firstIsNumber ? -1 : 1)
                : firstIsNumber ? CompareNumbers(left, first, right, second)
                : CompareText(left, first, right, second);
            if (result != 0)
            {
                return result;
            }

            i = first.End + 1;
            j = second.End + 1;
        }

        return (i < leftPart.End ? 1 : 0) - (j < rightPart.End ? 1 : 0);
    }

    private static Part Identifier(string text, int start, int end, out bool isNumber)
    {
        int position = start;
        isNumber = true;
        while (position < end && text[position] != '.')
        {
            isNumber &= IsDigit(text[position]);
            position++;
        }

        return new Part(start, position - start);
    }

    private static int CompareText(string left, Part leftPart, string right, Part rightPart)
    {
        int result = string.CompareOrdinal(left, leftPart.Start, right, rightPart.Start, Math.Min(leftPart.Length, rightPart.Length));
        return result != 0 ? Math.Sign(result) : leftPart.Length.CompareTo(rightPart.Length);
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private readonly record struct Part(int Start, int Length)
    {
        public int End => this.Start + this.Length;
    }
}
