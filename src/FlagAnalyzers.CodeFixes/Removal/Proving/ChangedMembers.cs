using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Proving;

/// <summary>The members of one version of a file that the other version does not have, or not as often, in the same words.</summary>
internal sealed class ChangedMembers
{
    private readonly HashSet<SyntaxNode> unchanged = [];

    public ChangedMembers(SyntaxNode root, SyntaxNode other)
    {
        Dictionary<string, int> same = In(other).GroupBy(static member => member.ToFullString(), StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
        foreach (SyntaxNode member in In(root))
        {
            string words = member.ToFullString();
            if (same.TryGetValue(words, out int left) && left > 0)
            {
                same[words] = left - 1;
                this.unchanged.Add(member);
            }
        }

        this.Members = [.. In(root).Where(member => !this.unchanged.Contains(member))];
    }

    public IReadOnlyList<SyntaxNode> Members { get; }

    /// <summary>Whether there may be changes in the node: it is no member that is the same.</summary>
    public bool MayBeIn(SyntaxNode node) => !this.unchanged.Contains(node);

    /// <summary>The members that are no types.</summary>
    private static IEnumerable<SyntaxNode> In(SyntaxNode root) => root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(static member => member is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax));
}
