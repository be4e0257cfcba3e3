using FlagAnalyzers.Removal.Folding;
using FlagAnalyzers.Removal.Repair;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Pruning;

/// <content><c>if</c> and <c>switch</c>.</content>
internal sealed partial class Pruner
{
    private IReadOnlyList<StatementSyntax> ReduceIf(IfStatementSyntax node, bool isEmbedded)
    {
        ExpressionSyntax condition = this.Fold(node.Condition);
        if (Mark.TruthOf(condition) is { } truth)
        {
            return this.TakeBranch(node, truth, [], isEmbedded);
        }

        if (condition == node.Condition)
        {
            if (KnownCondition.Of(condition, this.Effects) is { } known)
            {
                return this.TakeBranch(node, known.Value, this.Effects.StatementsOf(condition), isEmbedded);
            }

            if (this.ReduceEmptied(node) is { } reduced)
            {
                return reduced;
            }
        }

        StatementSyntax then = (StatementSyntax)this.Visit(node.Statement)!;
        ElseClauseSyntax? otherwise = node.Else is null ? null : this.ReduceElse(node.Else);
        return condition == node.Condition && then == node.Statement && otherwise == node.Else
            ? [node]
            : [node.WithCondition(condition).WithStatement(then).WithElse(otherwise)];
    }

    private ElseClauseSyntax ReduceElse(ElseClauseSyntax node)
    {
        StatementSyntax visited = (StatementSyntax)this.Visit(node.Statement)!;
        if (visited == node.Statement)
        {
            return node;
        }

        // "else if" has become "else { … }", with the brace where it was.
        SyntaxToken keyword = node.ElseKeyword;
        if (node.Statement is IfStatementSyntax && visited is BlockSyntax block && !Layout.EndsLine(keyword.TrailingTrivia))
        {
            bool isOnOwnLine = node.Statement is not IfStatementSyntax { Statement: BlockSyntax inner } || Layout.StartsLine(inner.OpenBraceToken);
            keyword = keyword.WithTrailingTrivia(isOnOwnLine ? endOfLine : SyntaxFactory.Space);
            return node.WithElseKeyword(keyword).WithStatement(block.WithLeadingTrivia(isOnOwnLine ? SyntaxFactory.TriviaList(SyntaxFactory.Whitespace(Layout.IndentOf(node))) : default));
        }

        return node.WithStatement(node.Statement is IfStatementSyntax && visited is IfStatementSyntax ? visited.WithLeadingTrivia(node.Statement.GetLeadingTrivia()) : visited);
    }

    private IReadOnlyList<StatementSyntax> TakeBranch(IfStatementSyntax node, bool truth, IEnumerable<StatementSyntax> effects, bool isEmbedded)
    {
        StatementSyntax? kept = truth ? node.Statement : node.Else?.Statement;
        SyntaxTriviaList lead = remarks.Kept(node.GetLeadingTrivia());
        IReadOnlyList<StatementSyntax> first = this.PlaceNew(effects, node, lead);
        if (kept is null)
        {
            return first;
        }

        if (first.Count == 0 && isEmbedded)
        {
            return kept is BlockSyntax block ? [(StatementSyntax)this.VisitBlock(block)!.WithoutAnnotations(Mark.Edited).With(Mark.Edited)]
                : kept is IfStatementSyntax inner ? [.. this.ReduceIf(inner, isEmbedded: true).Select((statement, i) => i == 0 ? statement.WithLeadingTrivia(node.GetLeadingTrivia()) : statement)]
                : [.. this.Reduce(kept).Select(statement => Layout.StartsLine(kept.GetFirstToken()) ? Layout.Shift(statement, Layout.IndentOf(kept), Layout.IndentOf(node)) : statement)];
        }

        SyntaxTriviaList between = truth ? default : remarks.KeptComments(node.Else!.ElseKeyword.LeadingTrivia);
        return [.. first, .. this.Unwrap(kept, node, first.Count == 0 ? lead.AddRange(between) : between)];
    }

