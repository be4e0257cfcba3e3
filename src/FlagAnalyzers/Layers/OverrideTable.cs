using System.Globalization;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers.Layers;

/// <summary>The flags that settings and overrides decide, ready to be read.</summary>
internal sealed class OverrideTable
{
    public static readonly OverrideTable Empty = new();

    private readonly Dictionary<string, BoundFlag> flags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlagLayer> layers = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];

    private OverrideTable()
    {
    }

    public IReadOnlyDictionary<string, BoundFlag> Flags => this.flags;

    /// <summary>Settings and overrides that decide nothing, and why.</summary>
    public IReadOnlyList<string> Problems => this.problems;

    public FlagLayer? LayerOf(string key) => this.layers.TryGetValue(key, out FlagLayer layer) ? layer : null;

    /// <summary>Settings first, then overrides, the newest last: each takes the place of those before it.</summary>
    /// <param name="manifest">The manifest in force.</param>
    /// <param name="root">The one that the program brings with it: it knows the types of flags that the manifest in force lacks.</param>
    /// <param name="settings">Names of flags, in either spelling, and values.</param>
    /// <param name="overrides">What the program asks for.</param>
    public static OverrideTable Of(
        FlagSnapshot manifest,
        FlagSnapshot root,
        IReadOnlyList<KeyValuePair<string, string>> settings,
        IReadOnlyList<FlagOverride> overrides)
    {
        OverrideTable table = new();
        if (settings.Count > 0)
        {
            SettingNames names = new(manifest.Keys.Concat(root.Keys));
            foreach (KeyValuePair<string, string> setting in settings)
            {
                if (names.Find(setting.Key, out string? problem) is { } key)
                {
                    problem = table.Add(FlagLayer.Configuration, Find(manifest, root, key), key, OverrideValue.Of(setting.Value));
                }

                table.Note(problem);
            }
        }

        foreach (FlagOverride one in overrides)
        {
            table.Note(table.Add(FlagLayer.Override, Find(manifest, root, one.Key), one.Key, one.Value));
        }

        return table;
    }

    /// <summary>Why a value cannot be one of a flag, or null.</summary>
    public static string? ProblemOf(FlagSnapshot manifest, FlagSnapshot root, string key, OverrideValue value)
    {
        BoundFlag? flag = Find(manifest, root, key);
        return flag is null
            ? $"No flag has the key '{key}'.{NearestName.Hint(key, manifest.Keys.Concat(root.Keys))}"
            : value.Apply(flag) is null ? NoValue(flag, value) : null;
    }

    private static BoundFlag? Find(FlagSnapshot manifest, FlagSnapshot root, string key) => manifest.Find(key) ?? root.Find(key);

    private static string NoValue(BoundFlag flag, OverrideValue value)
    {
        string type = flag.Type.ToString().ToLowerInvariant();
        List<string> names = [];
        foreach (BoundVariant variant in flag.Variants)
        {
            names.Add(variant.Name ?? "");
        }

        return string.Format(
            CultureInfo.InvariantCulture,
            "'{0}' is neither a variant of the flag '{1}' nor a value of its type, {2}.{3}{4}",
            value,
            flag.Key,
            type,
            names.Count == 0 ? "" : $" Its variants are '{string.Join("', '", names)}'.",
            NearestName.Hint(value.ToString(), names));
    }

    private string? Add(FlagLayer layer, BoundFlag? flag, string key, OverrideValue value)
    {
        if (flag is null)
        {
            return $"No flag has the key '{key}' any more.";
        }

        if (value.Apply(flag) is not { } overridden)
        {
            return NoValue(flag, value);
        }

        this.flags[key] = overridden;
        this.layers[key] = layer;
        return null;
    }

    private void Note(string? problem)
    {
        if (problem is not null)
        {
            this.problems.Add(problem);
        }
    }
}
