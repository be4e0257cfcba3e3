using FlagAnalyzers.Removal.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Testing;

/// <summary>The places that set the flag up for tests, and what they set it to.</summary>
internal sealed class TestSetUps(IEnumerable<FlagUse> uses)
{
    private readonly ILookup<SyntaxTree, SyntaxNode> byTree = uses.Where(static use => use.Kind is FlagUseKind.SetUp or FlagUseKind.Mock).ToLookup(static use => use.Node.SyntaxTree, static use => use.Node);

    public IEnumerable<SyntaxNode> In(MethodDeclarationSyntax method) => this.byTree[method.SyntaxTree].Where(setUp => method.Span.Contains(setUp.Span));

    /// <summary>Whether it sets the flag, to whatever; what only asks a mock how it was called does not.</summary>
    public static bool Sets(SyntaxNode setUp, SemanticModel model) => StateOf(setUp, model) is not null || (ValueOf(setUp) is { } value && model.GetTypeInfo(value).Type is null or { SpecialType: SpecialType.System_Boolean });

    /// <summary>What the flag is from there on, where that is written down; null where it is not.</summary>
    public static bool? StateOf(SyntaxNode setUp, SemanticModel model) =>
        setUp is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "Remove" } list } }
            ? list.Name.Identifier.ValueText == "Add"
            : ValueOf(setUp) is { } value && model.GetConstantValue(value).Value is bool state ? state : null;

    /// <summary>The expression that it is set to: the right side, or what the mock returns.</summary>
    public static ExpressionSyntax? ValueOf(SyntaxNode setUp) => setUp switch
    {
        AssignmentExpressionSyntax entry => entry.Right,
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => assignment.Right,
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { ArgumentList.Arguments: [{ } only] } } => Unwrapped(only.Expression),
        _ => null,
    };

    private static ExpressionSyntax Unwrapped(ExpressionSyntax value) =>
        value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" }, ArgumentList.Arguments: [{ } result] } ? result.Expression : value;
}
