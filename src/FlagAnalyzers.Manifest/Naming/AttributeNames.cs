namespace FlagAnalyzers.Manifests.Naming;

/// <summary>Gives context attributes their property names, each once.</summary>
internal sealed class AttributeNames
{
    // The members that the generated context class has or inherits, and its own name.
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "TargetingKey", "Item", "FlagContext", "TryGetDeclared", "DeclaredPaths",
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    };

    private readonly Dictionary<string, string> holders = new(StringComparer.Ordinal);

    /// <summary>The property for an attribute; where another attribute already has the name it gets a number, and that attribute is told.</summary>
    public string Take(string path, out string? holder)
    {
        string name = CSharpName.FromKey(path);
        if (Members.Contains(name) || name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal))
        {
            name += "Attribute";
        }

        string unique = name;
        for (int i = 2; this.holders.ContainsKey(unique); i++)
        {
            unique = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        holder = unique == name ? null : this.holders[name];
        this.holders.Add(unique, path);
        return unique;
    }
}
