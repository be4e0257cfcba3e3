using FlagAnalyzers.Generators.Emission.Text;

namespace FlagAnalyzers.Generators.Emission.Targeting;

internal enum OperandKind : byte
{
    /// <summary>Always null.</summary>
    Null,
    Boolean,
    Number,
    Text,

    /// <summary>A list of texts; a missing one is as an empty one.</summary>
    List,

    /// <summary>Anything, as the runtime carries it.</summary>
    Any,
}

/// <summary>A part of a rule as a C# expression.</summary>
/// <param name="Kind">What it gives: <c>bool</c>, <c>double</c> (always finite, unless the rule has failed), <c>string</c> or a list of strings.</param>
/// <param name="Code">The expression; it binds tighter than any binary operator.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="IsConstant">Whether it is a literal.</param>
/// <param name="ConstantText">The text that it always is, or null.</param>
internal sealed record Operand(OperandKind Kind, string Code, bool IsNullable, bool IsConstant = false, string? ConstantText = null)
{
    public static readonly Operand Null = new(OperandKind.Null, "null", true, true);

    /// <summary>Its type in C#.</summary>
    public string TypeName => this.Kind switch
    {
        OperandKind.Boolean => "bool",
        OperandKind.Number => "double",
        OperandKind.List => GeneratedNames.StringList,
        OperandKind.Any => GeneratedNames.AttributeValue,
        _ => "string",
    } + (this.IsNullable && this.Kind != OperandKind.Any ? "?" : "");

    /// <summary>The expression as a value that may be of any type.</summary>
    public string AnyCode => this.Kind switch
    {
        OperandKind.Null => $"default({GeneratedNames.AttributeValue})",
        OperandKind.Any => this.Code,
        _ => $"{GeneratedNames.AttributeValue}.From({this.Code})",
    };

    public static Operand Boolean(string code, bool isNullable = false) => new(OperandKind.Boolean, code, isNullable);

    public static Operand Number(string code, bool isNullable = false) => new(OperandKind.Number, code, isNullable);

    public static Operand Constant(bool value) => new(OperandKind.Boolean, CSharpLiteral.Boolean(value), false, true);

    public static Operand Constant(string value) => new(OperandKind.Text, CSharpLiteral.String(value), false, true, value);

    /// <summary>Whether it counts as true: not null, false, 0 nor empty.</summary>
    public string Truthiness(RuleScope scope) => this.Kind switch
    {
        OperandKind.Null => "false",
        OperandKind.Boolean => this.IsNullable ? $"({this.Code} == true)" : this.Code,
        OperandKind.Number => $"{GeneratedNames.RuleOperations}.IsTruthy({this.Code})",
        OperandKind.Text => $"!string.IsNullOrEmpty({this.Code})",
        _ => $"{GeneratedNames.RuleOperations}.IsTruthy({this.Code}, {scope.FailureArgument()})",
    };
}
