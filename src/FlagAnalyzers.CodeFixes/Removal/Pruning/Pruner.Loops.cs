using FlagAnalyzers.Removal.Folding;
using FlagAnalyzers.Removal.Repair;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Pruning;

/// <content>Loops, <c>try</c>, labels and plain statements.</content>
internal sealed partial class Pruner
{
    private IReadOnlyList<StatementSyntax> ReduceWhile(WhileStatementSyntax node)
    {
        ExpressionSyntax condition = this.Fold(node.Condition);
        if (Mark.TruthOf(condition) == false)
        {
            return [];
        }

        if (condition == node.Condition && KnownCondition.Of(condition, this.Effects) is { Value: false })
        {
            return this.PlaceNew(this.Effects.StatementsOf(condition), node, remarks.Kept(node.GetLeadingTrivia()));
        }

        StatementSyntax body = (StatementSyntax)this.Visit(node.Statement)!;
        return condition == node.Condition && body == node.Statement ? [node] : [node.WithCondition(condition).WithStatement(body)];
    }

    private IReadOnlyList<StatementSyntax> ReduceDo(DoStatementSyntax node)
    {
        ExpressionSyntax condition = this.Fold(node.Condition);
        if (Mark.TruthOf(condition) == false && !Jumps.LeavesLoop(node.Statement))
        {
            return this.Unwrap(node.Statement, node, remarks.Kept(node.GetLeadingTrivia()));
        }

        StatementSyntax body = (StatementSyntax)this.Visit(node.Statement)!;
        return condition == node.Condition && body == node.Statement ? [node] : [node.WithCondition(condition).WithStatement(body)];
    }

    private IReadOnlyList<StatementSyntax> ReduceFor(ForStatementSyntax node)
    {
        ExpressionSyntax? condition = node.Condition is null ? null : this.Fold(node.Condition);
        if (Mark.TruthOf(condition) == false && node.Declaration?.Variables.All(variable => this.Effects.IsDisposable(variable.Initializer?.Value)) != false)
        {
            return this.PlaceNew(node.Initializers.SelectMany(this.Effects.StatementsOf), node, remarks.Kept(node.GetLeadingTrivia()));
        }

        if (node.Statement.Has(Mark.Emptied) && this.OnlyCounts(node))
        {
            return [];
        }

        ForStatementSyntax visited = node
            .WithDeclaration((VariableDeclarationSyntax?)this.Visit(node.Declaration))
            .WithInitializers(this.VisitList(node.Initializers))
            .WithIncrementors(this.VisitList(node.Incrementors))
            .WithStatement((StatementSyntax)this.Visit(node.Statement)!);
        visited = Mark.TruthOf(condition) == true ? visited.WithCondition(null) : condition == node.Condition ? visited : visited.WithCondition(condition);
        return [SyntaxFactory.AreEquivalent(visited, node) && !visited.Statement.Has(Mark.Edited) ? node : visited];
    }

