namespace FlagAnalyzers.Generators.KnownApis;

/// <summary>A flag SDK whose methods we know, so that its users need not mark anything.</summary>
/// <param name="Name">What the SDK calls itself.</param>
/// <param name="Assemblies">Rows are read only when a compilation references one of these.</param>
/// <param name="KeysIgnoreCase">Whether the SDK finds a flag whose key is written in another case.</param>
/// <param name="Rows">
/// One parameter a line: <c>role  Namespace.Type.Member(parameter)</c>, constructors as <c>#ctor</c> (the spelling of documentation ids).
/// </param>
internal sealed record FlagSdk(string Name, string[] Assemblies, bool KeysIgnoreCase, string Rows)
{
    /// <summary>The parsed rows. Not kept: a compilation asks once.</summary>
    public IEnumerable<FlagApi> ReadApis()
    {
        int position = 0;
        while (position < this.Rows.Length)
        {
            int end = this.Rows.IndexOf('\n', position);
            end = end < 0 ? this.Rows.Length : end;
            string row = this.Rows.Substring(position, end - position).Trim();
            position = end + 1;
            if (row.Length > 0)
            {
                yield return this.ReadApi(row);
            }
        }
    }

    private FlagApi ReadApi(string row)
    {
        int roleEnd = row.IndexOf(' ');
        int open = row.IndexOf('(');
        int close = row.IndexOf(')');
        if (roleEnd < 0 || open < roleEnd || close < open)
        {
            throw new FormatException("Not a row of the table: " + row);
        }

        string member = row.Substring(roleEnd, open - roleEnd).Trim();
        int dot = member.LastIndexOf('.');
        string name = member.Substring(dot + 1);
        return new FlagApi(
            member.Substring(0, dot),
            name == "#ctor" ? ".ctor" : name,
            row.Substring(open + 1, close - open - 1),
            FlagApiRoles.Parse(row.Substring(0, roleEnd)),
            this);
    }
}
