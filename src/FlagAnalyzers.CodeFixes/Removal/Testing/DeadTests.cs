using FlagAnalyzers.Removal.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Removal.Testing;

/// <summary>Tests of the dead state that do not set the flag themselves, or not only to one value.</summary>
internal static class DeadTests
{
    /// <summary>
    /// A test that goes through both states, statement by statement: what it does between setting the dead value and setting another goes. Nothing is done
    /// where a variable of that part is used later, or several objects are set.
    /// </summary>
    public static void MarkSteps(DocumentEdits edits, DocumentId document, SyntaxNode setUp, SemanticModel model, FlagNames names)
    {
        if (setUp is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax, Parent: BlockSyntax body } first
            || body.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(assignment => IsSetUp(assignment, model, names)).Select(static assignment => assignment.Left.ToString()).Distinct().Count() != 1)
        {
            return;
        }

        List<StatementSyntax> dead = [.. body.Statements.SkipWhile(statement => statement != first).Skip(1)
            .TakeWhile(statement => !statement.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => IsSetUp(assignment, model, names)))];
        int end = dead.Count == 0 ? 0 : dead[dead.Count - 1].Span.End;
        HashSet<string> declared = new(dead.SelectMany(Repair.Scope.DeclaredNames), StringComparer.Ordinal);
        bool isUsedLater = declared.Count > 0 && body.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.SpanStart > end && declared.Contains(name.Identifier.ValueText));
        bool isLast = dead.Count > 0 && dead[dead.Count - 1] == body.Statements.Last();
        if (isUsedLater || (isLast && body.Statements.IndexOf(first) == 0))
        {
            return;
        }

        foreach (StatementSyntax statement in dead)
        {
            edits.Mark(document, statement, Mark.Remove);
        }
    }

    /// <summary>Tests that ask a helper in their file, of their class or of its fixture, for the dead value, by a constant, and for no other.</summary>
    public static void MarkCallers(DocumentEdits edits, DocumentId document, MethodDeclarationSyntax helper, IParameterSymbol parameter, object keep, SemanticModel model)
    {
        if (model.GetDeclaredSymbol(helper) is not { } method)
        {
            return;
        }

        foreach (MethodDeclarationSyntax test in helper.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(TestMethods.IsTest))
        {
            List<object?> asked = [.. test.DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Select(call => model.GetOperation(call)).OfType<IInvocationOperation>()
                .Where(call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method))
                .Select(call => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value.ConstantValue is { HasValue: true, Value: var value } ? value : null)];
            if (asked.Count > 0 && asked.All(value => value is not null && value.GetType() == keep.GetType() && !value.Equals(keep)))
            {
                edits.Mark(document, test, Mark.Remove);
            }
        }
    }

    private static bool IsSetUp(AssignmentExpressionSyntax assignment, SemanticModel model, FlagNames names) => Accessor.Reads(model.GetSymbolInfo(assignment.Left).Symbol, names.Key);
}
