using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Pruning;

/// <summary>Finds, in members that are about to be edited, what is unreachable, unused or redundant already: that stays.</summary>
internal static class Idle
{
    /// <summary>The node that statements, locals and labels belong to: the outermost member that is no type.</summary>
    public static SyntaxNode? MemberOf(SyntaxNode node)
    {
        SyntaxNode? member = null;
        for (SyntaxNode? current = node; current is not null; current = current.Parent)
        {
            if (current is BaseTypeDeclarationSyntax or NamespaceDeclarationSyntax or FileScopedNamespaceDeclarationSyntax)
            {
                break;
            }

            if (current is MemberDeclarationSyntax or CompilationUnitSyntax)
            {
                member = current;
            }
        }

        return member;
    }

    /// <summary>The nodes to mark, and how.</summary>
    public static IEnumerable<(SyntaxNode Node, SyntaxAnnotation Annotation)> In(SyntaxNode member, SemanticModel model)
    {
        yield return (member, Mark.Seen);
        HashSet<string> gotos = new(member.DescendantNodes().OfType<GotoStatementSyntax>().Select(static jump => jump.Expression?.ToString() ?? string.Empty), StringComparer.Ordinal);
        ILookup<string, IdentifierNameSyntax> names = member.DescendantNodes().OfType<IdentifierNameSyntax>().ToLookup(static name => name.Identifier.ValueText, StringComparer.Ordinal);
        bool isUsed(SyntaxNode declaration, string name) =>
            model.GetDeclaredSymbol(declaration) is { } symbol && names[name].Any(use => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use).Symbol, symbol));
        foreach (SyntaxNode node in member.DescendantNodes())
        {
            bool isIdle = node switch
            {
                VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax } local => !isUsed(local, local.Identifier.ValueText),
                LocalFunctionStatementSyntax function => !isUsed(function, function.Identifier.ValueText),
                ParameterSyntax parameter => !isUsed(parameter, parameter.Identifier.ValueText),
                CatchDeclarationSyntax { Identifier.RawKind: not 0 } caught => !isUsed(caught, caught.Identifier.ValueText),
                LabeledStatementSyntax labeled => !gotos.Contains(labeled.Identifier.ValueText),
                StatementSyntax statement when IsRedundantJump(statement) => true,
                StatementSyntax { Parent: GlobalStatementSyntax global } and not (LocalFunctionStatementSyntax or LabeledStatementSyntax) => IsCutOff(global),
                StatementSyntax statement when statement.Parent is BlockSyntax or SwitchSectionSyntax => HasJumpBefore(statement) && IsUnreachable(statement, model),
                _ => false,
            };
            if (isIdle)
            {
                yield return (node, Mark.WasIdle);
            }

            if (node is YieldStatementSyntax && BodyOf(node) is { } body)
            {
                yield return (body, Mark.WasIterator);
            }
        }
    }

    /// <summary>Whether a jump before it cuts off a statement of a file: the compiler does not tell. A label between them may be jumped to.</summary>
    public static bool IsCutOff(GlobalStatementSyntax global) => ((CompilationUnitSyntax)global.Parent!).Members
        .TakeWhile(member => member != global)
        .OfType<GlobalStatementSyntax>()
        .LastOrDefault(static before => before.Statement is ReturnStatementSyntax or ThrowStatementSyntax or LabeledStatementSyntax)?.Statement is ReturnStatementSyntax or ThrowStatementSyntax;

    private static bool HasJumpBefore(StatementSyntax statement)
    {
        // What follows an unreachable statement is so too; the first in a list is as reachable as the list, which is asked for by its own statement.
        SyntaxList<StatementSyntax> list = statement.Parent is BlockSyntax block ? block.Statements : ((SwitchSectionSyntax)statement.Parent!).Statements;
        return list.TakeWhile(other => other != statement).Any(Jumps.MayNotEnd) || statement.Ancestors().TakeWhile(static node => node is not MemberDeclarationSyntax).OfType<StatementSyntax>().Any(static outer => outer is IfStatementSyntax { Condition: LiteralExpressionSyntax } or WhileStatementSyntax { Condition: LiteralExpressionSyntax });
    }

    public static bool IsUnreachable(StatementSyntax statement, SemanticModel model) =>
        statement is not (LocalFunctionStatementSyntax or LabeledStatementSyntax) && model.AnalyzeControlFlow(statement) is { Succeeded: true, StartPointIsReachable: false };

    /// <summary><c>continue</c>, <c>return</c> or <c>yield break</c> at the end of what it leaves.</summary>
    public static bool IsRedundantJump(StatementSyntax statement)
    {
        if (statement is not (ContinueStatementSyntax or ReturnStatementSyntax { Expression: null } or YieldStatementSyntax { Expression: null })
            || statement.Parent is not BlockSyntax block
            || block.Statements.Any(other => other.SpanStart > statement.SpanStart && other is not LocalFunctionStatementSyntax))
        {
            return false;
        }

        return statement is ContinueStatementSyntax
            ? Jumps.IsLoop(block.Parent)
            : block.Parent is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax
                && (statement is ReturnStatementSyntax || HasYield(block, statement));
    }

    /// <summary>The block that makes a function an iterator when a <c>yield</c> is in it.</summary>
    public static BlockSyntax? BodyOf(SyntaxNode node)
    {
        for (SyntaxNode? current = node; current is not null; current = current.Parent)
        {
            if (current is BlockSyntax { Parent: BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax } block)
            {
                return block;
            }
        }

        return null;
    }

    public static bool HasYield(BlockSyntax body, StatementSyntax? except = null) =>
        body.DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).OfType<YieldStatementSyntax>().Any(node => node != except);
}
