using FlagAnalyzers.Removal.Folding;
using FlagAnalyzers.Removal.Repair;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Pruning;

/// <summary>
/// Takes out statements that the flag decides. One pass does what can be seen from the bound tree; what depends on the outcome waits for the next, when
/// the tree is bound again.
/// </summary>
internal sealed partial class Pruner(SemanticModel model, Remarks remarks, SyntaxTrivia endOfLine) : ExpressionFolder(model)
{
    // Where nothing bears a mark the removal has not been.
    public override SyntaxNode? Visit(SyntaxNode? node) =>
        node?.ContainsAnnotations != true ? node
        : node is StatementSyntax statement and not BlockSyntax && IsEmbedded(statement) ? this.Embed(statement)
        : node is MemberDeclarationSyntax && node.Has(Mark.Swept) ? Unswept(node, base.Visit(node))
        : base.Visit(node);

    private static SyntaxNode? Unswept(SyntaxNode before, SyntaxNode? after) => after == before ? before : after?.WithoutAnnotations(Mark.Swept);

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        List<StatementSyntax>? statements = this.PruneList(node.Statements, out SyntaxTriviaList carry);
        if (statements is null)
        {
            return node;
        }

        BlockSyntax block = node.WithStatements(SyntaxFactory.List(statements)).With(Mark.Edited);
        if (carry.Count > 0)
        {
            block = block.WithCloseBraceToken(block.CloseBraceToken.WithLeadingTrivia(carry.AddRange(block.CloseBraceToken.LeadingTrivia)));
        }

