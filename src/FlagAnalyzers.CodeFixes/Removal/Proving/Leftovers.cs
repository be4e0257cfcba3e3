using FlagAnalyzers.Removal.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Proving;

/// <summary>Judges the constants of a flag that are still there when nothing is left to fold: a value may stay, a decision that nobody took may not.</summary>
internal static class Leftovers
{
    /// <summary>The numbers of the uses that must not be removed, and why.</summary>
    public static IEnumerable<(int Use, string Obstacle)> In(SyntaxNode root, SemanticModel model)
    {
        foreach (ExpressionSyntax constant in Mark.ConstantsIn(root))
        {
            if (ObstacleOf(constant, model) is { } obstacle)
            {
                yield return (Mark.UseOf(constant), obstacle);
            }
        }
    }

    private static string? ObstacleOf(ExpressionSyntax constant, SemanticModel model)
    {
        SyntaxNode place = constant;
        while (place.Parent is ParenthesizedExpressionSyntax)
        {
            place = place.Parent;
        }

        return place.Parent switch
        {
            SwitchStatementSyntax => "what is left of the switch on it is not clear: a case is left in the middle, or looks at more than the value",
            SwitchExpressionSyntax => "no arm of the switch surely takes the value",
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: SwitchStatementSyntax or SwitchExpressionSyntax or IsPatternExpressionSyntax } } => "a switch looks at it together with other things",
            IsPatternExpressionSyntax => "a pattern does more than compare it",
            _ when FlagTypes.GoesWithFlag(model.GetTypeInfo(constant).Type) => "it is used as a value, and its type '" + model.GetTypeInfo(constant).Type!.Name + "' goes with the flag",
            _ => null,
        };
    }

    /// <summary>Writes members of enumerations, which stand there with their full names, as the place allows.</summary>
    public static SyntaxNode Shorten(SyntaxNode root, SemanticModel model)
    {
        List<ExpressionSyntax> members = [.. Mark.ConstantsIn(root).Where(static constant => constant is MemberAccessExpressionSyntax)];
        return members.Count == 0 ? root : root.ReplaceNodes(members, (original, rewritten) =>
            model.GetTypeInfo(original).Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } type && rewritten is MemberAccessExpressionSyntax access
                ? access.WithExpression(Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ParseExpression(type.ToMinimalDisplayString(model, original.SpanStart)).WithTriviaFrom(access.Expression))
                : rewritten);
    }
}
