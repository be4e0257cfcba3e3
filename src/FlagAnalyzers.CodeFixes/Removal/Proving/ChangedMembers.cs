using FlagAnalyzers.Removal.Pruning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Proving;

/// <summary>Tells the members of one version of a file that the other version has in the same words from those that it does not.</summary>
/// <param name="other">The other version.</param>
internal sealed class ChangedMembers(SyntaxNode other)
{
    private readonly HashSet<string> words = [.. In(other).Select(static member => member.ToFullString())];
    private readonly Dictionary<SyntaxNode, bool> known = [];

    /// <summary>The members that are no types; a file of top-level statements is one.</summary>
    public static IEnumerable<SyntaxNode> In(SyntaxNode root) => root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(static member => member is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax));

    /// <summary>Whether the other version has no member like the one that the node is in. What is in none counts as changed.</summary>
    public bool Contains(SyntaxNode node)
    {
        if (Idle.MemberOf(node) is not { } member || member is CompilationUnitSyntax)
        {
            return true;
        }

        if (!this.known.TryGetValue(member, out bool isChanged))
        {
            this.known.Add(member, isChanged = !this.words.Contains(member.ToFullString()));
        }

        return isChanged;
    }
}
