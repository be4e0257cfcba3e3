using FlagAnalyzers.Removal.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Testing;

/// <summary>
/// Parameters of tests that AutoFixture fills: <c>[Test, AutoData] void Shows([Frozen] Mock&lt;IToggles&gt; toggles, Page page)</c>. One through which the test only set
/// the flag up has no use any more, and no call names it.
/// </summary>
internal static class MadeUpParameters
{
    public static bool CanGo(ParameterSyntax declaration, IParameterSymbol parameter, SemanticModel model, Project project, string key) =>
        declaration.Parent?.Parent is MethodDeclarationSyntax method
        && TestMethods.IsTest(method, model)
        && declaration.AttributeLists.SelectMany(static list => list.Attributes).All(static attribute => TestMethods.NameOf(attribute) == "Frozen")
        && FlagServices.Is(parameter.Type is INamedTypeSymbol { Name: "Mock", TypeArguments: [{ } faked] } ? faked : parameter.Type, project, model.Compilation, key)
        && Data(method) is { Count: > 0 } data
        && data.All(attribute => TestMethods.IsFilledUp(attribute) && (attribute.ArgumentList?.Arguments.Count ?? 0) <= parameter.Ordinal);

    /// <summary>What gives the test its values: everything that is not known to do something else.</summary>
    private static List<AttributeSyntax> Data(MethodDeclarationSyntax method) =>
        [.. method.AttributeLists.SelectMany(static list => list.Attributes).Where(static attribute => TestMethods.NameOf(attribute) is { } name && (TestMethods.IsFilledUp(attribute) || name.EndsWith("Data", StringComparison.Ordinal) || name.EndsWith("Source", StringComparison.Ordinal) || name is "TestCase" or "DataRow" or "Arguments"))];
}
