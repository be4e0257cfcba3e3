using FlagAnalyzers.Removal.Repair;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Sweeping;

/// <summary>Takes out marked members, parameters, arguments, attributes and entries of initialisers. Marked statements are the pruner's.</summary>
internal static class Removals
{
    public static SyntaxNode Apply(SyntaxNode root, SyntaxTrivia endOfLine)
    {
        List<SyntaxNode> marked = [.. root.GetAnnotatedNodes(Mark.Remove).Where(static node => node is not StatementSyntax or LocalFunctionStatementSyntax { Parent: null })];
        marked = [.. marked.Where(static node => node is not (SwitchLabelSyntax or SwitchExpressionArmSyntax or CatchClauseSyntax))];
        if (marked.Count == 0)
        {
            return root;
        }

        List<SyntaxNode> whole = [.. marked.Select(Whole).Distinct()];
        List<InitializerExpressionSyntax> initialisers = [.. marked.Where(static node => node.Parent is InitializerExpressionSyntax).Select(static node => (InitializerExpressionSyntax)node.Parent!).Distinct()];
        SyntaxNode tracked = root.ReplaceNodes(
            whole.Concat(initialisers).Distinct(),
            (original, rewritten) => initialisers.Contains(original)
                ? ((InitializerExpressionSyntax)rewritten).With(Mark.Emptied)
                : rewritten.WithoutAnnotations(Mark.Remove).WithAdditionalAnnotations(new SyntaxAnnotation("Flag.Goes")));
        SyntaxNode? removed = RemoveAll(tracked, endOfLine);
        return CleanInitialisers(removed, endOfLine);
    }

