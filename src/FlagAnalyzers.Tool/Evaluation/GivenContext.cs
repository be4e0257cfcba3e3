using System.Diagnostics.CodeAnalysis;
using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;

namespace FlagAnalyzers.Tool.Evaluation;

/// <summary>The context that the command line gives. A name with dots is one attribute, as a declared one with dots is.</summary>
internal sealed class GivenContext : EvaluationContext
{
    private const string TargetingKeyName = "targetingKey";

    private readonly List<string> paths = [];
    private readonly Dictionary<string, AttributeValue> values = new(StringComparer.Ordinal);
    private readonly List<JsonMember> attributes = [];
    private readonly List<string> notes = [];

    private GivenContext()
    {
    }

    /// <summary>Names and values in the order in which they were given, <c>targetingKey</c> among them.</summary>
    public IReadOnlyList<JsonMember> Attributes => this.attributes;

    /// <summary>What is odd about them, in sentences.</summary>
    public IReadOnlyList<string> Notes => this.notes;

    protected override IReadOnlyList<string> DeclaredPaths => this.paths;

    /// <summary>Reads <c>name=value</c> texts; null where one is wrong.</summary>
    /// <param name="arguments">The texts.</param>
    /// <param name="manifest">Says the types of the attributes that it declares.</param>
    /// <param name="error">What is wrong, a sentence; or null.</param>
    public static GivenContext? Read(IEnumerable<string> arguments, Manifest manifest, out string? error)
    {
        GivenContext context = new();
        foreach (string argument in arguments)
        {
            int equals = argument.IndexOf('=', StringComparison.Ordinal);
            string name = equals > 0 ? argument[..equals] : "";
            error = name.Length == 0 ? $"--context takes NAME=VALUE, such as plan=pro; found '{argument}'."
                : context.attributes.Any(attribute => attribute.Name == name) ? $"The attribute '{name}' is given twice."
                : null;
            if (error is not null || !context.TryAdd(name, argument[(equals + 1)..], manifest, out error))
            {
                return null;
            }
        }

        error = null;
        return context;
    }

    /// <summary>Whether something is given that a rule finds when it reads the path: the attribute, what is around it, or a part of it.</summary>
    public bool Gives(string path) => this.attributes.Any(attribute => AreRelated(attribute.Name, path));

    /// <summary>Whether one name is the other, or leads to it.</summary>
    public static bool AreRelated(string left, string right) => left == right || Leads(left, right) || Leads(right, left);

    protected override bool TryGetDeclared(string path, out AttributeValue value) => this.values.TryGetValue(path, out value);

    private static bool Leads(string parent, string child) =>
        child.Length > parent.Length && child[parent.Length] == '.' && child.StartsWith(parent, StringComparison.Ordinal);

    private bool TryAdd(string name, string text, Manifest manifest, [NotNullWhen(false)] out string? error)
    {
        if (name == TargetingKeyName)
        {
            this.TargetingKey = text;
            this.attributes.Add(new JsonMember(name, JsonValue.StringFrom(text)));
            error = null;
            return true;
        }

        ContextAttribute? declared = manifest.ContextIsDeclared ? manifest.Context.FirstOrDefault(attribute => attribute.Path == name) : null;
        AttributeText reader = new(name, text, declared);
        if (!reader.TryRead(out JsonValue? value, out error))
        {
            return false;
        }

        this.paths.Add(name);
        this.values[name] = AttributeValue.From((object)value);
        this.attributes.Add(new JsonMember(name, value));
        this.NoteOddities(name, reader, manifest);
        return true;
    }

    private void NoteOddities(string name, AttributeText reader, Manifest manifest)
    {
        if (!manifest.Context.Any(attribute => AreRelated(attribute.Path, name)))
        {
            string found = manifest.ContextIsDeclared ? $"The attribute '{name}' is not declared in \"context\"." : $"No rule reads an attribute '{name}'.";
            this.notes.Add(found + NearestName.Hint(name, manifest.Context.Select(attribute => attribute.Path).Append(TargetingKeyName)));
        }

        if (reader.Oddity() is { } oddity)
        {
            this.notes.Add(oddity);
        }
    }
}
