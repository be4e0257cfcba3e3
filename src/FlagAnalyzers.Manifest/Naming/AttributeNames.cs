namespace FlagAnalyzers.Manifests.Naming;

/// <summary>Gives context attributes their property names, each once.</summary>
internal sealed class AttributeNames
{
    private const string Suffix = "Attribute";

    private readonly NameScope scope = MemberNames.ScopeOfContext();
    private readonly Dictionary<string, string> holders = new(StringComparer.Ordinal);

    /// <summary>The property for an attribute; where another attribute already has the name it gets a number, and that attribute is told.</summary>
    public string Take(string path, out string? holder)
    {
        string name = MemberNames.WithoutAccessorPrefix(CSharpName.FromKey(path));
        if (this.holders.TryGetValue(name, out holder))
        {
            return this.scope.Take(name);
        }

        this.holders.Add(name, path);
        return this.scope.Take(name, Suffix);
    }
}
