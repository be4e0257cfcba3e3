using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Repair;

/// <summary>Whether statements can leave their block: their names would then be those of the scope around it.</summary>
internal static class Scope
{
    /// <param name="statements">What would move.</param>
    /// <param name="outer">The statement that they come from, in its tree.</param>
    public static bool Clashes(IReadOnlyList<StatementSyntax> statements, StatementSyntax outer)
    {
        outer = FirstOfChain(outer);
        HashSet<string> names = new(statements.SelectMany(DeclaredNames), StringComparer.Ordinal);
        return names.Count > 0 && Around(outer) is { } scope && scope
            .DescendantTokens(node => node != outer)
            .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText) && !outer.Span.Contains(token.Span) && IsSimpleName(token));
    }

    /// <summary>Whether a <c>using</c> among the statements would dispose later than it did.</summary>
    public static bool ProlongsUsing(IReadOnlyList<StatementSyntax> statements, StatementSyntax outer)
    {
        if (!statements.Any(static statement => statement is LocalDeclarationStatementSyntax declaration && declaration.UsingKeyword.IsKind(SyntaxKind.UsingKeyword)))
        {
            return false;
        }

        SyntaxList<StatementSyntax> siblings = outer.Parent switch
        {
            BlockSyntax block => block.Statements,
            SwitchSectionSyntax section => section.Statements,
            _ => default,
        };
        return siblings.Count == 0 || (siblings.Last() != outer && statements[statements.Count - 1] is not (ReturnStatementSyntax or ThrowStatementSyntax));
    }

    public static IEnumerable<string> DeclaredNames(StatementSyntax statement) => statement switch
    {
        LocalDeclarationStatementSyntax declaration => declaration.Declaration.Variables.Select(static variable => variable.Identifier.ValueText).Concat(Designated(statement)),
        LocalFunctionStatementSyntax function => [function.Identifier.ValueText],
        ExpressionStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or YieldStatementSyntax => Designated(statement),
        IfStatementSyntax branch => Designated(branch.Condition),
        LabeledStatementSyntax labeled => DeclaredNames(labeled.Statement),
        _ => [],
    };

    /// <summary>The names that expressions declare: <c>out var x</c>, <c>is T x</c>.</summary>
    public static IEnumerable<string> Designated(SyntaxNode node) => node
        .DescendantNodes(static inner => inner is not AnonymousFunctionExpressionSyntax)
        .OfType<SingleVariableDesignationSyntax>()
        .Select(static designation => designation.Identifier.ValueText);

    /// <summary>The <c>if</c> at the head of a chain: a branch of a decided <c>else if</c> moves to where that is.</summary>
    private static StatementSyntax FirstOfChain(StatementSyntax statement) => statement.Parent switch
    {
        IfStatementSyntax outer => FirstOfChain(outer),
        ElseClauseSyntax { Parent: IfStatementSyntax outer } => FirstOfChain(outer),
        _ => statement,
    };

    private static SyntaxNode? Around(StatementSyntax outer)
    {
        SyntaxNode? scope = outer.Parent;
        while (scope is SwitchSectionSyntax or GlobalStatementSyntax or LabeledStatementSyntax)
        {
            scope = scope.Parent;
        }

        return scope;
    }

    private static bool IsSimpleName(SyntaxToken token) => token.Parent switch
    {
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } name => access.Name != name,
        IdentifierNameSyntax { Parent: MemberBindingExpressionSyntax or NameColonSyntax or QualifiedNameSyntax } => false,
        IdentifierNameSyntax { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment } name => assignment.Left != name,
        IdentifierNameSyntax or VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax or ParameterSyntax or CatchDeclarationSyntax
            or LocalFunctionStatementSyntax or FromClauseSyntax or LetClauseSyntax or JoinClauseSyntax or QueryContinuationSyntax => true,
        _ => false,
    };
}
