namespace FlagAnalyzers.Generators.KnownApis;

/// <summary>
/// One line of the table, ours or a user's: <c>role  Namespace.Type.Member(key, fallback): value ignore-case</c>, constructors as <c>.ctor</c>, so with two dots (the
/// <c>#ctor</c> of documentation ids begins a comment in the files by which MSBuild tells the compiler). Role (else <c>read</c>), fallback, value (else <c>any</c>) and <c>ignore-case</c> may be left out.
/// </summary>
internal static class FlagApiRow
{
    private const string Constructor = "..ctor";

    private const string IgnoreCase = "ignore-case";

    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>The API, or null for a text that is no such line.</summary>
    public static FlagApi? TryParse(string row, string sdk, bool keysIgnoreCase = false)
    {
        int open = row.IndexOf('(');
        int close = row.IndexOf(')');
        if (open < 0 || close < open || !TryReadTail(row.Substring(close + 1), ref keysIgnoreCase, out FlagApiValue value))
        {
            return null;
        }

        string[] parameters = row.Substring(open + 1, close - open - 1).Split(',');
        string[] head = row.Substring(0, open).Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        FlagApiRole? role = head.Length == 2 ? FlagApiRoles.Parse(head[0]) : FlagApiRole.Read;
        string member = head.Length is 1 or 2 ? head[head.Length - 1] : string.Empty;
        bool isConstructor = member.EndsWith(Constructor, StringComparison.Ordinal);
        int dot = isConstructor ? member.Length - Constructor.Length : member.LastIndexOf('.');
        if (role is null || dot <= 0 || dot == member.Length - 1 || parameters.Length > 2 || parameters.Any(static parameter => !IsName(parameter.Trim())))
        {
            return null;
        }

        return new FlagApi(
            member.Substring(0, dot),
            member.Substring(dot + 1),
            parameters[0].Trim(),
            parameters.Length == 2 ? parameters[1].Trim() : null,
            value,
            role.Value,
            keysIgnoreCase,
            sdk);
    }

    private static bool TryReadTail(string tail, ref bool keysIgnoreCase, out FlagApiValue value)
    {
        value = FlagApiValue.Any;
        tail = tail.Trim();
        if (tail.EndsWith(IgnoreCase, StringComparison.Ordinal))
        {
            keysIgnoreCase = true;
            tail = tail.Substring(0, tail.Length - IgnoreCase.Length).Trim();
        }

        if (tail.Length == 0)
        {
            return true;
        }

        if (tail[0] != ':' || FlagApiValues.Parse(tail.Substring(1).Trim()) is not { } parsed)
        {
            return false;
        }

        value = parsed;
        return true;
    }

    private static bool IsName(string text) => text.Length > 0 && text.All(static character => char.IsLetterOrDigit(character) || character == '_');
}
