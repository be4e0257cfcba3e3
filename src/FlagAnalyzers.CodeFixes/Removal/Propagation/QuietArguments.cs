using FlagAnalyzers.Removal.Folding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace FlagAnalyzers.Removal.Propagation;

/// <summary>
/// What a wrapper of the flag is given and what may go with its call: expressions that do nothing, and the way to the service that the flag is asked of, which is
/// often through an interface (<c>Features.IsNew(context.Global.Variables)</c>).
/// </summary>
internal static class QuietArguments
{
    public static async Task<bool> AreAsync(InvocationExpressionSyntax call, SemanticModel model, Solution solution, CancellationToken cancellationToken)
    {
        Effects effects = new(model);
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            if (argument.RefKindKeyword.RawKind != 0 || !await IsQuietAsync(argument.Expression, effects, model, solution, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<bool> IsQuietAsync(ExpressionSyntax expression, Effects effects, SemanticModel model, Solution solution, CancellationToken cancellationToken)
    {
        if (effects.IsPure(expression))
        {
            return true;
        }

        if (expression is not MemberAccessExpressionSyntax access || model.GetSymbolInfo(access, cancellationToken).Symbol is not IPropertySymbol { IsIndexer: false } property)
        {
            return false;
        }

        return (Effects.IsAuto(property) || await IsAutoEverywhereAsync(property, solution, cancellationToken).ConfigureAwait(false))
            && await IsQuietAsync(access.Expression, effects, model, solution, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the property belongs to an interface of the program whose classes all just keep its value.</summary>
    private static async Task<bool> IsAutoEverywhereAsync(IPropertySymbol property, Solution solution, CancellationToken cancellationToken)
    {
        if (property is not { ContainingType.TypeKind: TypeKind.Interface, IsAbstract: true, DeclaringSyntaxReferences.Length: > 0 })
        {
            return false;
        }

        List<ISymbol> implementations = [.. await SymbolFinder.FindImplementationsAsync(property, solution, cancellationToken: cancellationToken).ConfigureAwait(false)];
        return implementations.Count > 0 && implementations.All(static implementation => implementation is IPropertySymbol kept && Effects.IsAuto(kept));
    }
}
