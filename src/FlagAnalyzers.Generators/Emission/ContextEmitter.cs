using FlagAnalyzers.Generators.Emission.Targeting;
using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;

namespace FlagAnalyzers.Generators.Emission;

/// <summary>Writes the typed evaluation context: a property for each attribute that rules may read.</summary>
internal static class ContextEmitter
{
    // OpenFeature's name for it; the base class has the property.
    private const string TargetingKeyPath = "targetingKey";

    public static void Emit(SourceWriter writer, IReadOnlyList<ContextProperty> properties, string accessibility)
    {
        writer.WriteLine("/// <summary>Whom flags are evaluated for: the attributes that targeting rules read, all optional.</summary>");
        using (writer.WriteBlock($"{accessibility} sealed partial class {MemberNames.ContextClass} : {GeneratedNames.EvaluationContext}"))
        {
            writer.WriteLine("/// <summary>A context without attributes.</summary>");
            writer.WriteLine("/// <param name=\"targetingKey\">What percentage rollouts go by, usually the user's id; null where nobody is known.</param>");
            using (writer.WriteBlock($"public {MemberNames.ContextClass}(string? targetingKey = null) : base(targetingKey)"))
            {
            }

            foreach ((ContextAttribute attribute, string name) in properties)
            {
                writer.Separate();
                writer.WriteLine($"/// <summary>The attribute {DocumentationText.Code(attribute.Path)}{Describe(attribute)}; null where it is not known.</summary>");
                writer.WriteLine($"public {TypeOf(attribute.Type)}? {name} {{ get; set; }}");
            }

            EmitLookup(writer, properties);
            EmitPaths(writer, properties);
        }
    }

    /// <summary>The properties that the attributes become.</summary>
    public static List<ContextProperty> NameProperties(EquatableArray<ContextAttribute> attributes)
    {
        NameScope scope = MemberNames.ScopeOfContext();
        List<ContextProperty> properties = [];
        foreach (ContextAttribute attribute in attributes)
        {
            if (attribute.Path != TargetingKeyPath)
            {
                properties.Add(new ContextProperty(attribute, scope.Take(attribute.Name, "Attribute")));
            }
        }

        return properties;
    }

    private static void EmitLookup(SourceWriter writer, IReadOnlyList<ContextProperty> properties)
    {
        writer.Separate();
        writer.WriteLine("/// <inheritdoc/>");
        writer.WriteLine(GeneratedNames.EditorBrowsableNever);
        using (writer.WriteBlock($"protected override bool TryGetDeclared(string path, out {GeneratedNames.AttributeValue} value)"))
        {
            if (properties.Count > 0)
            {
                using (writer.WriteBlock("switch (path)"))
                {
                    foreach ((ContextAttribute attribute, string name) in properties)
                    {
                        writer.WriteLine($"case {CSharpLiteral.String(attribute.Path)}:");
                        writer.Indent();
                        writer.WriteLine($"value = {GeneratedNames.AttributeValue}.From(this.{name});");
                        writer.WriteLine("return true;");
                        writer.Unindent();
                    }
                }

                writer.Separate();
            }

            writer.WriteLine($"value = default({GeneratedNames.AttributeValue});");
            writer.WriteLine("return false;");
        }
    }

    private static void EmitPaths(SourceWriter writer, IReadOnlyList<ContextProperty> properties)
    {
        // Made once: rules that read what is not declared look through it.
        string paths = string.Join(", ", properties.Select(static property => CSharpLiteral.String(property.Attribute.Path)));
        writer.Separate();
        writer.WriteLine($"private static readonly string[] declaredPaths = {(properties.Count == 0 ? "global::System.Array.Empty<string>()" : $"new string[] {{ {paths} }}")};");
        writer.Separate();
        writer.WriteLine("/// <inheritdoc/>");
        writer.WriteLine(GeneratedNames.EditorBrowsableNever);
        using (writer.WriteBlock($"protected override {GeneratedNames.StringList} DeclaredPaths"))
        {
            using (writer.WriteBlock("get"))
            {
                writer.WriteLine("return declaredPaths;");
            }
        }
    }

    private static string TypeOf(AttributeType type) => type switch
    {
        AttributeType.Number => "double",
        AttributeType.Boolean => "bool",
        AttributeType.StringList => GeneratedNames.StringList,
        AttributeType.Object => "object",
        _ => "string",
    };

    private static string Describe(ContextAttribute attribute)
    {
        List<string> values = [];
        foreach (string value in attribute.Values)
        {
            values.Add(DocumentationText.Code(value));
        }

        string type = attribute.Type == AttributeType.SemVer ? ", a version such as <c>2.4.0</c>" : "";
        return values.Count == 0 ? type : $"{type}, one of {string.Join(", ", values)}";
    }
}
