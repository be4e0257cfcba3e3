using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal;

/// <summary>What the phases write on nodes for one another. Nodes keep their marks when they are moved or rebound; text keeps none.</summary>
internal static class Mark
{
    /// <summary>On a constant: it came from the flag, so it may be folded. Constants that people wrote may not.</summary>
    public static readonly SyntaxAnnotation Value = new("Flag.Value");

    /// <summary>On a statement or member that is to go.</summary>
    public static readonly SyntaxAnnotation Remove = new("Flag.Remove");

    /// <summary>On a part of a pattern that the flag always takes.</summary>
    public static readonly SyntaxAnnotation Taken = new("Flag.Taken");

    /// <summary>On a part of a pattern that the flag never takes.</summary>
    public static readonly SyntaxAnnotation Missed = new("Flag.Missed");

    /// <summary>On a switch that lost sections, and on a label that became its <c>default</c>.</summary>
    public static readonly SyntaxAnnotation Shrunk = new("Flag.Shrunk");

    /// <summary>On statement lists in which something changed.</summary>
    public static readonly SyntaxAnnotation Edited = new("Flag.Edited");

    /// <summary>On blocks from which everything went.</summary>
    public static readonly SyntaxAnnotation Emptied = new("Flag.Emptied");

    /// <summary>On statements that moved out of a branch.</summary>
    public static readonly SyntaxAnnotation Moved = new("Flag.Moved");

    /// <summary>On brackets that a fold may have made superfluous.</summary>
    public static readonly SyntaxAnnotation Brackets = new("Flag.Brackets");

    /// <summary>On what was unused, unreachable or redundant before: not ours to clear.</summary>
    public static readonly SyntaxAnnotation WasIdle = new("Flag.WasIdle");

    /// <summary>On members in which what was idle before is marked.</summary>
    public static readonly SyntaxAnnotation Seen = new("Flag.Seen");

    /// <summary>On members in which nothing was left to sweep when they were last changed.</summary>
    public static readonly SyntaxAnnotation Swept = new("Flag.Swept");

    /// <summary>On bodies that were iterators before.</summary>
    public static readonly SyntaxAnnotation WasIterator = new("Flag.WasIterator");

    private const string TypeKind = "Flag.Type";

    private const string ConstantKind = "Flag.Constant";

    public static bool Has(this SyntaxNode node, SyntaxAnnotation mark) => node.HasAnnotation(mark);

    public static T With<T>(this T node, SyntaxAnnotation mark)
        where T : SyntaxNode => node.HasAnnotation(mark) ? node : node.WithAdditionalAnnotations(mark);

    /// <summary>The literal that stands for the flag from now on.</summary>
    public static ExpressionSyntax Literal(bool value) =>
        SyntaxFactory.LiteralExpression(value ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression).WithAdditionalAnnotations(Value);

    /// <summary>The truth value that the flag gives the expression, brackets aside; null when it is another expression.</summary>
    public static bool? TruthOf(SyntaxNode? expression)
    {
        while (expression is ParenthesizedExpressionSyntax brackets)
        {
            expression = brackets.Expression;
        }

        return expression?.HasAnnotation(Value) != true ? null
            : expression.IsKind(SyntaxKind.TrueLiteralExpression) ? true
            : expression.IsKind(SyntaxKind.FalseLiteralExpression) ? false
            : null;
    }

    /// <summary>The constant that stands for a reading of a flag that is not on or off.</summary>
    /// <param name="constant">The constant.</param>
    /// <param name="use">The number of the use, by which what becomes of it is told.</param>
    public static ExpressionSyntax Constant(ExpressionSyntax constant, int use)
    {
        SyntaxAnnotation mark = new(ConstantKind, use.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return constant is ParenthesizedExpressionSyntax brackets
            ? brackets.WithExpression(brackets.Expression.WithAdditionalAnnotations(mark))
            : constant.WithAdditionalAnnotations(mark);
    }

    /// <summary>The constant of the flag that the expression is, brackets aside; null when it is another expression.</summary>
    public static ExpressionSyntax? ConstantIn(SyntaxNode? expression)
    {
        while (expression is ParenthesizedExpressionSyntax brackets)
        {
            expression = brackets.Expression;
        }

        return expression is ExpressionSyntax constant && constant.HasAnnotations(ConstantKind) ? constant : null;
    }

    public static IEnumerable<ExpressionSyntax> ConstantsIn(SyntaxNode root) => root.GetAnnotatedNodes(ConstantKind).OfType<ExpressionSyntax>();

    /// <summary>The number of the use that the constant stands for.</summary>
    public static int UseOf(ExpressionSyntax constant) => int.Parse(constant.GetAnnotations(ConstantKind).First().Data, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Brackets around a constant that needs them in most places: those that turn out to be superfluous go in the end.</summary>
    public static ExpressionSyntax Bracketed(ExpressionSyntax constant) =>
        constant is PrefixUnaryExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(constant).With(Brackets) : constant;

    /// <summary>Says which type <c>var</c> stood for before its initialiser was folded.</summary>
    public static ExpressionSyntax WithTypeFor(this ExpressionSyntax expression, string type) =>
        expression.WithAdditionalAnnotations(new SyntaxAnnotation(TypeKind, type));

    public static string? TypeFor(SyntaxNode expression)
    {
        foreach (SyntaxAnnotation annotation in expression.GetAnnotations(TypeKind))
        {
            return annotation.Data;
        }

        return null;
    }
}
