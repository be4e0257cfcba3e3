using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.CodeFixes.Tests.Removal.Setup;

/// <summary>The programs in <c>Removal/Examples</c>.</summary>
internal static class Examples
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Removal", "Examples");

    public static string Flags { get; } = File.ReadAllText(Path.Combine(Folder, "Flags.cs"));

    public static IEnumerable<string> Names => Directory.GetDirectories(Folder).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static SourceText Input(string name) => Read(name, "input.cs");

    /// <summary>What experts leave: the first is preferred, the others are as good.</summary>
    public static IReadOnlyList<SourceText> Expected(string name, bool keep)
    {
        string state = keep ? "on" : "off";
        return [.. new[] { $"expected-{state}.cs", $"expected-{state}.alt.cs" }.Where(file => File.Exists(Path.Combine(Folder, name, file))).Select(file => Read(name, file))];
    }

    private static SourceText Read(string name, string file)
    {
        using FileStream stream = File.OpenRead(Path.Combine(Folder, name, file));
        return SourceText.From(stream);
    }
}
