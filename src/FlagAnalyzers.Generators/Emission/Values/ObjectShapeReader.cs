using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;

namespace FlagAnalyzers.Generators.Emission.Values;

/// <summary>Finds the type that holds every value an object flag can have.</summary>
internal static class ObjectShapeReader
{
    // Deeper objects are read as anything: names of nested classes repeat those around them, and nobody reads settings that deep by name.
    private const int DeepestClass = 12;

    private static readonly string[] OwnMembers = ["TryRead", "Freeze", "CreateDefault", "ThrowIfFrozen", "isFrozen"];

    /// <summary>The class of a flag's values: the union of the properties of its default and its variants.</summary>
    public static ObjectShape Read(Flag flag, string className, string containingType)
    {
        List<JsonValue> objects = [];
        if (flag.DefaultValue is { Kind: JsonKind.Object } codeDefault)
        {
            objects.Add(codeDefault);
        }

        foreach (Variant variant in flag.Variants)
        {
            if (variant.Value.Kind == JsonKind.Object)
            {
                objects.Add(variant.Value);
            }
        }

        return ReadClass(objects, className, containingType, depth: 1);
    }

    private static ObjectShape ReadClass(List<JsonValue> objects, string className, string containingType, int depth)
    {
        string fullName = containingType + "." + className;
        NameScope scope = new([className, .. OwnMembers, .. MemberNames.OfObject]);
        List<PropertyShape> properties = [];
        List<ObjectShape> nested = [];
        List<(string JsonName, string Name, List<JsonValue> Values)> members = [];
        foreach ((string jsonName, List<JsonValue> values) in MembersOf(objects))
        {
            members.Add((jsonName, scope.Take(CSharpName.FromKey(jsonName)), values));
        }

        foreach ((string jsonName, string name, List<JsonValue> values) in members)
        {
            ClassNaming naming = new(scope, nested, fullName, name, depth);
            Slot slot = ReadSlot(values, isOptional: values.Count < objects.Count, naming);
            properties.Add(new PropertyShape(jsonName, name, scope.Take("_" + name), slot));
        }

        return new ObjectShape(className, fullName, properties, nested);
    }

    private static List<(string Name, List<JsonValue> Values)> MembersOf(List<JsonValue> objects)
    {
        List<(string Name, List<JsonValue> Values)> members = [];
        Dictionary<string, List<JsonValue>> byName = new(StringComparer.Ordinal);
        foreach (JsonValue value in objects)
        {
            foreach (JsonMember member in value.Members)
            {
                if (!byName.TryGetValue(member.Name, out List<JsonValue>? values))
                {
                    values = [];
                    byName.Add(member.Name, values);
                    members.Add((member.Name, values));
                }

                values.Add(member.Value);
            }
        }

        return members;
    }

    private static Slot ReadSlot(List<JsonValue> values, bool isOptional, ClassNaming naming)
    {
        List<JsonValue> present = values.FindAll(static value => value.Kind != JsonKind.Null);
        ValueShape shape = ReadShape(present, naming);
        return new Slot(shape, isOptional || present.Count < values.Count || shape is ValueShape.Any);
    }

    private static ValueShape ReadShape(List<JsonValue> values, ClassNaming naming)
    {
        if (values.Count == 0)
        {
            return ValueShape.Any.Instance;
        }

        if (values.TrueForAll(static value => value.IsBoolean))
        {
            return ValueShape.Boolean;
        }

        JsonKind kind = values[0].Kind;
        if (!values.TrueForAll(value => value.Kind == kind))
        {
            return ValueShape.Any.Instance;
        }

        return kind switch
        {
            JsonKind.Number => values.TrueForAll(static value => Text.CSharpLiteral.TryGetInteger(value, out _)) ? ValueShape.Integer : ValueShape.Float,
            JsonKind.String => ValueShape.String,
            JsonKind.Array => new ValueShape.List(ReadItems(values, naming)),
            JsonKind.Object when naming.Depth < DeepestClass => naming.ReadClass(values),
            _ => ValueShape.Any.Instance,
        };
    }

    private static Slot ReadItems(List<JsonValue> arrays, ClassNaming naming)
    {
        List<JsonValue> items = [];
        foreach (JsonValue array in arrays)
        {
            items.AddRange(array.Items);
        }

        return ReadSlot(items, isOptional: false, naming.ForItems());
    }

    /// <summary>Where the class of a nested object goes, and what it is called after.</summary>
    private sealed record ClassNaming(NameScope Scope, List<ObjectShape> Nested, string ContainingType, string PropertyName, int Depth, string Suffix = "Value")
    {
        public ClassNaming ForItems() => new(this.Scope, this.Nested, this.ContainingType, this.PropertyName, this.Depth, "Item");

        public ValueShape ReadClass(List<JsonValue> objects)
        {
            ObjectShape shape = ObjectShapeReader.ReadClass(objects, this.Scope.Take(this.PropertyName + this.Suffix), this.ContainingType, this.Depth + 1);
            this.Nested.Add(shape);
            return new ValueShape.Class(shape);
        }
    }
}
