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
        bool? truth = Mark.TruthOf(visited.GoverningExpression);
        if (truth is { } value)
        {
            arms = [.. arms.Where(arm => TruthPattern.Matches(arm.Now.Pattern, value) != false)];
            if (arms.Count > 0 && arms[0].Now.WhenClause is null && TruthPattern.Matches(arms[0].Now.Pattern, value) == true && this.Take(arms[0]) is { } taken)
            {
                return taken;
            }
        }

        ExpressionSyntax governing = visited.GoverningExpression;
        if (governing is TupleExpressionSyntax tuple && TupleFold.Of(tuple, [.. arms.Select(static arm => arm.Now)]) is { } folded)
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
