using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;

namespace FlagAnalyzers.Generators.Emission.Values;

/// <summary>A generated enumeration: one member for each value that a choice flag can have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="FullName">Its name as every file can write it.</param>
/// <param name="Members">Name and text of each member, in the order of the variants.</param>
internal sealed record ChoiceShape(string Name, string FullName, IReadOnlyList<(string Name, string Text)> Members)
{
    // The compiler keeps it for the number behind an enumeration (CS0076).
    private static readonly string[] Reserved = ["value__"];

    public static ChoiceShape Read(Flag flag, string name, string containingType)
    {
        NameScope scope = new(Reserved);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<(string Name, string Text)> members = [];
        foreach (Variant variant in flag.Variants)
        {
            Add(variant.Value);
        }

        // A default that no variant has must be a member too, or the program could not answer it.
        if (flag.DefaultValue is { } codeDefault)
        {
            Add(codeDefault);
        }

        return new ChoiceShape(name, containingType + "." + name, members);

        void Add(JsonValue value)
        {
            if (value.Kind == JsonKind.String && seen.Add(value.Text))
            {
                members.Add((scope.Take(CSharpName.FromKey(value.Text)), value.Text));
            }
        }
    }

    /// <summary>The member for a text as an expression, or the type's default.</summary>
    public string Expression(string? text)
    {
        foreach ((string member, string memberText) in this.Members)
        {
            if (memberText == text)
            {
                return this.FullName + "." + member;
            }
        }

        return "default(" + this.FullName + ")";
    }
}
