using FlagAnalyzers.Removal.Folding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Pruning;

/// <content>Labels of a switch over more than the flag.</content>
internal sealed partial class Pruner
{
    /// <summary>A switch over a tuple without the part that is the flag, and without the labels that want its other value; null when it is none.</summary>
    private SwitchStatementSyntax? ReduceTupleSwitch(SwitchStatementSyntax node, ExpressionSyntax value)
    {
        SwitchLabelSyntax[] labels = [.. node.Sections.SelectMany(static section => section.Labels)];
        CasePatternSwitchLabelSyntax[] cases = [.. labels.OfType<CasePatternSwitchLabelSyntax>()];
        if (value is not TupleExpressionSyntax tuple || node.Expression is not TupleExpressionSyntax bound || labels.Any(static label => label is CaseSwitchLabelSyntax)
            || TupleFold.Of(tuple, bound, [.. cases.Select(static label => (SyntaxFactory.SwitchExpressionArm(label.Pattern, SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression)), label.Pattern))], this.Model) is not { } fold)
        {
            return null;
        }

        List<SwitchSectionSyntax> sections = [];
        foreach (SwitchSectionSyntax section in node.Sections)
        {
            SwitchLabelSyntax[] left = [.. section.Labels.Select(label => label is CasePatternSwitchLabelSyntax pattern ? Relabel(pattern, fold.Arms[Array.IndexOf(cases, pattern)]?.Pattern) : label).OfType<SwitchLabelSyntax>()];
            if (left.Length > 0)
            {
                sections.Add(section.WithLabels(SyntaxFactory.List(left)));
            }
        }

        SwitchStatementSyntax switched = node.WithSections(SyntaxFactory.List(Settled(sections))).With(Mark.Edited).With(Mark.Shrunk);
        return fold.Value is TupleExpressionSyntax
            ? switched.WithExpression(fold.Value.WithTriviaFrom(node.Expression))
            : switched
                .WithOpenParenToken(SyntaxFactory.Token(SyntaxKind.OpenParenToken))
                .WithExpression(fold.Value.WithoutTrivia())
                .WithCloseParenToken(SyntaxFactory.Token(SyntaxKind.CloseParenToken).WithTrailingTrivia(node.Expression.GetTrailingTrivia()));
    }

    private static SwitchLabelSyntax? Relabel(CasePatternSwitchLabelSyntax label, PatternSyntax? pattern) => pattern switch
    {
        null => null,
        DiscardPatternSyntax => Anything(label),
        ConstantPatternSyntax constant when label.WhenClause is null => SyntaxFactory.CaseSwitchLabel(label.Keyword, constant.Expression, label.ColonToken),
        _ => label.WithPattern(pattern.WithTriviaFrom(label.Pattern)),
    };

    /// <summary>Where a label has become the <c>default</c>, those behind it take nothing any more, and the old <c>default</c> neither.</summary>
    private static List<SwitchSectionSyntax> Settled(List<SwitchSectionSyntax> sections)
    {
        bool hasAny = false;
        bool isShrunk = sections.SelectMany(static section => section.Labels).Any(static label => label.Has(Mark.Shrunk));
        List<SwitchSectionSyntax> settled = [];
        foreach (SwitchSectionSyntax section in isShrunk ? sections : [])
        {
            List<SwitchLabelSyntax> labels = [];
            foreach (SwitchLabelSyntax label in section.Labels)
            {
                if (!hasAny && (label is not DefaultSwitchLabelSyntax || label.Has(Mark.Shrunk)))
                {
                    labels.Add(label);
                    hasAny = label is DefaultSwitchLabelSyntax;
                }
            }

            if (labels.Count > 0)
            {
                settled.Add(labels.Count == section.Labels.Count ? section : section.WithLabels(SyntaxFactory.List(labels)));
            }
        }

        return isShrunk ? settled : sections;
    }

    /// <summary>A switch that has come down to its <c>default</c> decides nothing.</summary>
    private IReadOnlyList<StatementSyntax>? TakeOnlyDefault(SwitchStatementSyntax node) =>
        node.Sections is [{ Labels: [DefaultSwitchLabelSyntax] } only] && this.Effects.IsPure(node.Expression) && this.Follow(node, only) is { } sections
            ? this.Spread(node, sections, remarks.Kept(node.GetLeadingTrivia()))
            : null;
}
