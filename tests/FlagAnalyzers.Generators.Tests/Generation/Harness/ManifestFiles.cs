namespace FlagAnalyzers.Generators.Tests.Generation.Harness;

/// <summary>The manifests beside the tests, in the output folder.</summary>
internal static class ManifestFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Generation", "Manifests");

    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.json").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json"));
}
