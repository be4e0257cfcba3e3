using FlagAnalyzers.Removal.Folding;
using FlagAnalyzers.Removal.Repair;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Pruning;

/// <content>The section of a switch that the flag takes.</content>
internal sealed partial class Pruner
{
    /// <summary>
    /// What the switch does for the value: the statements of the one section, without the <c>break</c> at their end; under conditions, those of several.
    /// Null where it depends on more, or another <c>break</c> leaves the switch.
    /// </summary>
    private IReadOnlyList<StatementSyntax>? TakeSection(SwitchStatementSyntax node, KnownValue value)
    {
        List<(ExpressionSyntax Guard, SwitchSectionSyntax Section)> guarded = [];
        SwitchSectionSyntax? taken = null;
        foreach (SwitchLabelSyntax label in node.Sections.SelectMany(static section => section.Labels).OrderBy(static label => label is DefaultSwitchLabelSyntax))
        {
            bool? takes = value.IsTakenBy(label);
            if (takes == true)
            {
                taken = (SwitchSectionSyntax)label.Parent!;
                break;
            }

            if (takes is null)
            {
                if (label is not CasePatternSwitchLabelSyntax { WhenClause: { } guard } conditional || value.Matches(conditional.Pattern) != true)
                {
                    return null;
                }

                guarded.Add((guard.Condition, (SwitchSectionSyntax)label.Parent!));
            }
        }

        SyntaxTriviaList lead = remarks.Kept(node.GetLeadingTrivia());
        return guarded.Count > 0 ? this.Chain(node, guarded, taken, lead)
            : taken is null ? []
            : this.Follow(node, taken) is { } sections ? this.Spread(node, sections, lead)
            : null;
    }

    /// <summary>The section, and those to which it goes on by a <c>goto case</c> at its end; null where a jump inside leads out of it, or it declares a variable.</summary>
    private List<SwitchSectionSyntax>? Follow(SwitchStatementSyntax node, SwitchSectionSyntax first)
    {
        List<SwitchSectionSyntax> sections = [];
        SwitchSectionSyntax? section = first;
        while (section is not null)
        {
            IReadOnlyList<StatementSyntax> statements = StatementsIn(section);
            StatementSyntax? end = statements.Count == 0 ? null : statements[statements.Count - 1];
            if (sections.Contains(section)
                || statements.Take(IsExit(end) ? statements.Count - 1 : statements.Count).Any(static statement => Jumps.LeavesSwitch(statement))
                || section.Labels.OfType<CasePatternSwitchLabelSyntax>().Any(static label => Scope.Designated(label).Any()))
            {
                return null;
            }

            sections.Add(section);
            SwitchSectionSyntax? next = end is GotoStatementSyntax jump && IsExit(end) ? this.TargetOf(node, jump) : null;
            if (next is null && end is GotoStatementSyntax && IsExit(end))
            {
                return null;
            }

            section = next;
        }

        return sections;
    }

    private SwitchSectionSyntax? TargetOf(SwitchStatementSyntax node, GotoStatementSyntax jump)
    {
        SwitchLabelSyntax? target = node.Sections.SelectMany(static section => section.Labels).FirstOrDefault(label => jump.Expression is null
            ? label is DefaultSwitchLabelSyntax
            : label is CaseSwitchLabelSyntax constant && this.Model.GetConstantValue(constant.Value).Value is { } value
                && this.Model.GetConstantValue(jump.Expression).Value is { } wanted && KnownValue.Of(wanted, this.Model).IsValueOf(constant.Value) == true && value.GetType() == wanted.GetType());
        return (SwitchSectionSyntax?)target?.Parent;
    }

    /// <summary>The statements of a section, out of the block that holds all of them.</summary>
    private static IReadOnlyList<StatementSyntax> StatementsIn(SwitchSectionSyntax section) => section.Statements switch
    {
        [BlockSyntax only] => only.Statements,
        [BlockSyntax block, BreakStatementSyntax or GotoStatementSyntax { CaseOrDefaultKeyword.RawKind: not 0 }] => block.Statements.Add(section.Statements[1]),
        _ => section.Statements,
    };

    private static bool IsExit(StatementSyntax? statement) => statement is BreakStatementSyntax or GotoStatementSyntax { CaseOrDefaultKeyword.RawKind: not 0 };

