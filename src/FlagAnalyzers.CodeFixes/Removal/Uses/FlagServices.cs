using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Uses;

/// <summary>Services that answer flags: the class that declares the accessor, and types with a method that the table of APIs knows as a reading.</summary>
internal static class FlagServices
{
    /// <summary>Calls that only fetch or fake a service: <c>provider.GetRequiredService&lt;T&gt;()</c>, <c>Substitute.For&lt;T&gt;()</c>.</summary>
    private static readonly HashSet<string> Fetches = new(StringComparer.Ordinal) { "GetRequiredService", "GetService", "GetDependency", "For", "Of", "Fake", "Freeze" };

    public static bool Is(ITypeSymbol? type, Project project, Compilation compilation, string key) =>
        type is INamedTypeSymbol named
        && (Accessor.Declares(named, key) || Is(named, FlagParameters.Of(compilation, UserApis.Of(project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions))));

    public static bool Is(INamedTypeSymbol type, FlagParameters parameters) => type.AllInterfaces.Append(type)
        .SelectMany(static declaring => declaring.GetMembers().OfType<IMethodSymbol>())
        .SelectMany(static method => method.Parameters)
        .Any(parameter => parameters.Find(parameter)?.Role == FlagApiRole.Read);

    /// <summary>The service that the expression fetches, or makes a fake of, and does nothing else; null for any other expression.</summary>
    public static ITypeSymbol? FetchedBy(ExpressionSyntax? expression, SemanticModel model)
    {
        if (expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Object" } instance)
        {
            // What Moq made: mock.Object.
            return IsPlain(instance.Expression)
                ? model.GetTypeInfo(instance.Expression).Type is INamedTypeSymbol { Name: "Mock", TypeArguments: [{ } faked] } ? faked : null
                : FetchedBy(instance.Expression, model);
        }

        GenericNameSyntax? name = expression switch
        {
            ObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: null, Type: GenericNameSyntax { Identifier.ValueText: "Mock" } created } => created,
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax called } access } when Fetches.Contains(called.Identifier.ValueText) && IsPlain(access.Expression) => called,
            _ => null,
        };
        return name is { TypeArgumentList.Arguments: [{ } argument] } ? model.GetTypeInfo(argument).Type : null;
    }

    /// <summary>A name or a chain of names: nothing is called to get there.</summary>
    private static bool IsPlain(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsPlain(access.Expression),
        _ => false,
    };
}
