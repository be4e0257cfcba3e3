using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Uses;

/// <summary>Where the answer of an asynchronous reading is taken on the spot.</summary>
internal static class Asynchronous
{
    /// <summary><c>await call</c>, <c>call.Result</c> and their like around the call; null when the task goes elsewhere.</summary>
    public static ExpressionSyntax? Answer(ExpressionSyntax call)
    {
        ExpressionSyntax task = Unbracketed(call);
        while (task.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask" or "Preserve", Parent: InvocationExpressionSyntax next })
        {
            task = Unbracketed(next);
        }

        return task.Parent switch
        {
            AwaitExpressionSyntax awaited => awaited,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result => result,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter", Parent: InvocationExpressionSyntax { Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResult", Parent: InvocationExpressionSyntax got } } } => got,
            _ => null,
        };
    }

    private static ExpressionSyntax Unbracketed(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax brackets)
        {
            expression = brackets;
        }

        return expression;
    }
}
