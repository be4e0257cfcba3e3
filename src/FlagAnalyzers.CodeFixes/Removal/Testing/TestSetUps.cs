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
    public static bool Sets(SyntaxNode setUp) => InList(setUp) is not null || ValueOf(setUp) is not null;

    /// <summary>What the flag is from there on, where that is written down; null where it is not.</summary>
    public static object? StateOf(SyntaxNode setUp, SemanticModel model) =>
        InList(setUp) is { } isOn ? isOn : ValueOf(setUp) is { } value ? model.GetConstantValue(value).Value : null;

    /// <summary>The expression that it is set to: the right side, or what the mock returns.</summary>
    public static ExpressionSyntax? ValueOf(SyntaxNode setUp) => setUp switch
    {
        AssignmentExpressionSyntax entry => entry.Right,
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => assignment.Right,
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax answer, ArgumentList.Arguments: [{ } only] } }
            when answer.Name.Identifier.ValueText.StartsWith("Return", StringComparison.Ordinal) => Unwrapped(only.Expression),
        _ => null,
    };

    /// <summary>A fake that lists what is on gets the flag, or loses it.</summary>
    private static bool? InList(SyntaxNode setUp) =>
        setUp is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "Remove" } list } }
            ? list.Name.Identifier.ValueText == "Add"
            : null;

    private static ExpressionSyntax Unwrapped(ExpressionSyntax value) =>
        value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" }, ArgumentList.Arguments: [{ } result] } ? result.Expression : value;
}
