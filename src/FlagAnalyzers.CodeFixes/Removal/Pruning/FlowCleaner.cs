using FlagAnalyzers.Removal.Repair;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Pruning;

/// <summary>Clears what pruning left behind: unreachable statements, labels, jumps that lead to the next line, labels of a switch that another took over.</summary>
internal sealed class FlowCleaner(SemanticModel model, SyntaxTrivia endOfLine)
{
    private readonly Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>> edits = [];
    private bool isChanged;

    /// <summary>The root with everything marked or changed; the same root, with the marks that asked for it, when there is nothing to do.</summary>
    public SyntaxNode Run(SyntaxNode root)
    {
        List<SyntaxNode> shrunk = [];
        foreach (SyntaxNode node in root.GetAnnotatedNodes(Mark.Edited))
        {
            this.Compose(node, static rewritten => rewritten.WithoutAnnotations(Mark.Edited));
            switch (node)
            {
                case BlockSyntax block:
                    this.CleanList(block.Statements);
                    this.RepairIterator(block);
                    break;
                case SwitchSectionSyntax section:
                    this.CleanList(section.Statements);
                    break;
                case CompilationUnitSyntax unit:
                    this.CleanList(unit.Members.OfType<GlobalStatementSyntax>().Select(static global => global.Statement).ToList());
                    break;
                case SwitchStatementSyntax or SwitchExpressionSyntax:
                    shrunk.Add(node);
                    break;
                case CatchClauseSyntax { Parent: { } attempt }:
                    shrunk.Add(attempt);
                    break;
            }
        }

        // The compiler looks at the whole member each time.
        foreach (IGrouping<SyntaxNode, SyntaxNode> member in shrunk.GroupBy(static node => Idle.MemberOf(node) ?? node))
        {
            this.RemoveReported(member.Key, [.. member]);
        }

        foreach (SyntaxNode member in root.GetAnnotatedNodes(Mark.Seen))
        {
            if (!member.Has(Mark.Swept))
            {
                this.RemoveLabels(member);
            }
        }

        return !this.isChanged ? root : root.ReplaceNodes(this.edits.Keys, (original, rewritten) => this.edits[original](rewritten));
    }

    private void CleanList(IReadOnlyList<StatementSyntax> statements)
    {
        Reachability reachability = new(model);
        for (int i = 0; i < statements.Count; i++)
        {
            StatementSyntax statement = statements[i];
            bool isUnreachable = reachability.IsNextCutOff(statement);
            if (statement.Has(Mark.WasIdle))
            {
                continue;
            }

            if (isUnreachable
                || Idle.IsRedundantJump(statement)
                || (statement is GotoStatementSyntax { RawKind: (int)SyntaxKind.GotoStatement } jump && i + 1 < statements.Count && statements[i + 1] is LabeledStatementSyntax next && next.Identifier.ValueText == jump.Expression?.ToString()))
            {
                this.Edit(statement, static node => node.With(Mark.Remove));
            }
            else if (i > 0 && this.Joins(statements[i - 1], statement))
            {
                StatementSyntax declaration = statements[i - 1];
                this.Edit(declaration, static node => node.With(Mark.Remove));
                this.Edit(statement, node => Joined((LocalDeclarationStatementSyntax)declaration, (ExpressionStatementSyntax)node));
            }
        }
    }

    private void RepairIterator(BlockSyntax block)
    {
        if (block.Has(Mark.WasIterator) && !Idle.HasYield(block))
        {
            string indent = Layout.IndentOf(block);
            string inner = block.Statements.Count > 0 ? Layout.IndentOf(block.Statements[0]) : indent + Layout.UnitOf(indent, indent);
            StatementSyntax stop = Layout.OnOwnLine(SyntaxFactory.ParseStatement("yield break;"), inner, endOfLine);
            int index = block.Statements.Count;
            while (index > 0 && block.Statements[index - 1] is LocalFunctionStatementSyntax)
            {
                index--;
            }

            this.Edit(block, node => ((BlockSyntax)node).WithStatements(((BlockSyntax)node).Statements.Insert(Math.Min(index, ((BlockSyntax)node).Statements.Count), stop.With(Mark.WasIdle))));
        }
    }

