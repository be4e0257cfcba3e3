using FlagAnalyzers.Generators.Rules;
using FlagAnalyzers.Generators.Rules.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.CodeFixes;

/// <summary>The declared key that was probably meant, and the expression to put it into.</summary>
internal sealed record NearKey(string Key, ExpressionSyntax Expression)
{
    /// <summary>Null where there is no near key, or where its text or constant could not stand in the place of the expression.</summary>
    public static async Task<NearKey?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.NearKey, out string? key)
            || key is null
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax expression)
        {
            return null;
        }

        // A constant or nameof is corrected where it is used only by something that is no less checked: another literal would be a step back.
        return expression is LiteralExpressionSyntax || await FitsConstantAsync(document, expression, key, cancellationToken).ConfigureAwait(false)
            ? new NearKey(key, expression)
            : null;
    }

    private static async Task<bool> FitsConstantAsync(Document document, ExpressionSyntax expression, string key, CancellationToken cancellationToken)
    {
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model?.GetTypeInfo(expression, cancellationToken).Type?.SpecialType == SpecialType.System_String
            && KeyConstant.Find(model.Compilation, key) is not null;
    }
}