        return statements.Count == 0 && node.Statements.Count > 0 && !HasRemains(block) ? block.With(Mark.Emptied) : block;
    }

    public override SyntaxNode? VisitSwitchSection(SwitchSectionSyntax node)
    {
        SwitchSectionSyntax visited = node.WithLabels(this.VisitList(node.Labels));
        List<StatementSyntax>? statements = this.PruneList(node.Statements, out _);
        return statements is null ? (visited.Labels == node.Labels ? node : visited) : visited.WithStatements(SyntaxFactory.List(statements)).With(Mark.Edited);
    }

    public override SyntaxNode? VisitCompilationUnit(CompilationUnitSyntax node)
    {
        CompilationUnitSyntax visited = (CompilationUnitSyntax)base.VisitCompilationUnit(node)!;
        if (!node.Members.Any(SyntaxKind.GlobalStatement))
        {
            return visited;
        }

        List<MemberDeclarationSyntax> members = [];
        bool isChanged = false;
        for (int i = 0; i < node.Members.Count; i++)
        {
            if (node.Members[i] is GlobalStatementSyntax global)
            {
                IReadOnlyList<StatementSyntax> left = global.Statement.Has(Mark.Remove) ? [] : this.Reduce(global.Statement);
                isChanged |= left.Count != 1 || left[0] != global.Statement;
                members.AddRange(left.Select(statement => statement == global.Statement ? global : global.WithStatement(statement)));
            }
            else
            {
                members.Add(visited.Members[i]);
            }
        }

        return isChanged ? visited.WithMembers(SyntaxFactory.List(members)).With(Mark.Edited) : visited;
    }

    public override SyntaxNode? VisitGlobalStatement(GlobalStatementSyntax node) => node;

    private static bool IsEmbedded(StatementSyntax statement) =>
        statement.Parent is not (null or BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax or LabeledStatementSyntax);

    /// <summary>Whether a block without statements still says something.</summary>
    private static bool HasRemains(BlockSyntax block) =>
        block.CloseBraceToken.LeadingTrivia.Any(static trivia => trivia.IsDirective) || block.CloseBraceToken.LeadingTrivia.Any(Remarks.IsComment);

    /// <summary>The list with what is left of each statement; null when nothing changed.</summary>
    private List<StatementSyntax>? PruneList(IReadOnlyList<StatementSyntax> list, out SyntaxTriviaList carry)
    {
        carry = default;
        SyntaxTriviaList heading = default;
        List<StatementSyntax> left = [];
        bool isChanged = false;
        foreach (StatementSyntax statement in list)
        {
            IReadOnlyList<StatementSyntax> reduced = statement.Has(Mark.Remove) ? [] : this.Reduce(statement);
            isChanged |= reduced.Count != 1 || reduced[0] != statement;
            if (reduced.Count == 0)
            {
                carry = carry.AddRange(Remarks.Directives(statement.GetLeadingTrivia()));
                heading = carry.Count == 0 && Headings.In(statement.GetLeadingTrivia()) is { Count: > 0 } own ? own : heading;
                continue;
            }

            if (heading.Count > 0 && carry.Count == 0 && !reduced[0].GetLeadingTrivia().Any(Remarks.IsComment))
            {
                reduced = [reduced[0].WithLeadingTrivia(heading.AddRange(Headings.WithoutBlankLines(reduced[0].GetLeadingTrivia()))), .. reduced.Skip(1)];
            }

            heading = default;
            for (int i = 0; i < reduced.Count; i++)
            {
                left.Add(i == 0 && carry.Count > 0 ? reduced[0].WithLeadingTrivia(carry.AddRange(reduced[0].GetLeadingTrivia())) : reduced[i]);
            }

            carry = default;
        }

        return isChanged ? left : null;
    }

    /// <summary>What is left of a statement: itself, nothing, or several in its place.</summary>
    private IReadOnlyList<StatementSyntax> Reduce(StatementSyntax statement) => !statement.ContainsAnnotations ? [statement] : statement switch
    {
        BlockSyntax block => block.Has(Mark.Emptied) ? [] : [(StatementSyntax)this.VisitBlock(block)!],
        IfStatementSyntax branch => this.ReduceIf(branch, isEmbedded: false),
        WhileStatementSyntax loop => this.ReduceWhile(loop),
        DoStatementSyntax loop => this.ReduceDo(loop),
        ForStatementSyntax loop => this.ReduceFor(loop),
        CommonForEachStatementSyntax loop => this.ReduceForEach(loop),
        SwitchStatementSyntax choice => this.ReduceSwitch(choice),
        TryStatementSyntax attempt => this.ReduceTry(attempt),
        LabeledStatementSyntax labeled => this.ReduceLabeled(labeled),
        CheckedStatementSyntax or UnsafeStatementSyntax or LockStatementSyntax when this.IsEmptyShell(statement) => [],
        _ => this.ReduceSimple(statement),
    };

    /// <summary>The same where only one statement may stand.</summary>
    private StatementSyntax Embed(StatementSyntax statement)
    {
        IReadOnlyList<StatementSyntax> left = statement.Has(Mark.Remove) ? []
            : statement is IfStatementSyntax branch ? this.ReduceIf(branch, isEmbedded: true)
            : this.Reduce(statement);
        string outer = Layout.IndentOf(statement.Parent!);
        string inner = Layout.IndentOf(statement);
        if (left.Count == 1 && left[0] == statement)
        {
            return statement;
        }

        if (left.Count == 0)
        {
            return Layout.BlockOf([], outer, string.Empty, endOfLine).With(Mark.Emptied).With(Mark.Edited);
        }

        if (left.Count == 1 && left[0] is BlockSyntax block)
        {
            BlockSyntax moved = Layout.Shift(block, inner, outer);
            return statement.Parent is not ElseClauseSyntax && moved.Statements is [{ } single] && Unbraced(moved, single, statement) ? Layout.OnOwnLine(Layout.Shift(single, Layout.IndentOf(single), inner), inner, endOfLine) : moved;
        }

        return left.Count == 1 && left[0] is not (LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or LabeledStatementSyntax)
            ? left[0]
            : Layout.BlockOf([.. left.Select(item => Layout.Shift(item, inner, outer + Layout.UnitOf(outer, inner)))], outer, Layout.UnitOf(outer, inner), endOfLine).With(Mark.Edited);
    }

    private static bool Unbraced(BlockSyntax block, StatementSyntax single, StatementSyntax place) =>
        single is not (LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or LabeledStatementSyntax)
        && !HasRemains(block)
        && !(place.Parent is IfStatementSyntax { Else: not null } && single.DescendantNodesAndSelf().Any(static node => node is IfStatementSyntax { Else: null }));

    /// <summary>The statements of a branch in the place of the statement that held it.</summary>
    /// <param name="branch">The branch, in the bound tree.</param>
    /// <param name="outer">The statement that held it.</param>
    /// <param name="lead">What goes before them: comments of the outer statement.</param>
    private IReadOnlyList<StatementSyntax> Unwrap(StatementSyntax branch, StatementSyntax outer, SyntaxTriviaList lead)
    {
        string indent = Layout.IndentOf(outer);
        if (branch is not BlockSyntax block)
        {
            IReadOnlyList<StatementSyntax> reduced = branch is IfStatementSyntax inner ? this.ReduceIf(inner, isEmbedded: false) : this.Reduce(branch);
            return this.Place(reduced, Layout.IndentOf(branch), indent, lead, Layout.StartsLine(branch.GetFirstToken()));
        }

        IReadOnlyList<StatementSyntax> statements = this.PruneList(block.Statements, out SyntaxTriviaList carry) ?? (IReadOnlyList<StatementSyntax>)[.. block.Statements];
        SyntaxTriviaList tail = carry.AddRange(Layout.WithoutIndent(block.CloseBraceToken.LeadingTrivia));
        if (Scope.Clashes(statements, outer) || Scope.ProlongsUsing(statements, outer))
        {
            BlockSyntax kept = block.WithStatements(SyntaxFactory.List(statements)).With(Mark.Edited);
            return this.Place([kept], Layout.IndentOf(block), indent, lead, Layout.StartsLine(block.OpenBraceToken));
        }

        return this.Splice(statements, block.Statements, outer, lead, tail);
    }

    private IReadOnlyList<StatementSyntax> Splice(IReadOnlyList<StatementSyntax> statements, SyntaxList<StatementSyntax> originals, StatementSyntax outer, SyntaxTriviaList lead, SyntaxTriviaList tail)
    {
        if (statements.Count == 0)
        {
            return [];
        }

        string indent = Layout.IndentOf(outer);
        List<StatementSyntax> placed = [.. this.Place(statements, Layout.IndentOf(originals[0]), indent, lead, Layout.StartsLine(originals[0].GetFirstToken()))];
        if (tail.Any(Remarks.IsComment) || tail.Any(static trivia => trivia.IsDirective))
        {
            StatementSyntax last = placed[placed.Count - 1];
            placed[placed.Count - 1] = last.WithTrailingTrivia(last.GetTrailingTrivia().AddRange(Layout.Shift(tail, Layout.IndentOf(originals[0]), indent)));
        }

        return placed;
    }

    private IReadOnlyList<StatementSyntax> Place(IReadOnlyList<StatementSyntax> statements, string from, string to, SyntaxTriviaList lead, bool startsLine)
    {
        List<StatementSyntax> placed = [];
        foreach (StatementSyntax statement in statements)
        {
            StatementSyntax moved = Layout.OnOwnLine(startsLine ? Layout.Shift(statement, from, to) : statement, to, endOfLine).With(Mark.Moved);
            placed.Add(placed.Count == 0 ? moved.WithLeadingTrivia(lead.AddRange(moved.GetLeadingTrivia())) : moved);
        }

        return placed;
    }

    /// <summary>Statements that were made, in the place of another.</summary>
    private IReadOnlyList<StatementSyntax> PlaceNew(IEnumerable<StatementSyntax> statements, StatementSyntax outer, SyntaxTriviaList lead)
    {
        string indent = Layout.IndentOf(outer);
        return this.Place([.. statements.Select(statement => Layout.Shift(this.WithLineEnds(statement), string.Empty, indent).WithLeadingTrivia())], indent, indent, lead, startsLine: true);
    }

    private StatementSyntax WithLineEnds(StatementSyntax statement) => statement.ReplaceTrivia(
        statement.DescendantTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)),
        (_, _) => endOfLine);
}
