using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.CodeFixes.Tests.Removal.Setup;

/// <summary>
/// Programs that use a flag of several values, in <c>Removal/Choices</c>: after <c>=== key: name</c> the members of a class, then what is left of them with
/// the flag at each variant. Where a variant is not written down it is enough that the flag is gone and the program does the same.
/// </summary>
internal sealed record Choice(string Key, string Name, string Input, IReadOnlyDictionary<string, string> Expected)
{
    private static readonly Lazy<IReadOnlyList<Choice>> LazyAll = new(ReadAll);

    public static IReadOnlyList<Choice> All => LazyAll.Value;

    private static IReadOnlyList<Choice> ReadAll()
    {
        List<Choice> all = [];
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Removal", "Choices")).Order(StringComparer.Ordinal))
        {
            foreach (string part in System.IO.File.ReadAllText(file).Split("=== ", StringSplitOptions.RemoveEmptyEntries))
            {
                string[] sections = part.Split("\n--- ");
                string[] title = sections[0][..sections[0].IndexOf('\n')].Split(": ");
                Dictionary<string, string> expected = [];
                foreach (string section in sections.Skip(1))
                {
                    int end = section.IndexOf('\n');
                    expected.Add(section[..end], section[(end + 1)..].Trim('\n'));
                }

                all.Add(new Choice(title[0], title[1], sections[0][(sections[0].IndexOf('\n') + 1)..].Trim('\n'), expected));
            }
        }

        return all;
    }

    public static SourceText File(string members) => Sibling.File(members);
}
