namespace FlagAnalyzers.RemovalStudy;

/// <summary>What the command line asks for.</summary>
/// <param name="Repository">A git directory or working tree.</param>
/// <param name="Commit">The commit in which people removed the flag; the removal works on its first parent.</param>
/// <param name="Flags">The keys to remove, one after the other, each with the value to keep.</param>
/// <param name="Apis">How the repository asks for a flag, as items <c>FlagsApi</c>.</param>
/// <param name="References">A file that names an assembly a line: what the projects take from packages.</param>
/// <param name="Output">A folder for both results, file by file; null when they are not wanted.</param>
/// <param name="Compiles">Whether to compile everything that was changed, and what depends on it, before and after: slow in large repositories.</param>
internal sealed record StudyArguments(string Repository, string Commit, IReadOnlyList<(string Key, bool Keep)> Flags, IReadOnlyList<string> Apis, string? References, string? Output, bool Compiles)
{
    public const string Usage = """
        RemovalStudy: removes a flag from the parent of a commit in which people removed it by hand, and says how far the two results are apart.

        Usage:
          dotnet run --project tests/FlagAnalyzers.RemovalStudy -- REPOSITORY COMMIT --keep KEY=on|off [options]

        Options:
          --keep KEY=on|off     the flag and its value; may be given again
          --api ROW             how the code asks for a flag, as in <FlagsApi Include="Shop.IToggles.IsOn(name)" />; may be given again
          --references FILE     a file with the path of an assembly a line, instead of a restore
          --output FOLDER       writes both results there
          --errors yes          compiles what was changed and what depends on it, before and after, and lists new errors

        """;

    /// <summary>Null when they make no sense.</summary>
    public static StudyArguments? Parse(string[] arguments)
    {
        List<(string, bool)> flags = [];
        List<string> apis = [];
        string? references = null;
        string? output = null;
        bool compiles = false;
        for (int i = 2; i + 1 < arguments.Length; i += 2)
        {
            string value = arguments[i + 1];
            switch (arguments[i])
            {
                case "--keep" when value.EndsWith("=on", StringComparison.Ordinal):
                    flags.Add((value[..^"=on".Length], true));
                    break;
                case "--keep" when value.EndsWith("=off", StringComparison.Ordinal):
                    flags.Add((value[..^"=off".Length], false));
                    break;
                case "--api":
                    apis.Add(value);
                    break;
                case "--references":
                    references = value;
                    break;
                case "--output":
                    output = value;
                    break;
                case "--errors":
                    compiles = value == "yes";
                    break;
                default:
                    return null;
            }
        }

        return arguments.Length % 2 == 0 && flags.Count > 0 ? new StudyArguments(arguments[0], arguments[1], flags, apis, references, output, compiles) : null;
    }
}
