namespace FlagAnalyzers.Generators.KnownApis;

/// <summary>A flag SDK whose methods we know, so that its users need not mark anything.</summary>
/// <param name="Name">What the SDK calls itself.</param>
/// <param name="Assemblies">Rows are read only when a compilation references one of these; none for an SDK that is part of the framework.</param>
/// <param name="KeysIgnoreCase">Whether the SDK finds a flag whose key is written in another case.</param>
/// <param name="Rows">One parameter a line, see <see cref="FlagApiRow"/>.</param>
internal sealed record FlagSdk(string Name, string[] Assemblies, bool KeysIgnoreCase, string Rows)
{
    /// <summary>Whether a project has to ask for it, because most projects that could call it keep other things there than their flags.</summary>
    public bool IsOptIn { get; init; }

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
                yield return FlagApiRow.TryParse(row, this.Name, this.KeysIgnoreCase) ?? throw new FormatException("Not a row of the table: " + row);
            }
        }
    }
}
