using FlagAnalyzers.Generators.Emission.Text;

namespace FlagAnalyzers.Generators.Emission.Values;

/// <summary>Calls that read live JSON into a shape, and the generated methods that they end in.</summary>
/// <param name="readersClass">The nested class that holds those methods, as every file can write it.</param>
internal sealed class ValueReaders(string readersClass)
{
    /// <summary>An expression that reads <paramref name="source"/> and tells whether it fitted; <paramref name="target"/> is the out argument.</summary>
    public string Call(ValueShape shape, string source, string target) => shape switch
    {
        ValueShape.Scalar scalar => $"{readersClass}.{scalar.ReaderName}({source}, {target})",
        ValueShape.Class nested => $"{nested.TypeName}.TryRead({source}, {target})",
        ValueShape.List list => $"{readersClass}.List<{list.Item.TypeName}>({source}, {this.Reader(list.Item)}, {target})",
        _ => $"{readersClass}.Any({source}, {target})",
    };

    /// <summary>A function that reads an element of a list.</summary>
    private string Reader(Slot slot)
    {
        string parameters = $"({GeneratedNames.FlagValue} item, out {slot.TypeName} read)";
        string call = slot switch
        {
            { Shape: ValueShape.Any } or { IsNullable: false } => this.Call(slot.Shape, "item", "out read"),
            { Shape: ValueShape.Scalar { IsValueType: true } } => $"{readersClass}.OptionalValue<{slot.Shape.TypeName}>(item, {this.Reader(slot with { IsNullable = false })}, out read)",
            _ => $"{readersClass}.OptionalReference<{slot.Shape.TypeName}>(item, {this.Reader(slot with { IsNullable = false })}, out read)",
        };
        return $"{parameters} => {call}";
    }

    /// <summary>The methods that every list and property ends in.</summary>
    public static void EmitPrimitives(SourceWriter writer)
    {
        EmitPrimitive(writer, "Boolean", "bool", "TryGetBoolean");
        EmitPrimitive(writer, "Integer", "int", "TryGetInt32");
        EmitPrimitive(writer, "Float", "double", "TryGetDouble");
        EmitPrimitive(writer, "String", "string", "TryGetString");
        using (StartMethod(writer, "bool Any", "out object? result"))
        {
            writer.WriteLine("result = value.ToObject();");
            writer.WriteLine("return true;");
        }

        using (StartMethod(writer, "bool List<T>", $"{GeneratedNames.FlagValueReader}<T> reader, out global::System.Collections.Generic.IReadOnlyList<T> result"))
        {
            writer.WriteLine("result = global::System.Array.Empty<T>();");
            using (writer.WriteBlock("if (!value.TryGetItems(out var items))"))
            {
                writer.WriteLine("return false;");
            }

            writer.Separate();
            writer.WriteLine("T[] list = new T[items.Count];");
            using (writer.WriteBlock("for (int i = 0; i < list.Length; i++)"))
            {
                using (writer.WriteBlock("if (!reader(items[i], out list[i]))"))
                {
                    writer.WriteLine("return false;");
                }
            }

            writer.Separate();
            writer.WriteLine("result = global::System.Array.AsReadOnly(list);");
            writer.WriteLine("return true;");
        }

        EmitOptional(writer, "OptionalValue", "struct");
        EmitOptional(writer, "OptionalReference", "class");
    }

    private static void EmitPrimitive(SourceWriter writer, string name, string type, string method)
    {
        using (StartMethod(writer, "bool " + name, $"out {type} result"))
        {
            writer.WriteLine($"bool fits = value.{method}(out var read);");
            writer.WriteLine(type == "string" ? "result = read!;" : "result = read;");
            writer.WriteLine("return fits;");
        }
    }

    private static void EmitOptional(SourceWriter writer, string name, string constraint)
    {
        using (StartMethod(writer, $"bool {name}<T>", $"{GeneratedNames.FlagValueReader}<T> reader, out T? result", $" where T : {constraint}"))
        {
            writer.WriteLine("result = null;");
            using (writer.WriteBlock("if (value.IsNull)"))
            {
                writer.WriteLine("return true;");
            }

            writer.Separate();
            writer.WriteLine("bool fits = reader(value, out T read);");
            writer.WriteLine("result = read;");
            writer.WriteLine("return fits;");
        }
    }

    private static SourceWriter.Block StartMethod(SourceWriter writer, string signature, string parameters, string constraint = "")
    {
        writer.Separate();
        return writer.WriteBlock($"internal static {signature}({GeneratedNames.FlagValue} value, {parameters}){constraint}");
    }
}
