using Microsoft.Extensions.Configuration;

namespace FlagAnalyzers.Hosting;

/// <summary>The values for flags in a section of the configuration.</summary>
internal static class FlagSettings
{
    /// <summary>In the order in which they count, the last before those in front of it. One that is empty sets nothing: a variable of the environment cannot say it
    /// otherwise.</summary>
    public static List<KeyValuePair<string, string?>> Of(IConfiguration configuration, string section)
    {
        // One flag may have two names there, new-checkout in a file and NEW_CHECKOUT in a variable: the provider that was added later counts, as for equal names.
        IConfigurationProvider[] providers = configuration is IConfigurationRoot root ? [.. root.Providers] : [];
        List<(string Name, string Value, int Provider)> values = [];
        foreach (KeyValuePair<string, string?> pair in configuration.GetSection(section).AsEnumerable(makePathsRelative: true))
        {
            if (pair.Value is { Length: > 0 } value)
            {
                string path = ConfigurationPath.Combine(section, pair.Key);
                values.Add((pair.Key, value, Array.FindLastIndex(providers, provider => provider.TryGet(path, out _))));
            }
        }

        return
        [
            .. values
                .OrderBy(static value => value.Provider)
                .ThenBy(static value => value.Name, StringComparer.Ordinal)
                .Select(static value => new KeyValuePair<string, string?>(value.Name, value.Value)),
        ];
    }
}