    /// <summary>Whether nothing is left of the loop but its own counter.</summary>
    private bool OnlyCounts(ForStatementSyntax node) =>
        node is { Declaration: { } counters, Condition: { } condition, Initializers.Count: 0 }
        && counters.Variables.All(variable => this.Effects.IsPure(variable.Initializer?.Value))
        && this.Effects.IsPure(condition)
        && node.Incrementors.Count > 0
        && node.Incrementors.All(step => step switch
        {
            PostfixUnaryExpressionSyntax unary => IsCounter(unary.Operand),
            PrefixUnaryExpressionSyntax unary => IsCounter(unary.Operand),
            AssignmentExpressionSyntax assignment => IsCounter(assignment.Left) && this.Effects.IsPure(assignment.Right),
            _ => false,
        })
        && this.Model.GetTypeInfo(counters.Type).Type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64
        && counters.Variables.Any(variable => condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable.Identifier.ValueText))

        // A loop that nothing could end but what went from its body is another matter.
        && counters.Variables.All(variable => node.Incrementors.Any(step => step.DescendantNodes().OfType<IdentifierNameSyntax>().First().Identifier.ValueText == variable.Identifier.ValueText));

    private static bool IsCounter(ExpressionSyntax target) =>
        target is IdentifierNameSyntax name && name.FirstAncestorOrSelf<ForStatementSyntax>()!.Declaration!.Variables.Any(variable => variable.Identifier.ValueText == name.Identifier.ValueText);

    /// <summary>A <c>checked</c>, <c>unsafe</c> or <c>lock</c> block from which everything went.</summary>
    private bool IsEmptyShell(StatementSyntax statement) => statement switch
    {
        CheckedStatementSyntax { Block: { } block } => block.Has(Mark.Emptied),
        UnsafeStatementSyntax { Block: { } block } => block.Has(Mark.Emptied),
        LockStatementSyntax { Statement: { } body } shell => body.Has(Mark.Emptied) && this.Effects.IsPure(shell.Expression),
        _ => false,
    };

    private IReadOnlyList<StatementSyntax> ReduceForEach(CommonForEachStatementSyntax node)
    {
        if (node.Statement.Has(Mark.Emptied) && node is ForEachStatementSyntax && this.IsPlainSequence(node.Expression))
        {
            return [];
        }

        return [(StatementSyntax)base.Visit(node)!];
    }

    /// <summary>Whether going through it does nothing: arrays, text and the usual collections.</summary>
    private bool IsPlainSequence(ExpressionSyntax expression) => this.Effects.IsDisposable(expression)
        && this.Model.GetTypeInfo(expression).Type is { } type
        && (type.TypeKind == TypeKind.Array || type.SpecialType == SpecialType.System_String
            || (type.TypeKind is TypeKind.Class or TypeKind.Struct && type.DeclaringSyntaxReferences.Length == 0
                && type.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Immutable"));

    private IReadOnlyList<StatementSyntax> ReduceTry(TryStatementSyntax node)
    {
        SyntaxTriviaList lead = remarks.Kept(node.GetLeadingTrivia());
        if (node.Block.Has(Mark.Emptied))
        {
            return node.Finally is null ? [] : this.Unwrap(node.Finally.Block, node, lead);
        }

        if (node.Finally?.Block.Has(Mark.Emptied) == true)
        {
            return node.Catches.Count == 0 ? this.Unwrap(node.Block, node, lead) : [this.WithLastLine(node.WithFinally(null))];
        }

        List<CatchClauseSyntax> catches = [];
        foreach (CatchClauseSyntax clause in node.Catches)
        {
            ExpressionSyntax? filter = clause.Filter is null ? null : this.Fold(clause.Filter.FilterExpression);
            if (Mark.TruthOf(filter) == false || clause.Has(Mark.Remove))
            {
                continue;
            }

            CatchClauseSyntax visited = (CatchClauseSyntax)this.VisitCatchClause(clause)!;
            catches.Add(Mark.TruthOf(filter) == true ? WithoutFilter(visited).With(Mark.Edited) : visited);
        }

        if (catches.Count == 0 && node.Catches.Count > 0 && node.Finally is null)
        {
            return this.Unwrap(node.Block, node, lead);
        }

        BlockSyntax block = (BlockSyntax)this.VisitBlock(node.Block)!;
        FinallyClauseSyntax? last = (FinallyClauseSyntax?)this.Visit(node.Finally);
        return block == node.Block && last == node.Finally && catches.SequenceEqual(node.Catches)
            ? [node]
            : [this.WithLastLine(node.WithBlock(block).WithCatches(SyntaxFactory.List(catches)).WithFinally(last))];
    }

    private static CatchClauseSyntax WithoutFilter(CatchClauseSyntax clause)
    {
        SyntaxTriviaList trailing = clause.Filter!.GetTrailingTrivia();
        return clause.Declaration is { } declaration
            ? clause.WithFilter(null).WithDeclaration(declaration.WithTrailingTrivia(trailing))
            : clause.WithFilter(null).WithCatchKeyword(clause.CatchKeyword.WithTrailingTrivia(trailing));
    }

    private StatementSyntax WithLastLine(StatementSyntax statement) =>
        Layout.EndsLine(statement.GetTrailingTrivia()) ? statement : statement.WithTrailingTrivia(endOfLine);

    private IReadOnlyList<StatementSyntax> ReduceLabeled(LabeledStatementSyntax node)
    {
        IReadOnlyList<StatementSyntax> inner = node.Statement.Has(Mark.Remove) ? [] : this.Reduce(node.Statement);
        if (inner.Count == 1 && inner[0] == node.Statement)
        {
            return [node];
        }

        StatementSyntax first = inner.Count == 0
            ? SyntaxFactory.EmptyStatement().WithLeadingTrivia(node.Statement.GetLeadingTrivia()).WithTrailingTrivia(endOfLine)
            : inner[0] is LocalDeclarationStatementSyntax ? Layout.BlockOf(inner, Layout.IndentOf(node.Statement), "    ", endOfLine) : inner[0];
        return [node.WithStatement(first), .. inner.Skip(first is BlockSyntax && inner.Count > 0 && first != inner[0] ? inner.Count : 1)];
    }

    private IReadOnlyList<StatementSyntax> ReduceSimple(StatementSyntax node)
    {
        if (node is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } && this.ReduceAssignment(node, assignment) is { } reduced)
        {
            return reduced;
        }

        if (this.SplitDeconstruction(node) is { } parts)
        {
            return parts;
        }

        StatementSyntax visited = (StatementSyntax)base.Visit(node)!;
        if (visited != node)
        {
            return [Throws.StatementOf(visited) ?? Tail.Repair(node, visited)];
        }

        return Throws.HoistedFrom(node, this.Effects) is { } thrown ? [thrown] : this.TakeOutEffects(node) ?? [node];
    }

    /// <summary><c>x &amp;= true</c> and its like. Null when the assignment is of another sort.</summary>
    private IReadOnlyList<StatementSyntax>? ReduceAssignment(StatementSyntax statement, AssignmentExpressionSyntax node)
    {
        if (Mark.TruthOf(this.Fold(node.Right)) is not { } truth || !this.Effects.IsPure(node.Left))
        {
            return null;
        }

        StatementSyntax? Assign(ExpressionSyntax value) => SyntaxFactory.ExpressionStatement(SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            node.Left.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            value)).WithTriviaFrom(statement);

        bool isTruth = this.Model.GetTypeInfo(node.Left).Type?.SpecialType == SpecialType.System_Boolean;
        return node.Kind() switch
        {
            SyntaxKind.SimpleAssignmentExpression when this.Model.GetSymbolInfo(node.Left).Symbol is IDiscardSymbol => [],
            SyntaxKind.AndAssignmentExpression when isTruth => truth ? [] : [Assign(Mark.Literal(false))!],
            SyntaxKind.OrAssignmentExpression when isTruth => truth ? [Assign(Mark.Literal(true))!] : [],
            SyntaxKind.ExclusiveOrAssignmentExpression when isTruth => truth ? [Assign(Negation.Of(node.Left.WithoutTrivia(), null))!] : [],
            _ => null,
        };
    }

    /// <summary><c>return Call() &amp;&amp; false;</c> is <c>Call(); return false;</c>. Null when the value is not decided.</summary>
    private IReadOnlyList<StatementSyntax>? TakeOutEffects(StatementSyntax node)
    {
        ExpressionSyntax? value = node switch
        {
            ReturnStatementSyntax { Expression: { } expression } => expression,
            LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer: { } initializer }], UsingKeyword.RawKind: 0 } => initializer.Value,
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } => assignment.Right,
            _ => null,
        };
        if (value?.ContainsAnnotations != true || Mark.TruthOf(value) is not null || KnownCondition.Of(value, this.Effects) is not { } known
            || (value.Parent is AssignmentExpressionSyntax { Left: { } target } && !this.Effects.IsPure(target)))
        {
            return null;
        }

        SyntaxTriviaList lead = Layout.WithoutIndent(node.GetLeadingTrivia());
        StatementSyntax plain = node.ReplaceNode(value, Mark.Literal(known.Value).WithTriviaFrom(value)).WithLeadingTrivia(SyntaxFactory.Whitespace(Layout.IndentOf(node)));
        return [.. this.PlaceNew(this.Effects.StatementsOf(value), node, lead), plain];
    }
}