    /// <summary>A declaration without a value, and the assignment that came out of a branch behind it.</summary>
    private bool Joins(StatementSyntax declaration, StatementSyntax assignment) =>
        assignment.Has(Mark.Moved)
        && declaration is LocalDeclarationStatementSyntax { Declaration: { Type.IsVar: false, Variables: [{ Initializer: null } variable] }, UsingKeyword.RawKind: 0 }
        && assignment is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax name } set }
        && name.Identifier.ValueText == variable.Identifier.ValueText
        && !set.Right.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(other => other.Identifier.ValueText == variable.Identifier.ValueText)
        && !declaration.Has(Mark.Remove)
        && !assignment.GetLeadingTrivia().Any(Remarks.IsComment);

    private static StatementSyntax Joined(LocalDeclarationStatementSyntax declaration, ExpressionStatementSyntax assignment)
    {
        AssignmentExpressionSyntax set = (AssignmentExpressionSyntax)assignment.Expression;
        VariableDeclaratorSyntax variable = declaration.Declaration.Variables[0];
        return declaration
            .WithDeclaration(declaration.Declaration.WithVariables(SyntaxFactory.SingletonSeparatedList(variable
                .WithIdentifier(variable.Identifier.WithTrailingTrivia(SyntaxFactory.Space))
                .WithInitializer(SyntaxFactory.EqualsValueClause(set.OperatorToken, set.Right)))))
            .WithSemicolonToken(assignment.SemicolonToken)
            .WithoutAnnotations(Mark.Remove)
            .With(Mark.Moved);
    }

    private void RemoveLabels(SyntaxNode member)
    {
        List<LabeledStatementSyntax> labels = [.. member.DescendantNodes().OfType<LabeledStatementSyntax>().Where(static labeled => !labeled.Has(Mark.WasIdle))];
        if (labels.Count == 0)
        {
            return;
        }

        HashSet<string> targets = new(
            member.DescendantNodes().OfType<GotoStatementSyntax>().Where(static jump => !jump.Has(Mark.Remove)).Select(static jump => jump.Expression?.ToString() ?? string.Empty),
            StringComparer.Ordinal);
        foreach (LabeledStatementSyntax labeled in labels.Where(labeled => !targets.Contains(labeled.Identifier.ValueText)))
        {
            this.Edit(labeled, static node =>
            {
                LabeledStatementSyntax old = (LabeledStatementSyntax)node;
                SyntaxTriviaList lead = Layout.WithoutIndent(old.GetLeadingTrivia());
                return old.Statement.WithLeadingTrivia(lead.AddRange(old.Statement.GetLeadingTrivia())).With(Mark.Edited);
            });
        }
    }

    /// <summary>What the compiler calls unreachable because an earlier case or clause takes it: never tolerated, so it was not there before.</summary>
    private void RemoveReported(SyntaxNode member, IReadOnlyCollection<SyntaxNode> shrunk)
    {
        foreach (Diagnostic diagnostic in model.GetDiagnostics(member.Span))
        {
            if (diagnostic.Id is "CS8120" or "CS0152" or "CS8510" or "CS0160"
                && shrunk.Any(node => node.Span.Contains(diagnostic.Location.SourceSpan))
                && member.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<SyntaxNode>(static inner => inner is SwitchLabelSyntax or SwitchExpressionArmSyntax or CatchClauseSyntax) is { } reported)
            {
                this.Edit(reported, static inner => inner.With(Mark.Remove));
            }
        }
    }

    private void Edit(SyntaxNode node, Func<SyntaxNode, SyntaxNode> edit)
    {
        this.isChanged = true;
        this.Compose(node, edit);
    }

    private void Compose(SyntaxNode node, Func<SyntaxNode, SyntaxNode> edit)
    {
        this.edits[node] = this.edits.TryGetValue(node, out Func<SyntaxNode, SyntaxNode>? earlier) ? rewritten => edit(earlier(rewritten)) : edit;
    }
}
