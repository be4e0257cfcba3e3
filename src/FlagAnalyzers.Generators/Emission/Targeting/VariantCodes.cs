using System.Text;
using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Generators.Emission.Targeting;

/// <summary>What a rule gives, as the number that stands for it: the place of a variant, or a constant of FlagSet.</summary>
internal static class VariantCodes
{
    public const string None = "NoVariant";
    public const string Unknown = "UnknownVariant";

    /// <summary>For a value that the rule spells out; null where it cannot be told.</summary>
    public static string? Of(RuleScope scope, JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonKind.Null:
                return None;
            case JsonKind.True:
                return scope.CodeOf("true");
            case JsonKind.False:
                return scope.CodeOf("false");
            case JsonKind.String when value.Text.All(IsPlain):
                return scope.CodeOf(value.Text);
            case JsonKind.Number when IsPlainInteger(value.Text):
                return scope.CodeOf(value.Text);
            default:
                scope.Reject("it names a variant by a number, an object, or a text with characters that JSON escapes");
                return null;
        }
    }

    /// <summary>For a value that is known when the rule runs, as an expression; null where it cannot be told.</summary>
    public static string? Of(RuleScope scope, Operand operand)
    {
        switch (operand.Kind)
        {
            case OperandKind.Null:
                return None;
            case OperandKind.Boolean when operand.Code is "true" or "false":
                return scope.CodeOf(operand.Code);
            case OperandKind.Boolean when operand.IsNullable:
                string local = scope.NextLocal("answer");
                return $"{operand.Code} is bool {local} ? ({local} ? {scope.CodeOf("true")} : {scope.CodeOf("false")}) : {None}";
            case OperandKind.Boolean:
                return $"{operand.Code} ? {scope.CodeOf("true")} : {scope.CodeOf("false")}";
            case OperandKind.Text:
                return OfText(scope, operand);
            default:
                scope.Reject("it gives something else than a text, true or false");
                return null;
        }
    }

    private static string? OfText(RuleScope scope, Operand operand)
    {
        StringBuilder cases = new();
        for (int i = 0; i < scope.Flag.Variants.Count; i++)
        {
            string name = scope.Flag.Variants[i].Name;
            if (name.IndexOf('\\') >= 0)
            {
                scope.Reject("a variant has a name that JSON escapes");
                return null;
            }

            // A text with escaped characters names no variant that has them.
            if (name.All(IsPlain))
            {
                cases.Append(CSharpLiteral.String(name)).Append(" => ").Append(CSharpLiteral.Integer(i)).Append(", ");
            }
        }

        return $"{operand.Code} switch {{ {cases}{(operand.IsNullable ? "null => " + None + ", " : "")}_ => {Unknown} }}";
    }

    /// <summary>Go's JSON text of the others is longer than they are, and so they do not name the variant that they spell.</summary>
    private static bool IsPlain(char c) => c is >= ' ' and not ('"' or '\\' or '<' or '>' or '&' or '\u2028' or '\u2029');

    private static bool IsPlainInteger(string text) =>
        text.Length <= 15 && (text == "0" || (text[0] is >= '1' and <= '9' && text.All(static c => c is >= '0' and <= '9')));
}
