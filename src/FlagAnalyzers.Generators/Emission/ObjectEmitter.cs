using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Generators.Emission.Values;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Generators.Emission;

/// <summary>Writes the class of an object flag. A flag hands one instance to all its readers, so that one is frozen.</summary>
internal sealed class ObjectEmitter(SourceWriter writer, ValueReaders readers)
{
    public void EmitClass(Flag flag, ObjectShape shape, JsonValue? codeDefault)
    {
        writer.Separate();
        FlagDocumentation.EmitShort(writer, "A value of ", flag);
        using (writer.WriteBlock("public sealed class " + shape.Name))
        {
            this.EmitMembers(flag, shape);
            if (codeDefault is { Kind: JsonKind.Object })
            {
                writer.Separate();
                using (writer.WriteBlock($"internal static {shape.FullName} CreateDefault()"))
                {
                    writer.WriteLine("return ", ValueExpression.Object(shape, codeDefault), ";");
                }
            }
        }
    }

    private void EmitMembers(Flag flag, ObjectShape shape)
    {
        if (shape.Properties.Count > 0)
        {
            writer.WriteLine("private bool isFrozen;");
            foreach (PropertyShape property in shape.Properties)
            {
                writer.WriteLine($"private {property.Slot.TypeName} {property.FieldName} = {ValueExpression.Neutral(property.Slot)};");
            }
        }

        foreach (PropertyShape property in shape.Properties)
        {
            this.EmitProperty(flag, property);
        }

        this.EmitReader(shape);
        this.EmitFreeze(shape);
        if (shape.Properties.Count > 0)
        {
            this.EmitGuard(flag, shape);
        }

        foreach (ObjectShape nested in shape.Nested)
        {
            this.EmitClass(flag, nested, codeDefault: null);
        }
    }

    private void EmitProperty(Flag flag, PropertyShape property)
    {
        string optional = property.Slot.IsNullable ? "; null where a variant does not have it" : "";
        writer.Separate();
        writer.WriteLine($"/// <summary>{DocumentationText.Code(property.JsonName)} of the flag {DocumentationText.Code(flag.Key)}{optional}.</summary>");
        using (writer.WriteBlock($"public {property.Slot.TypeName} {property.Name}"))
        {
            using (writer.WriteBlock("get"))
            {
                writer.WriteLine($"return this.{property.FieldName};");
            }

            writer.Separate();
            using (writer.WriteBlock("set"))
            {
                writer.WriteLine("this.ThrowIfFrozen();");
                writer.WriteLine($"this.{property.FieldName} = value;");
            }
        }
    }

    /// <summary>Reads live JSON without reflection. What does not fit is told by <c>false</c>: the flag then answers its code default.</summary>
    private void EmitReader(ObjectShape shape)
    {
        writer.Separate();
        writer.WriteLine(GeneratedNames.EditorBrowsableNever);
        using (writer.WriteBlock($"internal static bool TryRead({GeneratedNames.FlagValue} value, out {shape.FullName} result)"))
        {
            writer.WriteLine($"result = new {shape.FullName}();");
            using (writer.WriteBlock("if (!value.IsObject)"))
            {
                writer.WriteLine("return false;");
            }

            for (int i = 0; i < shape.Properties.Count; i++)
            {
                this.EmitPropertyReader(shape.Properties[i], CSharpLiteral.Integer(i));
            }

            writer.Separate();
            if (shape.Properties.Count > 0)
            {
                writer.WriteLine("result.isFrozen = true;");
            }

            writer.WriteLine("return true;");
        }
    }

    private void EmitPropertyReader(PropertyShape property, string number)
    {
        string json = "json" + number;
        string read = "read" + number;
        string find = $"value.TryGetProperty({CSharpLiteral.String(property.JsonName)}, out {GeneratedNames.FlagValue} {json})";
        string outArgument = $"out {new Slot(property.Slot.Shape, property.Slot.Shape is ValueShape.Any).TypeName} {read}";
        string call = readers.Call(property.Slot.Shape, json, outArgument);
        writer.Separate();
        if (!property.Slot.IsNullable)
        {
            using (writer.WriteBlock($"if (!{find} || !{call})"))
            {
                writer.WriteLine("return false;");
            }

            writer.Separate();
            writer.WriteLine($"result.{property.FieldName} = {read};");
            return;
        }

        using (writer.WriteBlock($"if ({find} && !{json}.IsNull)"))
        {
            using (writer.WriteBlock($"if (!{call})"))
            {
                writer.WriteLine("return false;");
            }

            writer.Separate();
            writer.WriteLine($"result.{property.FieldName} = {read};");
        }
    }

    private void EmitFreeze(ObjectShape shape)
    {
        writer.Separate();
        writer.WriteLine(GeneratedNames.EditorBrowsableNever);
        using (writer.WriteBlock($"internal {shape.FullName} Freeze()"))
        {
            if (shape.Properties.Count > 0)
            {
                writer.WriteLine("this.isFrozen = true;");
            }

            foreach (PropertyShape property in shape.Properties)
            {
                this.EmitFreezeOf(property.Slot, "this." + property.FieldName, depth: 0);
            }

            writer.WriteLine("return this;");
        }
    }

    private void EmitFreezeOf(Slot slot, string target, int depth)
    {
        switch (slot.Shape)
        {
            case ValueShape.Class:
                writer.WriteLine($"{target}{(slot.IsNullable ? "?" : "")}.Freeze();");
                break;
            case ValueShape.List { HoldsObjects: true } list:
                string item = "item" + CSharpLiteral.Integer(depth);
                using (slot.IsNullable ? writer.WriteBlock($"if ({target} != null)") : default)
                {
                    using (writer.WriteBlock($"foreach ({list.Item.TypeName} {item} in {target})"))
                    {
                        this.EmitFreezeOf(list.Item, item, depth + 1);
                    }
                }

                break;
            default:
                break;
        }
    }

    private void EmitGuard(Flag flag, ObjectShape shape)
    {
        string message = $"This {shape.Name} is shared by everybody who reads the flag '{flag.Key}' and cannot be changed. Make a new one to change it.";
        writer.Separate();
        using (writer.WriteBlock("private void ThrowIfFrozen()"))
        {
            using (writer.WriteBlock("if (this.isFrozen)"))
            {
                writer.WriteLine($"throw new global::System.InvalidOperationException({CSharpLiteral.String(message)});");
            }
        }
    }
}
