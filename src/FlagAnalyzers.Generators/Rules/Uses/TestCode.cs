using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>Code that only tests run.</summary>
internal static class TestCode
{
    private static readonly string[] TestLibraries = ["Xunit", "NUnit.Framework", "Microsoft.VisualStudio.TestTools.UnitTesting", "TUnit.Core"];

    /// <summary>Whether the method is a test.</summary>
    public static bool IsTest(ISymbol member) =>
        member.GetAttributes().Any(static attribute => attribute.AttributeClass is { } type && IsOfTestLibrary(type));

    /// <summary>Whether the member belongs to a class of tests.</summary>
    public static bool IsInTestClass(ISymbol member)
    {
        for (INamedTypeSymbol? type = member as INamedTypeSymbol ?? member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (IsTest(type) || type.GetMembers().Any(static candidate => candidate is IMethodSymbol && IsTest(candidate)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Also attributes of a team's own that derive from <c>[Fact]</c>.</summary>
    private static bool IsOfTestLibrary(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (Array.IndexOf(TestLibraries, current.ContainingNamespace?.ToDisplayString()) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