    private static SyntaxNode RemoveAll(SyntaxNode root, SyntaxTrivia endOfLine)
    {
        while (root.GetAnnotatedNodes("Flag.Goes").FirstOrDefault() is { } node)
        {
            SyntaxTriviaList directives = Remarks.Directives(node.GetLeadingTrivia());
            if (node is MemberDeclarationSyntax && directives.Count > 0)
            {
                // Regions and conditions around a member stay, on the token that follows.
                SyntaxToken next = node.GetLastToken().GetNextToken();
                SyntaxAnnotation place = new("Flag.Next");
                SyntaxNode withPlace = root.ReplaceToken(next, next.WithLeadingTrivia(directives.AddRange(next.LeadingTrivia)).WithAdditionalAnnotations(place));
                root = withPlace.RemoveNode(withPlace.GetAnnotatedNodes("Flag.Goes").First(), SyntaxRemoveOptions.KeepNoTrivia)!;
                continue;
            }

            if (node is AttributeListSyntax list && node.Parent?.GetFirstToken() == node.GetFirstToken())
            {
                root = RemoveFirstAttributes(root, list);
                continue;
            }

            root = node is ArgumentSyntax or ParameterSyntax or AttributeArgumentSyntax ? RemoveFromList(root, node) : root.RemoveNode(node, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
        }

        return root;
    }

    /// <summary>What stands above the first attributes of a declaration, a blank line, its documentation, a region, stands above what follows them.</summary>
    private static SyntaxNode RemoveFirstAttributes(SyntaxNode root, AttributeListSyntax list)
    {
        SyntaxToken next = list.GetLastToken().GetNextToken();
        SyntaxTriviaList above = list.GetLeadingTrivia();
        bool isOnOwnLine = list.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        while (isOnOwnLine && above.Count > 0 && above[above.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia))
        {
            above = above.RemoveAt(above.Count - 1);
        }

        SyntaxNode changed = root.ReplaceToken(next, next.WithLeadingTrivia(above.AddRange(next.LeadingTrivia)));
        return changed.RemoveNode(changed.GetAnnotatedNodes("Flag.Goes").First(), SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    /// <summary>The first of several hands its place on the line to the next.</summary>
    private static SyntaxNode RemoveFromList(SyntaxNode root, SyntaxNode node)
    {
        SyntaxTriviaList leading = node.GetLeadingTrivia();
        SyntaxToken following = node.GetLastToken().GetNextToken();
        SyntaxToken previous = node.GetFirstToken().GetPreviousToken();
        bool isFirst = previous.Kind() is SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken;
        if (!isFirst && following.IsKind(SyntaxKind.CommaToken) && EndsLine(following) && !EndsLine(previous))
        {
            // The last of a line: the one before it ends the line now.
            SyntaxNode ended = root.ReplaceToken(previous, previous.WithTrailingTrivia(following.TrailingTrivia));
            return ended.RemoveNode(ended.GetAnnotatedNodes("Flag.Goes").First(), SyntaxRemoveOptions.KeepNoTrivia)!;
        }

        if (!isFirst && previous.IsKind(SyntaxKind.CommaToken) && !following.IsKind(SyntaxKind.CommaToken) && EndsLine(node.GetLastToken()))
        {
            // The last of all, with the closing bracket on a line of its own: that stays so.
            SyntaxToken last = previous.GetPreviousToken();
            SyntaxTriviaList end = EndsLine(previous) ? previous.TrailingTrivia : node.GetTrailingTrivia();
            SyntaxNode ended = root.ReplaceToken(last, last.WithTrailingTrivia(last.TrailingTrivia.AddRange(end)));
            return ended.RemoveNode(ended.GetAnnotatedNodes("Flag.Goes").First(), SyntaxRemoveOptions.KeepNoTrivia)!;
        }

        if (!isFirst || !following.IsKind(SyntaxKind.CommaToken))
        {
            return root.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia)!;
        }

        SyntaxToken next = following.GetNextToken();
        SyntaxNode changed = root.ReplaceToken(next, next.WithLeadingTrivia(leading));
        return changed.RemoveNode(changed.GetAnnotatedNodes("Flag.Goes").First(), SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    private static bool EndsLine(SyntaxToken token) => token.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);

    private static SyntaxNode Whole(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: BaseFieldDeclarationSyntax field } declaration } when declaration.Variables.All(static variable => variable.Has(Mark.Remove)) => field,
        AttributeArgumentSyntax { Parent: AttributeArgumentListSyntax { Parent: AttributeSyntax attribute } list } when list.Arguments.Where(static argument => argument.NameEquals is null).All(static argument => argument.Has(Mark.Remove)) => Whole(attribute.With(Mark.Remove), attribute),
        AttributeSyntax attribute => Whole(attribute, attribute),
        _ => node,
    };

    private static SyntaxNode Whole(AttributeSyntax _, AttributeSyntax attribute) =>
        attribute.Parent is AttributeListSyntax list && list.Attributes.All(other => other == attribute || other.Has(Mark.Remove)) ? list : attribute;

    /// <summary><c>new Flags { }</c> is <c>new Flags()</c>.</summary>
    private static SyntaxNode CleanInitialisers(SyntaxNode root, SyntaxTrivia endOfLine) => root.ReplaceNodes(
        root.GetAnnotatedNodes(Mark.Emptied).OfType<InitializerExpressionSyntax>().Where(static initialiser => initialiser.Expressions.Count == 0 && initialiser.Parent is BaseObjectCreationExpressionSyntax).Select(static initialiser => (BaseObjectCreationExpressionSyntax)initialiser.Parent!),
        (_, rewritten) =>
        {
            BaseObjectCreationExpressionSyntax creation = (BaseObjectCreationExpressionSyntax)rewritten;
            SyntaxTriviaList trailing = creation.GetTrailingTrivia();
            ArgumentListSyntax arguments = creation.ArgumentList ?? SyntaxFactory.ArgumentList();
            return creation is ObjectCreationExpressionSyntax named
                ? named.WithInitializer(null).WithType(named.Type.WithoutTrailingTrivia()).WithArgumentList(arguments.WithoutTrailingTrivia()).WithTrailingTrivia(trailing)
                : creation.WithInitializer(null).WithArgumentList(arguments.WithoutTrailingTrivia()).WithTrailingTrivia(trailing);
        });
}
