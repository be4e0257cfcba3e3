using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Folding;

/// <summary>What the flag gives an expression of the bound tree: a truth value, or a constant.</summary>
internal sealed class KnownValue
{
    private readonly bool? truth;
    private readonly object? constant;
    private readonly SemanticModel model;

    private KnownValue(bool? truth, object? constant, SemanticModel model)
    {
        this.truth = truth;
        this.constant = constant;
        this.model = model;
    }

    /// <summary>Null when it is not the flag that decides.</summary>
    /// <param name="folded">What is left of the expression.</param>
    /// <param name="bound">The expression in the bound tree.</param>
    /// <param name="model">The model of the bound tree.</param>
    public static KnownValue? Of(ExpressionSyntax folded, ExpressionSyntax bound, SemanticModel model) =>
        Mark.TruthOf(folded) is { } truth ? new KnownValue(truth, null, model)
        : Mark.ConstantIn(bound) is { } constant && model.GetConstantValue(constant).Value is { } value ? new KnownValue(null, value, model)
        : null;

    /// <summary>The constant, in a place where it does not stand yet.</summary>
    public static KnownValue Of(object constant, SemanticModel model) => new(null, constant, model);

    /// <summary>Whether the pattern, in the bound tree where there is a constant, takes the value; null when it does more than look at it, or cannot be judged.</summary>
    public bool? Matches(PatternSyntax pattern) => this.truth is { } known ? TruthPattern.Matches(pattern, known) : TruthPattern.Matches(pattern, this.TakesConstant);

    /// <summary>Whether the label of a switch in the bound tree takes it; null when that depends on more.</summary>
    public bool? IsTakenBy(SwitchLabelSyntax label) => label switch
    {
        CaseSwitchLabelSyntax constant => this.truth is { } known ? TruthPattern.Matches(SyntaxFactory.ConstantPattern(constant.Value), known) : this.IsValueOf(constant.Value),
        CasePatternSwitchLabelSyntax pattern => this.Matches(pattern.Pattern) is not true ? this.Matches(pattern.Pattern) : pattern.WhenClause is null ? true : null,
        _ => true,
    };

    /// <summary>Whether the expression of the bound tree is the constant; null when it is no constant.</summary>
    public bool? IsValueOf(ExpressionSyntax expression) =>
        expression.IsKind(SyntaxKind.NullLiteralExpression) ? false
        : this.model.GetConstantValue(expression) is { HasValue: true, Value: var other } ? other is not null && Compare(this.constant!, other) == 0
        : this.model.GetSymbolInfo(expression).Symbol is IFieldSymbol { HasConstantValue: true, ConstantValue: { } member } ? Compare(this.constant!, member) == 0
        : null;

    private bool? TakesConstant(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax constant => this.IsValueOf(constant.Expression),
        TypePatternSyntax type => this.IsValueOf(type.Type),
        RelationalPatternSyntax relation when this.model.GetConstantValue(relation.Expression).Value is { } limit && Compare(this.constant!, limit) is { } order => relation.OperatorToken.Kind() switch
        {
            SyntaxKind.LessThanToken => order < 0,
            SyntaxKind.LessThanEqualsToken => order <= 0,
            SyntaxKind.GreaterThanToken => order > 0,
            SyntaxKind.GreaterThanEqualsToken => order >= 0,
            _ => null,
        },
        _ => null,
    };

    /// <summary>Less than, equal to or greater than 0, as the values of two constants of C# are; null where they have no order and are not equal.</summary>
    private static int? Compare(object left, object right)
    {
        if (left is string text)
        {
            return text == right as string ? 0 : null;
        }

        if (left is float or double || right is float or double)
        {
            return left is IConvertible && right is IConvertible and not string ? Convert.ToDouble(left, CultureInfo.InvariantCulture).CompareTo(Convert.ToDouble(right, CultureInfo.InvariantCulture)) : null;
        }

        return IsWhole(left) && IsWhole(right) ? Convert.ToDecimal(left, CultureInfo.InvariantCulture).CompareTo(Convert.ToDecimal(right, CultureInfo.InvariantCulture)) : null;
    }

    private static bool IsWhole(object value) => value is sbyte or byte or short or ushort or int or uint or long or ulong or decimal;
}
