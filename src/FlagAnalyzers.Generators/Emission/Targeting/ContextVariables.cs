using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Generators.Emission.Targeting;

/// <summary>The variables that compiled rules read: typed properties of the generated context, and what flagd adds.</summary>
internal sealed class ContextVariables
{
    public const string FlagKey = "$flagd.flagKey";
    public const string TargetingKey = "targetingKey";

    /// <summary>The local that holds the context.</summary>
    public const string Context = "context";

    private const string Timestamp = "$flagd.timestamp";

    private static readonly char[] Dot = ['.'];

    private readonly Dictionary<string, Operand> variables = new(StringComparer.Ordinal);

    public ContextVariables(IReadOnlyList<ContextProperty> properties)
    {
        HashSet<string> paths = new(properties.Select(static property => property.Attribute.Path), StringComparer.Ordinal);
        foreach (ContextProperty property in properties)
        {
            string path = property.Attribute.Path;
            if (Normalize(path) == path && path != "$flagd" && !path.StartsWith("$flagd.", StringComparison.Ordinal) && !HasDeclaredParent(path, paths))
            {
                this.variables[path] = Read(property.Attribute.Type, Context + "." + property.Name);
            }
        }

        this.variables[TargetingKey] = new Operand(OperandKind.Text, Context + ".TargetingKey", true);
        this.variables[Timestamp] = Operand.Number("this.EvaluationTimestamp");
    }

    /// <summary>The variable of that name, or null where only the interpreter can read it.</summary>
    public Operand? Find(string path) => this.variables.TryGetValue(Normalize(path), out Operand? variable) ? variable : null;

    /// <summary>Empty parts of a path do not count.</summary>
    private static string Normalize(string path) => string.Join(".", path.Split(Dot, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A missing <c>a.b</c> may be found in the value of <c>a</c>.</summary>
    private static bool HasDeclaredParent(string path, HashSet<string> paths)
    {
        for (int dot = path.IndexOf('.'); dot >= 0; dot = path.IndexOf('.', dot + 1))
        {
            if (paths.Contains(path.Substring(0, dot)))
            {
                return true;
            }
        }

        return false;
    }

    private static Operand Read(AttributeType type, string code) => type switch
    {
        AttributeType.Number => Operand.Number($"{GeneratedNames.RuleOperations}.Number({code})", isNullable: true),
        AttributeType.Boolean => Operand.Boolean(code, isNullable: true),
        AttributeType.StringList => new Operand(OperandKind.List, code, true),
        AttributeType.Object => new Operand(OperandKind.Any, code, true),
        _ => new Operand(OperandKind.Text, code, true),
    };
}

/// <summary>A property of the generated context.</summary>
/// <param name="Attribute">The attribute that it holds.</param>
/// <param name="Name">Its name.</param>
internal sealed record ContextProperty(ContextAttribute Attribute, string Name);
