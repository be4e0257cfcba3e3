using FlagAnalyzers.Removal.Repair;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Folding;

/// <summary>Folds a switch expression whose value, a part of it, or whose guards the flag decides.</summary>
internal sealed class SwitchExpressionFold(SwitchExpressionSyntax node, SwitchExpressionSyntax visited, SemanticModel model, Effects effects)
{
    public ExpressionSyntax Run()
    {
        List<Arm> arms = [];
        for (int i = 0; i < visited.Arms.Count; i++)
        {
            arms.Add(new Arm(node.Arms[i], visited.Arms[i], i < visited.Arms.SeparatorCount ? visited.Arms.GetSeparator(i) : null));
        }

        arms = [.. arms.Select(WithoutGuard).OfType<Arm>()];
        if (KnownValue.Of(visited.GoverningExpression, node.GoverningExpression, model) is { } known)
        {
            arms = [.. arms.Where(arm => known.Matches(arm.Then.Pattern) != false)];
            if (arms.Count > 0 && arms[0].Now.WhenClause is null && known.Matches(arms[0].Then.Pattern) == true && this.Take(arms[0]) is { } taken)
            {
                return taken;
            }

            if (this.Choice(arms, known) is { } choice)
            {
                return choice;
            }
        }

        ExpressionSyntax governing = visited.GoverningExpression;
        if (governing is TupleExpressionSyntax tuple && TupleFold.Of(tuple, (TupleExpressionSyntax)node.GoverningExpression, [.. arms.Select(static arm => (arm.Now, arm.Then.Pattern))], model) is { } folded)
        {
            governing = folded.Value.WithTriviaFrom(governing);
            arms = [.. arms.Select((arm, i) => folded.Arms[i] is { } changed ? arm with { Now = changed } : null).OfType<Arm>()];
        }

        bool isSame = governing == visited.GoverningExpression && arms.Count == visited.Arms.Count && arms.Select(static arm => arm.Now).SequenceEqual(visited.Arms);
        if (arms.Count == 0 || isSame)
        {
            return visited;
        }

        bool hasFewer = arms.Count < node.Arms.Count || governing != visited.GoverningExpression;
        if (hasFewer && arms[0].Now is { WhenClause: null, Pattern: DiscardPatternSyntax } && effects.IsPure(node.GoverningExpression) && this.Take(arms[0]) is { } only)
        {
            return only;
        }

        return visited.WithGoverningExpression(Survivor.Bracketed(governing)).WithArms(Joined(arms)).With(Mark.Edited);
    }

    private static Arm? WithoutGuard(Arm arm)
    {
        if (arm.Now.Has(Mark.Remove))
        {
            return null;
        }

        if (arm.Now.WhenClause is not { } guard || Mark.TruthOf(guard.Condition) is not { } truth)
        {
            return arm;
        }

        return truth ? arm with { Now = arm.Now.WithWhenClause(null).WithPattern(arm.Now.Pattern.WithTrailingTrivia(guard.GetTrailingTrivia())) } : null;
    }

    private static SeparatedSyntaxList<SwitchExpressionArmSyntax> Joined(List<Arm> arms)
    {
        List<SyntaxNodeOrToken> parts = [];
        for (int i = 0; i < arms.Count; i++)
        {
            SyntaxToken? separator = arms[i].Separator;
            parts.Add(arms[i].Now);
            if (separator is null && i < arms.Count - 1)
            {
                separator = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
            }

            if (separator is { } comma)
            {
                parts.Add(comma);
            }
        }

        return SyntaxFactory.SeparatedList<SwitchExpressionArmSyntax>(parts);
    }

    /// <summary>Arms that take the value under a condition, and one that takes it in any case, are a chain of choices; null where types or variables would change.</summary>
    private ExpressionSyntax? Choice(List<Arm> arms, KnownValue known)
    {
        int last = arms.FindIndex(arm => arm.Now.WhenClause is null);
        ITypeSymbol? type = model.GetTypeInfo(node).Type;
        if (last < 1
            || arms.Take(last + 1).Any(arm => known.Matches(arm.Then.Pattern) != true
                || Throws.IsThrow(arm.Now.Expression)
                || arm.Then.Pattern.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>().Any()
                || !SymbolEqualityComparer.IncludeNullability.Equals(model.GetTypeInfo(arm.Then.Expression).Type, type)))
        {
            return null;
        }

        ExpressionSyntax choice = Survivor.Bracketed(arms[last].Now.Expression.WithoutTrivia());
        for (int i = last - 1; i >= 0; i--)
        {
            choice = SyntaxFactory.ConditionalExpression(
                Survivor.Bracketed(arms[i].Now.WhenClause!.Condition.WithoutTrivia()).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.QuestionToken).WithTrailingTrivia(SyntaxFactory.Space),
                Survivor.Bracketed(arms[i].Now.Expression.WithoutTrivia()).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space),
                choice);
        }

        return Survivor.Bracketed(choice).WithTriviaFrom(node);
    }

    private ExpressionSyntax? Take(Arm arm)
    {
        ExpressionSyntax survivor = arm.Now.Expression;
        if (arm.Then.Pattern.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>().Any()
            || (Throws.IsThrow(survivor) && !Throws.FitsAt(node, effects)))
        {
            return null;
        }

        return Survivor.Bracketed(TypeFit.Keep(node, arm.Then.Expression, survivor, model).WithoutTrivia()).WithTriviaFrom(node);
    }

    private sealed record Arm(SwitchExpressionArmSyntax Then, SwitchExpressionArmSyntax Now, SyntaxToken? Separator);
}
