using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Uses;

/// <summary>Statements that tell a mock what the flag answers, in the spelling of the usual libraries.</summary>
internal static class MockSetUp
{
    private static readonly HashSet<string> Answers = new(StringComparer.Ordinal)
    {
        "Returns", "ReturnsAsync", "ReturnsForAnyArgs", "ReturnsLazily", "Callback", "Verifiable", "SetupGet", "Setup", "SetupProperty", "CallTo",
        "Verify", "VerifyGet", "MustHaveHappened", "MustNotHaveHappened", "MustHaveHappenedOnceExactly",
    };

    private static readonly HashSet<string> Checks = new(StringComparer.Ordinal) { "Received", "DidNotReceive", "ReceivedWithAnyArgs", "DidNotReceiveWithAnyArgs" };

    /// <summary>The statement, when all of it is about the flag; else null.</summary>
    public static StatementSyntax? StatementOf(ExpressionSyntax read, SemanticModel model)
    {
        // Asking an asynchronous mock how it was called may be awaited.
        if (read.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax statement
            || (statement.Expression is AwaitExpressionSyntax wait ? wait.Expression : statement.Expression) is not InvocationExpressionSyntax call)
        {
            return null;
        }

        // NSubstitute: flags.Received(1).IsEnabled("new-checkout").
        if (read == call && read is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax asked } } })
        {
            return Checks.Contains(asked.Name.Identifier.ValueText) ? statement : null;
        }

        if (!IsAnswer(call))
        {
            return null;
        }

        // NSubstitute: flags.NewCheckout.Returns(true). Where its package is missing there is no symbol; a truth value has no such method of its own.
        if (read.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Returns" or "ReturnsForAnyArgs" } direct && direct.Parent == call)
        {
            return model.GetSymbolInfo(call).Symbol is null or IMethodSymbol { MethodKind: MethodKind.ReducedExtension } ? statement : null;
        }

        // Moq: mock.Setup(f => f.NewCheckout).Returns(true). FakeItEasy: A.CallTo(() => flags.NewCheckout).Returns(true).
        return read.Parent is LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax setUp } } lambda
            && IsAnswer(setUp)
            && model.GetTypeInfo(lambda).ConvertedType is null or { Name: "Expression" } or { TypeKind: TypeKind.Error }
                ? statement
                : null;
    }

    private static bool IsAnswer(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax access && Answers.Contains(access.Name.Identifier.ValueText);
}
