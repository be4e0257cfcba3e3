using System.Collections;
using System.Text;
using FlagAnalyzers.Manifests.Naming;

namespace FlagAnalyzers.Layers;

/// <summary>Which flag a setting means: <c>Flags:new-checkout</c> by its key, and <c>FLAGS__NEW_CHECKOUT</c>, which every shell can write.</summary>
internal sealed class SettingNames
{
    /// <summary>What variables of the environment that set flags begin with.</summary>
    private const string VariablePrefix = "FLAGS__";

    private readonly Dictionary<string, string> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> shell = new(StringComparer.Ordinal);

    public SettingNames(IEnumerable<string> keys)
    {
        foreach (string key in keys)
        {
            if (this.exact.ContainsKey(key))
            {
                continue;
            }

            this.exact.Add(key, key);
            string name = ShellName(key);
            if (!this.shell.TryGetValue(name, out List<string>? same))
            {
                this.shell.Add(name, same = []);
            }

            same.Add(key);
        }
    }

    /// <summary>The settings of flags among the variables of this process. A variable that is empty sets nothing.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> FromEnvironmentVariables()
    {
        List<KeyValuePair<string, string>> settings = [];
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable is { Key: string name, Value: string { Length: > 0 } value } && name.StartsWith(VariablePrefix, StringComparison.OrdinalIgnoreCase))
            {
                settings.Add(new KeyValuePair<string, string>(name.Substring(VariablePrefix.Length), value));
            }
        }

        settings.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return settings;
    }

    /// <summary>The key of the flag that a setting means; null, and why, where it means none or several.</summary>
    public string? Find(string name, out string? problem)
    {
        problem = null;
        if (this.exact.TryGetValue(name, out string? key))
        {
            return key;
        }

        if (!this.shell.TryGetValue(ShellName(name), out List<string>? keys))
        {
            problem = $"The setting '{name}' names no flag.{NearestName.Hint(name, this.exact.Keys)}";
            return null;
        }

        if (keys.Count > 1)
        {
            problem = $"The setting '{name}' may mean the flags '{string.Join("', '", keys)}': write the key as it is declared.";
            return null;
        }

        return keys[0];
    }

    /// <summary>Letters of ASCII in upper case, digits, and one underscore for whatever else stands in a row.</summary>
    public static string ShellName(string key)
    {
        StringBuilder name = new(key.Length);
        foreach (char c in key)
        {
            if (c is >= 'a' and <= 'z')
            {
                name.Append((char)(c - 'a' + 'A'));
            }
            else if (c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or > '\x7f')
            {
                name.Append(c);
            }
            else if (name.Length == 0 || name[name.Length - 1] != '_')
            {
                name.Append('_');
            }
        }

        return name.ToString();
    }
}
