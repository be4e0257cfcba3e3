using FlagAnalyzers.Removal.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Uses;

/// <summary>Turns the uses of a flag into what stands for them from now on.</summary>
internal static class UseEdits
{
    public static void Add(DocumentEdits edits, FlagUse use, bool keep, SemanticModel model, TestSetUps setUps)
    {
        switch (use.Kind)
        {
            case FlagUseKind.Read:
                edits.Replace(use.Document, use.Node, Answer((ExpressionSyntax)use.Node, keep, model).WithTriviaFrom(use.Node));
                break;
            case FlagUseKind.ReadLater:
                edits.Replace(use.Document, use.Node, Task((ExpressionSyntax)use.Node, keep, model).WithTriviaFrom(use.Node));
                break;
            case FlagUseKind.Name:
                object? name = model.GetConstantValue(use.Node).Value;
                edits.Replace(use.Document, use.Node, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal((string)name!)).WithTriviaFrom(use.Node));
                break;
            case FlagUseKind.SetUp or FlagUseKind.Mock:
                TestMethods.Add(edits, use, keep, model, setUps);
                break;
            case FlagUseKind.Override or FlagUseKind.Gate:
                edits.Mark(use.Document, use.Node, Mark.Remove);
                break;
            case FlagUseKind.Pattern:
                edits.Change(use.Document, use.Node, node => PatternFor((IsPatternExpressionSyntax)use.Node, (IsPatternExpressionSyntax)node, use, keep));
                break;
        }
    }

    private static ExpressionSyntax Answer(ExpressionSyntax read, bool keep, SemanticModel model)
    {
        SyntaxNode place = read;
        while (place.Parent is ParenthesizedExpressionSyntax)
        {
            place = place.Parent;
        }

        bool isLifted = (read is ConditionalAccessExpressionSyntax || model.GetTypeInfo(read).Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
            && place.Parent is not (IsPatternExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression or (int)SyntaxKind.CoalesceExpression });
        ExpressionSyntax literal = Mark.Literal(keep);
        return isLifted
            ? SyntaxFactory.CastExpression(SyntaxFactory.NullableType(SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.BoolKeyword))), literal)
            : literal;
    }

    private static ExpressionSyntax Task(ExpressionSyntax read, bool keep, SemanticModel model)
    {
        ITypeSymbol? type = model.GetTypeInfo(read).Type;
        bool isKnown = model.LookupNamespacesAndTypes(read.SpanStart, name: "Task").Any(static symbol => symbol is INamedTypeSymbol { ContainingNamespace.Name: "Tasks" });
        string task = isKnown ? "Task" : "global::System.Threading.Tasks.Task";
        ExpressionSyntax result = SyntaxFactory.ParseExpression(task + ".FromResult(" + (keep ? "true" : "false") + ")");
        return type?.Name == "ValueTask"
            ? SyntaxFactory.ParseExpression("new " + (isKnown ? "ValueTask" : "global::System.Threading.Tasks.ValueTask") + "<bool>(" + (keep ? "true" : "false") + ")")
            : result;
    }

    private static ExpressionSyntax PatternFor(IsPatternExpressionSyntax original, IsPatternExpressionSyntax test, FlagUse use, bool keep)
    {
        RecursivePatternSyntax pattern = (RecursivePatternSyntax)test.Pattern;
        SeparatedSyntaxList<SubpatternSyntax> parts = pattern.PropertyPatternClause!.Subpatterns;
        int index = ((RecursivePatternSyntax)original.Pattern).PropertyPatternClause!.Subpatterns.IndexOf(part => part.Span.Contains(use.Place));
        if (Folding.TruthPattern.Matches(parts[index].Pattern, keep) is not { } matches)
        {
            return test;
        }

        return !matches || parts.Count == 1
            ? Mark.Literal(matches).WithTriviaFrom(test)
            : test.WithPattern(pattern.WithPropertyPatternClause(pattern.PropertyPatternClause.WithSubpatterns(parts.RemoveAt(index))));
    }
}
