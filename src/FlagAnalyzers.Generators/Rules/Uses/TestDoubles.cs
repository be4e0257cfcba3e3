using FlagAnalyzers.Generators.KnownApis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>
/// Calls that tell a test double what to answer, or ask what it was asked: <c>mock.Setup(m =&gt; m.IsEnabledAsync("x"))</c>,
/// <c>features.IsEnabledAsync("x").Returns(true)</c>, <c>A.CallTo(() =&gt; …)</c>. They read no flag.
/// </summary>
internal static class TestDoubles
{
    private static readonly string[] Libraries = ["Moq", "NSubstitute", "FakeItEasy"];

    /// <summary>The same place, seen as what sets a flag in a test.</summary>
    public static FlagParameter Instead(FlagParameter parameter) => parameter.Role == FlagApiRole.Provider ? parameter : parameter with { Role = FlagApiRole.TestOverride };

    public static bool IsSetUp(IArgumentOperation argument)
    {
        if (argument.Parent is not IInvocationOperation call)
        {
            return false;
        }

        // features.Received().IsEnabledAsync("x")
        if (call.Instance is IInvocationOperation receiver && IsOfLibrary(receiver))
        {
            return true;
        }

        for (IOperation? current = call.Parent; current is not null; current = current.Parent)
        {
            if (current is IInvocationOperation outer && IsOfLibrary(outer))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfLibrary(IInvocationOperation call)
    {
        INamespaceSymbol? current = call.TargetMethod.ContainingNamespace;
        while (current is { ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            current = outer;
        }

        return current is not null && Array.IndexOf(Libraries, current.Name) >= 0;
    }
}
