using FlagAnalyzers.Removal.Testing;
using FlagAnalyzers.Removal.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Uses;

/// <summary>Turns the uses of a flag into what stands for them from now on.</summary>
internal static class UseEdits
{
    /// <param name="edits">Where the edits go.</param>
    /// <param name="use">The use.</param>
    /// <param name="number">Its number, which marks what stands for it.</param>
    /// <param name="keep">The value that the flag has from now on.</param>
    /// <param name="model">The model of the use's file.</param>
    /// <param name="names">The names of the flag.</param>
    /// <param name="setUps">Where tests set the flag up.</param>
    public static void Add(DocumentEdits edits, FlagUse use, int number, KeptValue keep, SemanticModel model, FlagNames names, TestSetUps setUps)
    {
        ExpressionSyntax literal = use.Constant is { } constant ? Mark.Constant(constant.Expression, number) : Mark.Literal(keep.Truth == true);
        switch (use.Kind)
        {
            case FlagUseKind.Read:
                edits.Replace(use.Document, use.Node, Answer((ExpressionSyntax)use.Node, literal, use.Constant, model).WithTriviaFrom(use.Node));
                break;
            case FlagUseKind.ReadLater:
                edits.Replace(use.Document, use.Node, Task((ExpressionSyntax)use.Node, literal, model).WithTriviaFrom(use.Node));
                break;
            case FlagUseKind.Name:
                object? name = model.GetConstantValue(use.Node).Value;
                edits.Replace(use.Document, use.Node, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal((string)name!)).WithTriviaFrom(use.Node));
                break;
            case FlagUseKind.SetUp or FlagUseKind.Mock:
                TestMethods.Add(edits, use, use.ValueOr(keep.Truth), literal, model, names, setUps);
                break;
            case FlagUseKind.Override or FlagUseKind.Gate:
                edits.Mark(use.Document, use.Node, Mark.Remove);
                break;
            case FlagUseKind.Pattern when use.Node is SubpatternSyntax:
                edits.Mark(use.Document, use.Node, Outcome(use, keep, model) == true ? Mark.Taken : Mark.Missed);
                break;
            case FlagUseKind.Pattern:
                edits.Change(use.Document, use.Node, node => PatternFor((IsPatternExpressionSyntax)use.Node, (IsPatternExpressionSyntax)node, use, keep, model));
                break;
        }
    }

    /// <summary><c>!answer ?? other</c>: the negation is folded first, and then there is nothing left that could be null.</summary>
    private static bool IsNegatedBeforeCoalesce(SyntaxNode place) =>
        place.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } negation
        && negation.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Left == negation;

    private static ExpressionSyntax Answer(ExpressionSyntax read, ExpressionSyntax literal, KeptConstant? constant, SemanticModel model)
    {
        SyntaxNode place = read;
        while (place.Parent is ParenthesizedExpressionSyntax)
        {
            place = place.Parent;
        }

        bool isLifted = (read is ConditionalAccessExpressionSyntax || model.GetTypeInfo(read).Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
            && constant?.Type.IsReferenceType != true
            && !IsNegatedBeforeCoalesce(place)
            && !Repair.TypeFit.IsTargetTyped(place)
            && place.Parent is not (IsPatternExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression or (int)SyntaxKind.CoalesceExpression } or SwitchStatementSyntax or SwitchExpressionSyntax);
        TypeSyntax type = constant is null
            ? SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.BoolKeyword))
            : SyntaxFactory.ParseTypeName(constant.Type.ToMinimalDisplayString(model, read.SpanStart));
        return isLifted ? SyntaxFactory.CastExpression(SyntaxFactory.NullableType(type), literal) : literal;
    }

    private static ExpressionSyntax Task(ExpressionSyntax read, ExpressionSyntax literal, SemanticModel model)
    {
        ITypeSymbol? type = model.GetTypeInfo(read).Type;
        bool isKnown = model.LookupNamespacesAndTypes(read.SpanStart, name: "Task").Any(static symbol => symbol is INamedTypeSymbol { ContainingNamespace.Name: "Tasks" });
        string task = isKnown ? "Task" : "global::System.Threading.Tasks.Task";
        ExpressionSyntax result = type?.Name == "ValueTask"
            ? SyntaxFactory.ParseExpression("new " + (isKnown ? "ValueTask" : "global::System.Threading.Tasks.ValueTask") + "<" + ((INamedTypeSymbol)type).TypeArguments[0].ToMinimalDisplayString(model, read.SpanStart) + ">(true)")
            : SyntaxFactory.ParseExpression(task + ".FromResult(true)");
        return result.ReplaceNode(result.DescendantNodes().OfType<LiteralExpressionSyntax>().Single(), literal.WithoutTrivia());
    }

    /// <summary>Whether the part of the pattern that looks at the flag takes the value; null when it does more than that.</summary>
    public static bool? Outcome(FlagUse use, KeptValue keep, SemanticModel model)
    {
        SubpatternSyntax part = use.Node as SubpatternSyntax ?? ((RecursivePatternSyntax)((IsPatternExpressionSyntax)use.Node).Pattern).PropertyPatternClause!.Subpatterns.First(part => part.Span.Contains(use.Place));
        return use.Constant is { } constant ? Folding.KnownValue.Of(constant.Value, model).Matches(part.Pattern) : Folding.TruthPattern.Matches(part.Pattern, keep.Truth == true);
    }

    private static ExpressionSyntax PatternFor(IsPatternExpressionSyntax original, IsPatternExpressionSyntax test, FlagUse use, KeptValue keep, SemanticModel model)
    {
        RecursivePatternSyntax pattern = (RecursivePatternSyntax)test.Pattern;
        SeparatedSyntaxList<SubpatternSyntax> parts = pattern.PropertyPatternClause!.Subpatterns;
        int index = ((RecursivePatternSyntax)original.Pattern).PropertyPatternClause!.Subpatterns.IndexOf(part => part.Span.Contains(use.Place));
        if (Outcome(use, keep, model) is not { } matches)
        {
            return test;
        }

        return !matches || parts.Count == 1
            ? Mark.Literal(matches).WithTriviaFrom(test)
            : test.WithPattern(pattern.WithPropertyPatternClause(pattern.PropertyPatternClause.WithSubpatterns(parts.RemoveAt(index))));
    }
}
