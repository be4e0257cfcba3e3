namespace FlagAnalyzers.Generators.Emission.Values;

/// <summary>The C# type of a JSON value inside an object flag.</summary>
/// <param name="TypeName">The type, without the question mark of a nullable one.</param>
internal abstract record ValueShape(string TypeName)
{
    public static readonly ValueShape Boolean = new Scalar("bool", "Boolean", "false", IsValueType: true);
    public static readonly ValueShape Integer = new Scalar("int", "Integer", "0", IsValueType: true);
    public static readonly ValueShape Float = new Scalar("double", "Float", "0d", IsValueType: true);
    public static readonly ValueShape String = new Scalar("string", "String", "\"\"", IsValueType: false);

    /// <summary>A boolean, number or text.</summary>
    /// <param name="TypeName">Its keyword.</param>
    /// <param name="ReaderName">The generated method that reads it.</param>
    /// <param name="Neutral">The value of a new instance that nobody has set.</param>
    /// <param name="IsValueType">Whether <c>?</c> makes another type of it.</param>
    public sealed record Scalar(string TypeName, string ReaderName, string Neutral, bool IsValueType) : ValueShape(TypeName);

    /// <summary>Values of several kinds, or nothing but null: anything.</summary>
    public sealed record Any() : ValueShape("object")
    {
        public static readonly Any Instance = new();
    }

    /// <summary>An array.</summary>
    public sealed record List(Slot Item) : ValueShape("global::System.Collections.Generic.IReadOnlyList<" + Item.TypeName + ">");

    /// <summary>An object.</summary>
    public sealed record Class(ObjectShape Shape) : ValueShape(Shape.FullName);

    /// <summary>Whether instances of generated classes hang below it.</summary>
    public bool HoldsObjects => this is Class || this is List { Item.Shape.HoldsObjects: true };
}

/// <summary>A place for a value: its type, and whether null may stand there.</summary>
internal sealed record Slot(ValueShape Shape, bool IsNullable)
{
    public string TypeName => this.IsNullable ? this.Shape.TypeName + "?" : this.Shape.TypeName;
}

/// <summary>A generated class: the union of the objects found in one place of a flag's values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="FullName">Its name as every file can write it.</param>
/// <param name="Properties">Its properties in the order in which the manifest first names them.</param>
/// <param name="Nested">Classes of objects inside it.</param>
internal sealed record ObjectShape(string Name, string FullName, IReadOnlyList<PropertyShape> Properties, IReadOnlyList<ObjectShape> Nested);

/// <summary>A property of a generated class.</summary>
/// <param name="JsonName">The member of the JSON object.</param>
/// <param name="Name">The property.</param>
/// <param name="FieldName">The field behind it.</param>
/// <param name="Slot">Its type.</param>
internal sealed record PropertyShape(string JsonName, string Name, string FieldName, Slot Slot);
