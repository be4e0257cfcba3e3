using FlagAnalyzers.Removal.Repair;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Folding;

/// <summary>
/// Folds truth values that came from the flag, and nothing else. Works on a bound tree: what is visited can be asked of the model, what comes back cannot.
/// What cannot be folded without losing an effect or changing a type stays: it means the same.
/// </summary>
internal class ExpressionFolder(SemanticModel model) : CSharpSyntaxRewriter
{
    protected SemanticModel Model { get; } = model;

    protected Effects Effects { get; } = new(model);

    public override SyntaxNode? VisitParenthesizedExpression(ParenthesizedExpressionSyntax node)
    {
        ExpressionSyntax inner = this.Fold(node.Expression);
        if (inner == node.Expression)
        {
            return node;
        }

        return Mark.TruthOf(inner) is not null
            ? inner.WithTriviaFrom(node)
            : inner is ThrowExpressionSyntax ? inner.WithTriviaFrom(node) : node.WithExpression(inner).With(Mark.Brackets);
    }

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        ExpressionSyntax operand = this.Fold(node.Operand);
        if (node.IsKind(SyntaxKind.LogicalNotExpression))
        {
            if (Mark.TruthOf(operand) is { } truth)
            {
                return Mark.Literal(!truth).WithTriviaFrom(node);
            }

            // What was negated is a negation now.
            if (operand != node.Operand && Unwrap(operand) is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression })
            {
                return Negation.Of(operand, null).WithTriviaFrom(node);
            }
        }

        return operand == node.Operand ? node : node.WithOperand(operand);
    }

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        if (ConstantFold.Of(node, this.Model) is { } outcome)
        {
            return Mark.Literal(outcome).WithTriviaFrom(node);
        }

        if (node.Right is TypeSyntax && node.Kind() is SyntaxKind.IsExpression or SyntaxKind.AsExpression)
        {
            ExpressionSyntax operand = this.Fold(node.Left);
            return operand == node.Left ? node : node.WithLeft(operand);
        }

        ExpressionSyntax left = this.Fold(node.Left);
        ExpressionSyntax right = this.Fold(node.Right);
        if (node.IsKind(SyntaxKind.CoalesceExpression) && Mark.ConstantIn(left) is { } constant)
        {
            return Mark.Bracketed(constant.WithoutTrivia()).WithTriviaFrom(node);
        }

        bool? leftTruth = Mark.TruthOf(left);
        bool? rightTruth = Mark.TruthOf(right);
        if (leftTruth is not null || rightTruth is not null)
        {
            ExpressionSyntax? folded = node.Kind() switch
            {
                SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression => this.FoldLogical(node, left, right),
                SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression when this.AreTruths(node) => this.FoldBitwise(node, left, right),
                SyntaxKind.ExclusiveOrExpression when this.AreTruths(node) => this.FoldEquality(node, left, right, isEqual: false),
                SyntaxKind.NotEqualsExpression when this.AreTruths(node) => this.FoldEquality(node, left, right, isEqual: false),
                SyntaxKind.EqualsExpression when this.AreTruths(node) => this.FoldEquality(node, left, right, isEqual: true),
                SyntaxKind.CoalesceExpression when leftTruth is { } value => Mark.Literal(value).WithTriviaFrom(node),
                SyntaxKind.CoalesceExpression when rightTruth is { } fallback && IsNull(left) => Mark.Literal(fallback).WithTriviaFrom(node),
                _ => null,
            };
            if (folded is not null)
            {
                return folded;
            }
        }

        return left == node.Left && right == node.Right ? node : node.WithLeft(left).WithRight(right);
    }

    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        ExpressionSyntax value = this.Fold(node.Expression);
        if (KnownValue.Of(value, node.Expression, this.Model)?.Matches(node.Pattern) is { } matches)
        {
            return Mark.Literal(matches).WithTriviaFrom(node);
        }

        if (value == node.Expression && PatternFold.Of(node.Pattern, this.Model) is { } fold)
        {
            return fold.Matches is { } always ? Mark.Literal(always).WithTriviaFrom(node)
                : IsAnything(fold.Left) && this.IsSurelyThere(node.Expression) ? Mark.Literal(true).WithTriviaFrom(node)
                : node.WithPattern(fold.Left.WithTriviaFrom(node.Pattern));
        }

        return value == node.Expression ? base.VisitIsPatternExpression(node) : node.WithExpression(value);
    }

    public override SyntaxNode? VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        SwitchExpressionArmSyntax visited = (SwitchExpressionArmSyntax)base.VisitSwitchExpressionArm(node)!;
        return PatternFold.Of(node.Pattern, this.Model) is not { } fold ? visited
            : fold.Matches == false ? visited.With(Mark.Remove)
            : visited.WithPattern((fold.Matches == true ? SyntaxFactory.DiscardPattern() : fold.Left).WithTriviaFrom(node.Pattern));
    }

    public override SyntaxNode? VisitCasePatternSwitchLabel(CasePatternSwitchLabelSyntax node)
    {
        CasePatternSwitchLabelSyntax visited = (CasePatternSwitchLabelSyntax)base.VisitCasePatternSwitchLabel(node)!;
        return PatternFold.Of(node.Pattern, this.Model) is not { } fold ? visited
            : fold.Matches == false ? visited.With(Mark.Remove)
            : fold.Matches == true ? Anything(visited)
            : visited.WithPattern(fold.Left.WithTriviaFrom(node.Pattern));
    }

    private static bool IsNull(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax brackets => IsNull(brackets.Expression),
        CastExpressionSyntax cast => IsNull(cast.Expression),
        _ => expression.IsKind(SyntaxKind.NullLiteralExpression),
    };

    /// <summary>The label that takes whatever comes to it.</summary>
    protected static SwitchLabelSyntax Anything(CasePatternSwitchLabelSyntax label) => label.WhenClause is null
        ? SyntaxFactory.DefaultSwitchLabel(SyntaxFactory.Token(label.GetLeadingTrivia(), SyntaxKind.DefaultKeyword, default), label.ColonToken).With(Mark.Shrunk)
        : label.WithPattern(SyntaxFactory.VarPattern(SyntaxFactory.Token(SyntaxKind.VarKeyword).WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.DiscardDesignation()).WithTriviaFrom(label.Pattern));

    private static bool IsAnything(PatternSyntax pattern) =>
        pattern is RecursivePatternSyntax { Type: null, Designation: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0 };

    /// <summary>Whether the compiler knows, and not only believes, that the expression is not null: a local variable that was given something.</summary>
    private bool IsSurelyThere(ExpressionSyntax expression) =>
        this.Model.GetSymbolInfo(expression).Symbol is ILocalSymbol && this.Model.GetTypeInfo(expression).Nullability.FlowState == NullableFlowState.NotNull;

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node) =>
        ConstantFold.Of(node, this.Model) is { } outcome ? Mark.Literal(outcome).WithTriviaFrom(node) : base.VisitInvocationExpression(node);

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        ExpressionSyntax condition = this.Fold(node.Condition);
        ExpressionSyntax whenTrue = this.Fold(node.WhenTrue);
        ExpressionSyntax whenFalse = this.Fold(node.WhenFalse);
        if (Mark.TruthOf(condition) is { } truth)
        {
            ExpressionSyntax chosen = truth ? node.WhenTrue : node.WhenFalse;
            ExpressionSyntax survivor = truth ? whenTrue : whenFalse;
            if (survivor is RefExpressionSyntax place)
            {
                return Survivor.Bracketed(place.Expression.WithoutTrivia()).WithTriviaFrom(node);
            }

            if (Throws.IsThrow(survivor) ? Throws.FitsAt(node, this.Effects) : true)
            {
                return Survivor.InPlaceOf(node, TypeFit.Keep(node, chosen, survivor, this.Model), chosen);
            }
        }
        else if ((Mark.TruthOf(whenTrue) ?? Mark.TruthOf(whenFalse)) is not null && this.IsTruth(node.WhenTrue) && this.IsTruth(node.WhenFalse) && FoldChoice(node, condition, whenTrue, whenFalse, this) is { } choice)
        {
            return choice;
        }

        return condition == node.Condition && whenTrue == node.WhenTrue && whenFalse == node.WhenFalse
            ? node
            : node.WithCondition(condition).WithWhenTrue(whenTrue).WithWhenFalse(whenFalse);
    }

    public override SyntaxNode? VisitSwitchExpression(SwitchExpressionSyntax node)
    {
        SwitchExpressionSyntax visited = (SwitchExpressionSyntax)base.VisitSwitchExpression(node)!;
        ExpressionSyntax left = new SwitchExpressionFold(node, visited, this.Model, this.Effects).Run();

        // An arm that has come to take more may leave others nothing to take.
        return left is SwitchExpressionSyntax && node.Arms.Any(arm => PatternFold.Of(arm.Pattern, this.Model) is not null) ? left.With(Mark.Edited) : left;
    }

    public override SyntaxNode? VisitVariableDeclaration(VariableDeclarationSyntax node)
    {
        VariableDeclarationSyntax visited = (VariableDeclarationSyntax)base.VisitVariableDeclaration(node)!;
        return visited != node && visited is { Type.IsVar: true, Variables: [{ Initializer: { } initializer } variable] } && Mark.TypeFor(initializer.Value) is { } type
            ? visited
                .WithVariables(SyntaxFactory.SingletonSeparatedList(variable.WithInitializer(initializer.WithValue(initializer.Value.WithoutAnnotations("Flag.Type")))))
                .WithType(SyntaxFactory.ParseTypeName(type).WithTriviaFrom(visited.Type))
            : visited;
    }

    /// <summary><c>where true</c> lets everything through.</summary>
    public override SyntaxNode? VisitQueryBody(QueryBodySyntax node)
    {
        QueryBodySyntax visited = (QueryBodySyntax)base.VisitQueryBody(node)!;
        QueryClauseSyntax[] kept = [.. visited.Clauses.Where(static clause => clause is not WhereClauseSyntax where || Mark.TruthOf(where.Condition) != true)];

        // A query that only selects its variable is its source, which is another object; the clause that makes it a query has to stay.
        bool isBare = kept.Length == 0 && visited.SelectOrGroup is SelectClauseSyntax { Expression: IdentifierNameSyntax } && visited.Continuation is null;
        return kept.Length == visited.Clauses.Count || isBare ? visited : visited.WithClauses(SyntaxFactory.List(kept));
    }

    // A name is not asked again for what it means, and patterns hold no flag of their own.
    public override SyntaxNode? VisitQualifiedName(QualifiedNameSyntax node) => node;

    protected ExpressionSyntax Fold(ExpressionSyntax expression) => (ExpressionSyntax)this.Visit(expression)!;

    protected bool IsTruth(ExpressionSyntax expression) =>
        expression.HasAnnotation(Mark.Value) || this.Model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_Boolean;

    private static ExpressionSyntax Unwrap(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax brackets)
        {
            expression = brackets.Expression;
        }

        return expression;
    }

    /// <summary><c>x ? true : y</c> of flag values is <c>x || y</c>, and so on; the condition is evaluated first either way.</summary>
    private static ExpressionSyntax? FoldChoice(ConditionalExpressionSyntax node, ExpressionSyntax condition, ExpressionSyntax whenTrue, ExpressionSyntax whenFalse, ExpressionFolder folder)
    {
        bool? first = Mark.TruthOf(whenTrue);
        bool? second = Mark.TruthOf(whenFalse);
        if (first is null && second is null)
        {
            return null;
        }

        first ??= Literal(whenTrue);
        second ??= Literal(whenFalse);
        if (first is not null && first == second)
        {
            return folder.Effects.IsPure(node.Condition) ? Mark.Literal(first.Value).WithTriviaFrom(node) : null;
        }

        ExpressionSyntax? Negated() => condition == node.Condition ? Negation.Of(condition, node.Condition, folder.Model) : Negation.Of(condition, null);
        ExpressionSyntax? folded = (first, second) switch
        {
            (true, false) => condition,
            (false, true) => Negated(),
            (true, null) => Logical(SyntaxKind.LogicalOrExpression, condition, whenFalse),
            (false, null) => Logical(SyntaxKind.LogicalAndExpression, Negated()!, whenFalse),
            (null, true) => Logical(SyntaxKind.LogicalOrExpression, Negated()!, whenTrue),
            (null, false) => Logical(SyntaxKind.LogicalAndExpression, condition, whenTrue),
            _ => null,
        };
        return folded is null ? null : Survivor.Bracketed(folded.WithoutTrivia()).WithTriviaFrom(node);
    }

    private static bool? Literal(ExpressionSyntax expression) =>
        expression.IsKind(SyntaxKind.TrueLiteralExpression) ? true : expression.IsKind(SyntaxKind.FalseLiteralExpression) ? false : null;

    private static ExpressionSyntax Logical(SyntaxKind kind, ExpressionSyntax left, ExpressionSyntax right) => SyntaxFactory.BinaryExpression(
        kind,
        Survivor.Bracketed(left.WithoutTrivia()).WithTrailingTrivia(SyntaxFactory.Space),
        SyntaxFactory.Token(kind == SyntaxKind.LogicalOrExpression ? SyntaxKind.BarBarToken : SyntaxKind.AmpersandAmpersandToken).WithTrailingTrivia(SyntaxFactory.Space),
        Survivor.Bracketed(right.WithoutTrivia()));

    private bool AreTruths(BinaryExpressionSyntax node) => this.IsTruth(node.Left) && this.IsTruth(node.Right);

    private ExpressionSyntax? FoldLogical(BinaryExpressionSyntax node, ExpressionSyntax left, ExpressionSyntax right)
    {
        bool decisive = node.IsKind(SyntaxKind.LogicalOrExpression);
        return (Mark.TruthOf(left), Mark.TruthOf(right)) switch
        {
            ({ } value, _) when value == decisive => Mark.Literal(decisive).WithTriviaFrom(node),
            ({ }, _) => Survivor.InPlaceOf(node, right, node.Right),
            (_, { } value) when value != decisive => Survivor.InPlaceOf(node, left, node.Left),
            (_, { }) when this.Effects.IsPure(node.Left) => Mark.Literal(decisive).WithTriviaFrom(node),
            _ => null,
        };
    }

    private ExpressionSyntax? FoldBitwise(BinaryExpressionSyntax node, ExpressionSyntax left, ExpressionSyntax right)
    {
        bool decisive = node.IsKind(SyntaxKind.BitwiseOrExpression);
        return (Mark.TruthOf(left), Mark.TruthOf(right)) switch
        {
            ({ } value, _) when value != decisive => Survivor.InPlaceOf(node, right, node.Right),
            (_, { } value) when value != decisive => Survivor.InPlaceOf(node, left, node.Left),
            ({ }, _) when this.Effects.IsPure(node.Right) => Mark.Literal(decisive).WithTriviaFrom(node),
            (_, { }) when this.Effects.IsPure(node.Left) => Mark.Literal(decisive).WithTriviaFrom(node),
            _ => null,
        };
    }

    private ExpressionSyntax? FoldEquality(BinaryExpressionSyntax node, ExpressionSyntax left, ExpressionSyntax right, bool isEqual)
    {
        if ((Mark.TruthOf(left) ?? Literal(left)) is { } first && (Mark.TruthOf(right) ?? Literal(right)) is { } second)
        {
            return Mark.Literal((first == second) == isEqual).WithTriviaFrom(node);
        }

        bool isLeft = Mark.TruthOf(left) is not null;
        ExpressionSyntax other = isLeft ? right : left;
        ExpressionSyntax original = isLeft ? node.Right : node.Left;
        bool isSame = (Mark.TruthOf(left) ?? Mark.TruthOf(right)) == isEqual;
        return isSame
            ? Survivor.InPlaceOf(node, other, original)
            : Survivor.InPlaceOf(node, Negation.Of(other, other == original ? original : null, this.Model), original);
    }
}
