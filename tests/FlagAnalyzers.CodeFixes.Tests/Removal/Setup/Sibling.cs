using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.CodeFixes.Tests.Removal.Setup;

/// <summary>
/// Small programs beside the examples, in <c>Removal/Siblings</c>: after <c>=== name</c> the members of a class or a whole file, then what is left of them with the flag
/// <c>--- on</c> and <c>--- off</c>. Where that is not written down it is enough that the flag is gone and the program does the same.
/// </summary>
internal sealed record Sibling(string Name, string Input, string? On, string? Off)
{
    private static readonly Lazy<IReadOnlyList<Sibling>> LazyAll = new(ReadAll);

    /// <summary>A file beside each, so that a case need not say which usings it stops needing.</summary>
    public static (string Name, string Text) Usings => ("Usings.cs", "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks;");

    public static IReadOnlyList<Sibling> All => LazyAll.Value;

    public static SourceText File(string members) => SourceText.From(IsWhole(members) ? members + "\n" : $$"""
        namespace FlagCorpus.Sibling;

        public static class Subject
        {
        {{string.Join('\n', members.Split('\n').Select(static line => line.Length == 0 ? line : "    " + line))}}
        }

        """);

    /// <summary>What stands beside a case.</summary>
    public static (string Name, string Text)[] Others(string input) => IsWhole(input) ? [] : [Usings];

    /// <summary>Whether it is a file with its own usings.</summary>
    private static bool IsWhole(string text) => text.Contains("namespace FlagCorpus", StringComparison.Ordinal);

    private static IReadOnlyList<Sibling> ReadAll()
    {
        List<Sibling> all = [];
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Removal", "Siblings")).Order(StringComparer.Ordinal))
        {
            foreach (string part in System.IO.File.ReadAllText(file).Split("=== ", StringSplitOptions.RemoveEmptyEntries))
            {
                string[] sections = part.Split("\n--- ");
                int end = sections[0].IndexOf('\n');
                all.Add(new Sibling(sections[0][..end], sections[0][(end + 1)..].Trim('\n'), Section(sections, "on"), Section(sections, "off")));
            }
        }

        return all;
    }

    private static string? Section(string[] sections, string state) =>
        sections.Skip(1).FirstOrDefault(section => section.StartsWith(state + "\n", StringComparison.Ordinal)) is { } section ? section[(state.Length + 1)..].Trim('\n') : null;
}
