using FlagAnalyzers.Removal.Proving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Sweeping;

/// <summary>How often a file says each name, those that it declares aside. What is said as often as before is used as it was.</summary>
internal sealed class NameCounts
{
    /// <summary>Stands for the creation of an object, or a call of another constructor, that does not say the name of the type.</summary>
    public const string Unnamed = "new()";

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    private NameCounts(IEnumerable<SyntaxToken> tokens)
    {
        foreach (SyntaxToken token in tokens)
        {
            string? name = token.Parent switch
            {
                SimpleNameSyntax when token.IsKind(SyntaxKind.IdentifierToken) => token.ValueText,
                ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax when token == token.Parent.GetFirstToken() => Unnamed,
                _ => null,
            };
            if (name is not null)
            {
                this.counts[name] = this.counts.TryGetValue(name, out int count) ? count + 1 : 1;
            }
        }
    }

    /// <summary>The names that the second version says less often.</summary>
    public static HashSet<string> Lost(SyntaxNode then, SyntaxNode now)
    {
        NameCounts before = new(then.DescendantTokens(new ChangedMembers(then, now).MayBeIn));
        NameCounts after = new(now.DescendantTokens(new ChangedMembers(now, then).MayBeIn));
        return new HashSet<string>(before.counts.Where(pair => !after.counts.TryGetValue(pair.Key, out int left) || left < pair.Value).Select(static pair => pair.Key), StringComparer.Ordinal);
    }
}