    private IReadOnlyList<StatementSyntax> Spread(SwitchStatementSyntax node, IReadOnlyList<SwitchSectionSyntax> sections, SyntaxTriviaList lead)
    {
        List<(List<StatementSyntax> Left, StatementSyntax First, SyntaxTriviaList Carry)> parts = [];
        foreach (SwitchSectionSyntax section in sections)
        {
            (List<StatementSyntax> left, SyntaxTriviaList carry) = this.LeftOf(section);
            if (left.Count > 0 || carry.Count > 0)
            {
                parts.Add((left, StatementsIn(section)[0], carry));
            }
        }

        List<StatementSyntax> all = [.. parts.SelectMany(static part => part.Left)];
        string indent = Layout.IndentOf(node);
        if (all.Count > 0 && (Scope.Clashes(all, node) || Scope.ProlongsUsing(all, node)))
        {
            string unit = Layout.UnitOf(indent, Layout.IndentOf(node.Sections[0]));
            BlockSyntax block = Layout.BlockOf([.. parts.SelectMany(part => part.Left.Select(statement => Layout.Shift(statement, Layout.IndentOf(part.First), indent + unit)))], indent, unit, endOfLine);
            return this.Place([block.With(Mark.Edited)], indent, indent, lead, startsLine: true);
        }

        List<StatementSyntax> placed = [];
        foreach ((List<StatementSyntax> left, StatementSyntax first, SyntaxTriviaList carry) in parts)
        {
            placed.AddRange(this.Place(left, Layout.IndentOf(first), indent, placed.Count == 0 ? lead.AddRange(carry) : carry, Layout.StartsLine(first.GetFirstToken())));
        }

        return placed;
    }

    /// <summary>What is left of a section's statements, without the jump at their end.</summary>
    private (List<StatementSyntax> Left, SyntaxTriviaList Carry) LeftOf(SwitchSectionSyntax section)
    {
        IReadOnlyList<StatementSyntax> originals = StatementsIn(section);
        List<StatementSyntax> left = this.PruneList(originals, out SyntaxTriviaList carry) ?? [.. originals];
        if (originals.Count > 0 && IsExit(originals[originals.Count - 1]) && left.Count > 0 && IsExit(left[left.Count - 1]))
        {
            left.RemoveAt(left.Count - 1);
        }

        return (left, carry);
    }

    /// <summary>Sections that are taken under conditions, as an <c>if</c> and its <c>else</c>; null where one is left in its middle, or declares what others use.</summary>
    private IReadOnlyList<StatementSyntax>? Chain(SwitchStatementSyntax node, List<(ExpressionSyntax Guard, SwitchSectionSyntax Section)> guarded, SwitchSectionSyntax? otherwise, SyntaxTriviaList lead)
    {
        List<SwitchSectionSyntax> sections = [.. guarded.Select(static part => part.Section), .. otherwise is null ? Array.Empty<SwitchSectionSyntax>() : [otherwise]];
        if (sections.Distinct().Count() != sections.Count
            || sections.Any(static section => section.Labels.OfType<CasePatternSwitchLabelSyntax>().Any(static label => Scope.Designated(label.Pattern).Any()))
            || sections.Select(StatementsIn).Any(static statements => statements.Count == 0
                || statements.Take(statements[statements.Count - 1] is BreakStatementSyntax ? statements.Count - 1 : statements.Count).Any(static statement => Jumps.LeavesSwitch(statement))))
        {
            return null;
        }

        string indent = Layout.IndentOf(node);
        string unit = Layout.UnitOf(indent, Layout.IndentOf(node.Sections[0]));
        BlockSyntax BlockFor(SwitchSectionSyntax section)
        {
            string inner = Layout.IndentOf(StatementsIn(section)[0]);
            (List<StatementSyntax> left, _) = this.LeftOf(section);
            return Layout.BlockOf([.. left.Select(statement => Layout.Shift(statement, inner, indent + unit))], indent, unit, endOfLine).With(Mark.Edited);
        }

        // Where every condition leads away, what is left needs no "else".
        bool isBehind = otherwise is not null
            && !StatementsIn(otherwise).SelectMany(Scope.DeclaredNames).Any()
            && guarded.All(static part => StatementsIn(part.Section) is [.., ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax]);
        ElseClauseSyntax? rest = otherwise is null || isBehind || BlockFor(otherwise) is not { Statements.Count: > 0 } last ? null : ElseOf(last, endOfLine);
        IfStatementSyntax? chain = null;
        for (int i = guarded.Count - 1; i >= 0; i--)
        {
            SyntaxToken keyword = SyntaxFactory.Token(SyntaxKind.IfKeyword).WithTrailingTrivia(SyntaxFactory.Space);
            chain = SyntaxFactory.IfStatement(
                keyword,
                SyntaxFactory.Token(SyntaxKind.OpenParenToken),
                this.Fold(guarded[i].Guard).WithoutTrivia(),
                SyntaxFactory.Token(SyntaxKind.CloseParenToken).WithTrailingTrivia(endOfLine),
                BlockFor(guarded[i].Section),
                rest);
            rest = ElseOf(chain, SyntaxFactory.Space);
        }

        IReadOnlyList<StatementSyntax> placed = this.Place([chain!.With(Mark.Edited)], indent, indent, lead, startsLine: true);
        return isBehind ? [.. placed, .. this.Spread(node, [otherwise!], SyntaxFactory.TriviaList(endOfLine))] : placed;

        ElseClauseSyntax ElseOf(StatementSyntax statement, SyntaxTrivia gap) => SyntaxFactory.ElseClause(
            SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Whitespace(indent)), SyntaxKind.ElseKeyword, SyntaxFactory.TriviaList(gap)),
            statement);
    }
}
