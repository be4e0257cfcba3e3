namespace FlagAnalyzers.Layers;

/// <summary>Short ways to say what tests of layers say often.</summary>
internal static class Switch
{
    /// <summary>The manifest with another default variant of a flag.</summary>
    public static string With(string key, string defaultVariant, string manifest = SwitchFlags.Manifest)
    {
        int flag = manifest.IndexOf($"\"{key}\"", StringComparison.Ordinal);
        int start = manifest.IndexOf("\"defaultVariant\": \"", flag, StringComparison.Ordinal) + "\"defaultVariant\": \"".Length;
        return string.Concat(manifest.AsSpan(0, start), defaultVariant, manifest.AsSpan(manifest.IndexOf('"', start)));
    }

    /// <summary>The manifest without a flag.</summary>
    public static string Without(string key, string manifest = SwitchFlags.Manifest) => manifest.Replace($"\"{key}\"", $"\"not-{key}\"", StringComparison.Ordinal);

    /// <summary>An overlay that says one thing of a flag.</summary>
    public static string Overlay(string key, string properties) => $$"""{ "flags": { "{{key}}": { {{properties}} } } }""";

    public static SwitchFlags Read(this FlagStore store, string? plan = null) => new(store, new EvaluationContext("user-1") { ["plan"] = plan });

    public static FlagHealth Of(this FlagStoreHealth health, string key) => Assert.Single(health.Flags, flag => flag.Key == key);
}
