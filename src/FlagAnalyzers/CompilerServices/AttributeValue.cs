using System.ComponentModel;
using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.CompilerServices;

/// <summary>The value of a declared attribute on its way from generated code to the rules. Made without allocation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AttributeValue
{
    private AttributeValue(RuleValue value) => this.Value = value;

    internal RuleValue Value { get; }

    /// <summary>Text; null is missing.</summary>
    public static AttributeValue From(string? value) => new(ContextValue.From(value));

    /// <summary>A number; null, and one that is not finite, is missing.</summary>
    public static AttributeValue From(double? value) => new(value is { } number ? ContextValue.From(number) : RuleValue.Null);

    /// <summary>True or false; null is missing.</summary>
    public static AttributeValue From(bool? value) => new(value is { } boolean ? RuleValue.From(boolean) : RuleValue.Null);

    /// <summary>A list of texts; null is missing.</summary>
    public static AttributeValue From(IReadOnlyList<string>? value) => new(value is null ? RuleValue.Null : RuleValue.ListOf(value));

    /// <summary>What an attribute of the open bag may be: see <see cref="EvaluationContext.this"/>.</summary>
    public static AttributeValue From(object? value) => new(ContextValue.From(value));
}
