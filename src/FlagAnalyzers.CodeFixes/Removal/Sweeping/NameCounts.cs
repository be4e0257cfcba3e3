using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Sweeping;

/// <summary>How often a file says each name, those that it declares aside. What is said as often as before is used as it was.</summary>
internal sealed class NameCounts
{
    /// <summary>Stands for the creation of an object, or a call of another constructor, that does not say the name of the type.</summary>
    public const string Unnamed = "new()";

    private static readonly ConditionalWeakTable<SyntaxNode, NameCounts> Known = new();

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    private NameCounts(SyntaxNode root)
    {
        foreach (SyntaxToken token in root.DescendantTokens())
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

    public static NameCounts Of(SyntaxNode root) => Known.GetValue(root, static root => new NameCounts(root));

    /// <summary>The names that the other version says less often.</summary>
    public IEnumerable<string> LostIn(NameCounts other) => this.counts.Where(pair => !other.counts.TryGetValue(pair.Key, out int left) || left < pair.Value).Select(static pair => pair.Key);
}
