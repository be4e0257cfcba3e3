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

    public static void Add(DocumentEdits edits, FlagUse use, bool keep, SemanticModel model, TestSetUps setUps)
    {
        MethodDeclarationSyntax? method = use.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        if (method is null || !IsTest(method, model))
        {
            edits.Mark(use.Document, use.Node, Mark.Remove);
            return;
        }

        if (TestSetUps.StateOf(use.Node, model) == !keep && setUps.In(method).All(other => !TestSetUps.Sets(other, model) || TestSetUps.StateOf(other, model) == !keep))
        {
            edits.Mark(use.Document, method, Mark.Remove);
            return;
        }

        edits.Mark(use.Document, use.Node, Mark.Remove);
        if (TestSetUps.ValueOf(use.Node) is { } value && model.GetSymbolInfo(value).Symbol is IParameterSymbol parameter && method.ParameterList.Parameters.IndexOf(candidate => candidate.Identifier.ValueText == parameter.Name) is >= 0 and { } index)
        {
            RemoveColumn(edits, use.Document, method, index, keep, model, parameter);
        }
    }

    public static bool IsTest(MethodDeclarationSyntax method, SemanticModel model) =>
        method.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => TestAttributes.Contains(NameOf(attribute)))
        || (model.GetDeclaredSymbol(method) is { } symbol && TestCode.IsTest(symbol));

    /// <summary>A row whose missing cells are made up: AutoFixture's <c>[InlineAutoData]</c>, and what teams derive from it.</summary>
    private static bool IsFilledUp(AttributeSyntax attribute) => NameOf(attribute).EndsWith("AutoData", StringComparison.Ordinal);

    private static bool IsRow(AttributeSyntax attribute) => RowAttributes.Contains(NameOf(attribute)) || (IsFilledUp(attribute) && attribute.ArgumentList is not null);

    private static AttributeSyntax Bare(AttributeSyntax row) => row.WithArgumentList(null).WithTrailingTrivia(row.GetTrailingTrivia());

    private static string NameOf(AttributeSyntax attribute)
    {
        string name = attribute.Name.GetLastToken().ValueText;
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    /// <summary>The rows of the dead state go, the column and its parameter too; a theory that has no data left is a fact.</summary>
    private static void RemoveColumn(DocumentEdits edits, DocumentId document, MethodDeclarationSyntax method, int index, bool keep, SemanticModel model, IParameterSymbol parameter)
    {
        List<AttributeSyntax> rows = [.. method.AttributeLists.SelectMany(static list => list.Attributes).Where(IsRow)];
        if (rows.Count == 0 || rows.Any(row => row.ArgumentList is not { } arguments || arguments.Arguments.Count <= index || model.GetConstantValue(arguments.Arguments[index].Expression).Value is not bool))
        {
            return;
        }

        bool isOnly = method.ParameterList.Parameters.Count == 1;
        HashSet<string> kept = new(StringComparer.Ordinal);
        foreach (AttributeSyntax row in rows)
        {
            AttributeArgumentSyntax cell = row.ArgumentList!.Arguments[index];
            bool isDead = (bool)model.GetConstantValue(cell.Expression).Value! != keep;
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
            edits.Replace(document, name, Mark.Literal(keep).WithTriviaFrom(name));
        }
    }
}