    /// <summary>A branch out of which everything went; null when there is none, or none that can go.</summary>
    private IReadOnlyList<StatementSyntax>? ReduceEmptied(IfStatementSyntax node)
    {
        bool isThenEmpty = node.Statement.Has(Mark.Emptied);
        bool isElseEmpty = node.Else?.Statement.Has(Mark.Emptied) == true;
        if (isElseEmpty && !isThenEmpty)
        {
            IfStatementSyntax without = node.WithElse(null);
            return [Layout.EndsLine(without.GetTrailingTrivia()) ? without : without.WithTrailingTrivia(endOfLine)];
        }

        if (!isThenEmpty)
        {
            return null;
        }

        if (node.Else is null || isElseEmpty)
        {
            return Scope.Designated(node.Condition).Any() && this.Effects.IsPure(node.Condition)
                ? null
                : this.PlaceNew(this.Effects.StatementsOf(node.Condition), node, remarks.Kept(node.GetLeadingTrivia()));
        }

        ExpressionSyntax opposite = Negation.Of(node.Condition, node.Condition, this.Model);
        StatementSyntax otherwise = node.Else.Statement;
        if (otherwise is not BlockSyntax)
        {
            string indent = Layout.IndentOf(node);
            otherwise = otherwise is IfStatementSyntax
                ? Layout.BlockOf([Layout.Shift(otherwise, indent, indent + Layout.UnitOf(indent, indent))], indent, Layout.UnitOf(indent, indent), endOfLine)
                : otherwise;
        }

        return [node.WithCondition(opposite).WithStatement(otherwise).WithElse(null)];
    }

    private IReadOnlyList<StatementSyntax> ReduceSwitch(SwitchStatementSyntax node)
    {
        ExpressionSyntax value = this.Fold(node.Expression);
        KnownValue? known = KnownValue.Of(value, node.Expression, this.Model);
        if (known is not null && this.TakeSection(node, known) is { } taken)
        {
            return taken;
        }

        if (node.Has(Mark.Shrunk) && this.TakeOnlyDefault(node) is { } only)
        {
            return only;
        }

        if (this.ReduceTupleSwitch(node, value) is { } narrowed)
        {
            return [narrowed];
        }

        List<SwitchSectionSyntax> sections = [];
        bool isChanged = value != node.Expression;
        foreach (SwitchSectionSyntax section in node.Sections)
        {
            SwitchSectionSyntax visited = (SwitchSectionSyntax)this.VisitSwitchSection(section)!;
            SwitchLabelSyntax[] labels = [.. visited.Labels.Where((_, i) => known?.IsTakenBy(section.Labels[i]) != false).Select(WithoutGuard).OfType<SwitchLabelSyntax>()];
            isChanged |= visited != section || labels.Length != visited.Labels.Count || !labels.SequenceEqual(visited.Labels);
            if (labels.Length > 0)
            {
                sections.Add(labels.SequenceEqual(visited.Labels) ? visited : visited.WithLabels(SyntaxFactory.List(labels)).With(Mark.Edited));
            }
        }

        if (!isChanged)
        {
            return [node];
        }

        sections = Settled(sections);
        if (sections.Count == 0)
        {
            return this.PlaceNew(this.Effects.StatementsOf(node.Expression), node, remarks.Kept(node.GetLeadingTrivia()));
        }

        SwitchStatementSyntax left = node.WithExpression(value).WithSections(SyntaxFactory.List(sections)).With(Mark.Edited);
        return [sections.Count < node.Sections.Count ? left.With(Mark.Shrunk) : left];
    }

    private static SwitchLabelSyntax? WithoutGuard(SwitchLabelSyntax label)
    {
        if (label.Has(Mark.Remove))
        {
            return null;
        }

        if (label is not CasePatternSwitchLabelSyntax { WhenClause: { } guard } guarded || Mark.TruthOf(guard.Condition) is not { } truth)
        {
            return label;
        }

        if (!truth)
        {
            return null;
        }

        return guarded.Pattern is ConstantPatternSyntax constant
            ? SyntaxFactory.CaseSwitchLabel(guarded.Keyword, constant.Expression.WithTrailingTrivia(guard.GetTrailingTrivia()), guarded.ColonToken)
            : guarded.WithWhenClause(null).WithPattern(guarded.Pattern.WithTrailingTrivia(guard.GetTrailingTrivia()));
    }
}
