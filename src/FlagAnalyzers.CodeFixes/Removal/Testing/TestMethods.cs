using FlagAnalyzers.Generators.Rules.Uses;
using FlagAnalyzers.Removal.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Testing;

/// <summary>Tests that set the flag up: those of the dead state go, rows of it too, and the set-up itself.</summary>
internal static class TestMethods
{
    private static readonly HashSet<string> TestAttributes = new(StringComparer.Ordinal) { "Fact", "Theory", "Test", "TestCase", "TestMethod", "DataTestMethod" };
    private static readonly HashSet<string> RowAttributes = new(StringComparer.Ordinal) { "InlineData", "DataRow", "TestCase", "Arguments" };

    /// <param name="edits">Where the edits go.</param>
    /// <param name="use">The set-up.</param>
    /// <param name="keep">The value that the flag has from now on, as a constant of C#.</param>
    /// <param name="literal">The same, as it is written.</param>
    /// <param name="model">The model of the file.</param>
    /// <param name="names">The names of the flag.</param>
    /// <param name="setUps">Where tests set the flag up.</param>
    public static void Add(DocumentEdits edits, FlagUse use, object keep, ExpressionSyntax literal, SemanticModel model, FlagNames names, TestSetUps setUps)
    {
        MethodDeclarationSyntax? method = use.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        ExpressionSyntax? value = TestSetUps.ValueOf(use.Node);
        if (method is null || !IsTest(method, model))
        {
            if (method is not null && value is not null && model.GetSymbolInfo(value).Symbol is IParameterSymbol asked)
            {
                DeadTests.MarkCallers(edits, use.Document, method, asked, keep, model);
            }

            edits.Mark(use.Document, use.Node, Mark.Remove);
            return;
        }

        object? state = TestSetUps.StateOf(use.Node, model);
        if (state is not null && state.GetType() == keep.GetType() && !state.Equals(keep) && setUps.In(method).All(other => !TestSetUps.Sets(other) || state.Equals(TestSetUps.StateOf(other, model))))
        {
            edits.Mark(use.Document, method, Mark.Remove);
            return;
        }

        if (state is not null && !state.Equals(keep))
        {
            DeadTests.MarkSteps(edits, use.Document, use.Node, model, names);
        }

        edits.Mark(use.Document, use.Node, Mark.Remove);
        if (value is not null && model.GetSymbolInfo(value).Symbol is IParameterSymbol parameter && method.ParameterList.Parameters.IndexOf(candidate => candidate.Identifier.ValueText == parameter.Name) is >= 0 and { } index)
        {
            RemoveColumn(edits, use.Document, method, index, keep, literal, model, parameter);
        }
    }

    public static bool IsTest(MethodDeclarationSyntax method) => method.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => TestAttributes.Contains(NameOf(attribute)));

    /// <summary>The same, and attributes of a team's own that derive from those.</summary>
    public static bool IsTest(MethodDeclarationSyntax method, SemanticModel model) =>
        IsTest(method) || (model.GetDeclaredSymbol(method) is { } symbol && TestCode.IsTest(symbol));

    /// <summary>A row whose missing cells are made up: AutoFixture's <c>[InlineAutoData]</c>, and what teams derive from it.</summary>
    public static bool IsFilledUp(AttributeSyntax attribute) => NameOf(attribute).EndsWith("AutoData", StringComparison.Ordinal);

    private static bool IsRow(AttributeSyntax attribute) => RowAttributes.Contains(NameOf(attribute)) || (IsFilledUp(attribute) && attribute.ArgumentList is not null);

    private static AttributeSyntax Bare(AttributeSyntax row) => row.WithArgumentList(null).WithTrailingTrivia(row.GetTrailingTrivia());

    public static string NameOf(AttributeSyntax attribute)
    {
        string name = attribute.Name.GetLastToken().ValueText;
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    /// <summary>The rows of the dead state go, the column and its parameter too; a theory that has no data left is a fact.</summary>
    private static void RemoveColumn(DocumentEdits edits, DocumentId document, MethodDeclarationSyntax method, int index, object keep, ExpressionSyntax literal, SemanticModel model, IParameterSymbol parameter)
    {
        List<AttributeSyntax> rows = [.. method.AttributeLists.SelectMany(static list => list.Attributes).Where(IsRow)];
        if (rows.Count == 0 || rows.Any(row => row.ArgumentList is not { } arguments || arguments.Arguments.Count <= index || model.GetConstantValue(arguments.Arguments[index].Expression).Value?.GetType() != keep.GetType()))
        {
            return;
        }

        bool isOnly = method.ParameterList.Parameters.Count == 1;
        HashSet<string> kept = new(StringComparer.Ordinal);
        foreach (AttributeSyntax row in rows)
        {
            AttributeArgumentSyntax cell = row.ArgumentList!.Arguments[index];
            bool isDead = !model.GetConstantValue(cell.Expression).Value!.Equals(keep);
            if (!isDead && IsFilledUp(row) && row.ArgumentList.Arguments.Count == 1 && kept.Add(string.Empty))
            {
                edits.Change(document, row, static node => Bare((AttributeSyntax)node));
            }
            else if (isDead || isOnly || !kept.Add(string.Join(",", row.ArgumentList.Arguments.Where(other => other != cell).Select(static other => other.ToString()))))
            {
                edits.Mark(document, row, Mark.Remove);
            }
            else
            {
                edits.Mark(document, cell, Mark.Remove);
            }
        }

        edits.Mark(document, method.ParameterList.Parameters[index], Mark.Remove);
        if (isOnly)
        {
            foreach (AttributeSyntax theory in method.AttributeLists.SelectMany(static list => list.Attributes).Where(static attribute => NameOf(attribute) is "Theory" or "DataTestMethod"))
            {
                string fact = NameOf(theory) == "Theory" ? "Fact" : "TestMethod";
                edits.Change(document, theory.Name.GetLastToken().Parent!, _ => SyntaxFactory.IdentifierName(fact));
            }
        }

        foreach (IdentifierNameSyntax name in method.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == parameter.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, parameter)))
        {
            edits.Replace(document, name, literal.WithTriviaFrom(name));
        }
    }
}
