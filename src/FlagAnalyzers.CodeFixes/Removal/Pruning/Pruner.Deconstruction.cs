using FlagAnalyzers.Removal.Repair;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Pruning;

/// <content><c>var (isNew, n) = (flag, 3);</c> is <c>var isNew = flag; var n = 3;</c>: the flag's variable can go then.</content>
internal sealed partial class Pruner
{
    private IReadOnlyList<StatementSyntax>? SplitDeconstruction(StatementSyntax statement)
    {
        if (statement is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: TupleExpressionSyntax values } assignment }
            || Declared(assignment.Left) is not { } variables
            || variables.Count != values.Arguments.Count
            || values.Arguments.All(static argument => Mark.TruthOf(argument.Expression) is null))
        {
            return null;
        }

        List<StatementSyntax> split = [];
        List<int> rest = [];
        for (int i = 0; i < variables.Count; i++)
        {
            if (Mark.TruthOf(values.Arguments[i].Expression) is not { } truth)
            {
                rest.Add(i);
            }
            else if (variables[i].Name is { } name)
            {
                split.Add(Declare(variables[i].Type, name, Mark.Literal(truth)));
            }
        }

        if (rest.Count == 1 && variables[rest[0]].Name is { } only)
        {
            split.Add(Declare(variables[rest[0]].Type, only, values.Arguments[rest[0]].Expression.WithoutTrivia()));
        }
        else if (rest.Count > 0)
        {
            if (rest.Count == 1)
            {
                return null;
            }

            split.Add(Rest(statement, rest));
        }

        SyntaxTriviaList lead = Layout.WithoutIndent(statement.GetLeadingTrivia());
        List<StatementSyntax> placed = [.. this.PlaceNew(split, statement, lead)];
        if (placed.Count > 0)
        {
            placed[placed.Count - 1] = placed[placed.Count - 1].WithTrailingTrivia(statement.GetTrailingTrivia());
        }

        return placed;
    }

    private static LocalDeclarationStatementSyntax Declare(TypeSyntax type, string name, ExpressionSyntax value) => SyntaxFactory.LocalDeclarationStatement(
        SyntaxFactory.VariableDeclaration(
            type.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.SingletonSeparatedList(SyntaxFactory.VariableDeclarator(
                SyntaxFactory.Identifier(name).WithTrailingTrivia(SyntaxFactory.Space),
                null,
                SyntaxFactory.EqualsValueClause(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space), value)))));

    /// <summary>The deconstruction of what is not the flag.</summary>
    private static StatementSyntax Rest(StatementSyntax statement, List<int> rest)
    {
        AssignmentExpressionSyntax assignment = (AssignmentExpressionSyntax)((ExpressionStatementSyntax)statement).Expression;
        ExpressionSyntax left = assignment.Left switch
        {
            DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax names } declaration =>
                declaration.WithDesignation(names.WithVariables(Only(names.Variables, rest))),
            TupleExpressionSyntax tuple => tuple.WithArguments(Only(tuple.Arguments, rest)),
            _ => assignment.Left,
        };
        return SyntaxFactory.ExpressionStatement(assignment.WithLeft(left).WithRight(((TupleExpressionSyntax)assignment.Right).WithArguments(Only(((TupleExpressionSyntax)assignment.Right).Arguments, rest))));
    }

    private static SeparatedSyntaxList<T> Only<T>(SeparatedSyntaxList<T> list, List<int> kept)
        where T : SyntaxNode => SyntaxFactory.SeparatedList(
            kept.Select(index => list[index].WithoutTrivia()),
            Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), kept.Count - 1));

    /// <summary>The variables that the left side declares, with null for those it discards; null when it does not only declare.</summary>
    private static List<(TypeSyntax Type, string? Name)>? Declared(ExpressionSyntax left)
    {
        List<(TypeSyntax, string?)> variables = [];
        switch (left)
        {
            case DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax names } declaration:
                foreach (VariableDesignationSyntax name in names.Variables)
                {
                    if (name is ParenthesizedVariableDesignationSyntax)
                    {
                        return null;
                    }

                    variables.Add((declaration.Type, (name as SingleVariableDesignationSyntax)?.Identifier.Text));
                }

                return variables;
            case TupleExpressionSyntax tuple:
                foreach (ArgumentSyntax part in tuple.Arguments)
                {
                    if (part.Expression is not DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax or DiscardDesignationSyntax } declared)
                    {
                        return null;
                    }

                    variables.Add((declared.Type, (declared.Designation as SingleVariableDesignationSyntax)?.Identifier.Text));
                }

                return variables;
            default:
                return null;
        }
    }
}
