using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Pruning;

/// <summary>Where <c>break</c> and <c>continue</c> go.</summary>
internal static class Jumps
{
    public static bool LeavesSwitch(SyntaxNode statement) => Within(statement, static node => node is SwitchStatementSyntax || IsLoop(node)).Any(static node => node is BreakStatementSyntax or GotoStatementSyntax { CaseOrDefaultKeyword.RawKind: not 0 });

    public static bool LeavesLoop(SyntaxNode body) =>
        Within(body, IsLoop).Any(static node => node is ContinueStatementSyntax)
        || Within(body, static node => node is SwitchStatementSyntax || IsLoop(node)).Any(static node => node is BreakStatementSyntax);

    /// <summary>Whether something in the statement could keep what follows from being reached.</summary>
    public static bool MayNotEnd(StatementSyntax statement) => Within(statement, static _ => false).Any(static node =>
        node is ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or YieldStatementSyntax { Expression: null } or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax);

    public static bool IsLoop(SyntaxNode? node) => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;

    private static IEnumerable<SyntaxNode> Within(SyntaxNode node, Func<SyntaxNode, bool> isBoundary) => node.DescendantNodesAndSelf(
        inner => !isBoundary(inner) && inner is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax));
}
