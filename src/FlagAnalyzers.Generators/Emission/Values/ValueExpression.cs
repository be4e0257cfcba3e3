using System.Text;
using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Generators.Emission.Values;

/// <summary>JSON values as C# expressions of a given type.</summary>
internal static class ValueExpression
{
    private const string AnyList = "object?";
    private const string AnyDictionary = "global::System.Collections.Generic.Dictionary<string, object?>";
    private const string AnyReadOnlyDictionary = "global::System.Collections.ObjectModel.ReadOnlyDictionary<string, object?>";

    private static readonly char[] FloatSigns = ['.', 'e', 'E'];

    /// <summary>A new, changeable instance that equals the JSON object.</summary>
    public static string Object(ObjectShape shape, JsonValue value)
    {
        StringBuilder code = new();
        AppendObject(code, shape, value);
        return code.ToString();
    }

    /// <summary>What a property answers that nobody has set: no null where the type promises none.</summary>
    public static string Neutral(Slot slot) => slot.Shape switch
    {
        _ when slot.IsNullable => "null",
        ValueShape.Scalar scalar => scalar.Neutral,
        ValueShape.List list => EmptyList(list.Item.TypeName),
        ValueShape.Class nested => "new " + nested.TypeName + "()",
        _ => "null",
    };

    private static void Append(StringBuilder code, ValueShape shape, JsonValue value)
    {
        if (value.Kind == JsonKind.Null)
        {
            code.Append("null");
            return;
        }

        switch (shape)
        {
            case ValueShape.Class nested:
                AppendObject(code, nested.Shape, value);
                break;
            case ValueShape.List list:
                AppendList(code, list.Item.TypeName, list.Item.Shape, value.Items);
                break;
            case ValueShape.Any:
                AppendAny(code, value);
                break;
            default:
                AppendScalar(code, value, isFloat: shape == ValueShape.Float);
                break;
        }
    }

    private static void AppendObject(StringBuilder code, ObjectShape shape, JsonValue value)
    {
        code.Append("new ").Append(shape.FullName);
        string separator = " { ";
        foreach (PropertyShape property in shape.Properties)
        {
            if (value.Find(property.JsonName) is { Kind: not JsonKind.Null } member)
            {
                code.Append(separator).Append(property.Name).Append(" = ");
                Append(code, property.Slot.Shape, member);
                separator = ", ";
            }
        }

        code.Append(separator == ", " ? " }" : "()");
    }

    private static void AppendList(StringBuilder code, string itemType, ValueShape itemShape, EquatableArray<JsonValue> items)
    {
        if (items.Count == 0)
        {
            code.Append(EmptyList(itemType));
            return;
        }

        code.Append("global::System.Array.AsReadOnly(new ").Append(itemType).Append("[] { ");
        string separator = "";
        foreach (JsonValue item in items)
        {
            code.Append(separator);
            Append(code, itemShape, item);
            separator = ", ";
        }

        code.Append(" })");
    }

    private static void AppendAny(StringBuilder code, JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonKind.Array:
                AppendList(code, AnyList, ValueShape.Any.Instance, value.Items);
                break;
            case JsonKind.Object:
                code.Append("new ").Append(AnyReadOnlyDictionary).Append("(new ").Append(AnyDictionary).Append("()");
                string separator = " { ";
                foreach (JsonMember member in value.Members)
                {
                    code.Append(separator).Append('[').Append(CSharpLiteral.String(member.Name)).Append("] = ");
                    Append(code, ValueShape.Any.Instance, member.Value);
                    separator = ", ";
                }

                code.Append(separator == ", " ? " })" : ")");
                break;
            default:
                // As the runtime does with live JSON: an int is what is written as one.
                AppendScalar(code, value, isFloat: value.Text.IndexOfAny(FloatSigns) >= 0 || !CSharpLiteral.TryGetInteger(value, out _));
                break;
        }
    }

    private static void AppendScalar(StringBuilder code, JsonValue value, bool isFloat)
    {
        switch (value.Kind)
        {
            case JsonKind.Number when !isFloat && CSharpLiteral.TryGetInteger(value, out int integer):
                code.Append(CSharpLiteral.Integer(integer));
                break;
            case JsonKind.Number:
                code.Append(CSharpLiteral.Double(value));
                break;
            case JsonKind.String:
                code.Append(CSharpLiteral.String(value.Text));
                break;
            default:
                code.Append(CSharpLiteral.Boolean(value.Kind == JsonKind.True));
                break;
        }
    }

    private static string EmptyList(string itemType) => "global::System.Array.Empty<" + itemType + ">()";
}
