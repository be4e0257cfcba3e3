using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Proving;

/// <summary>Tells the members of one version of a file that the other version has in the same words from those that it does not.</summary>
/// <param name="other">The other version.</param>
internal sealed class ChangedMembers(SyntaxNode other)
{
    private readonly HashSet<string> words = [.. In(other).Select(static member => member.ToFullString())];

    /// <summary>The members that are no types; a file of top-level statements is one.</summary>
    public static IEnumerable<SyntaxNode> In(SyntaxNode root) => root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(static member => member is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax));

    /// <summary>Whether the other version has no member in the words of this one.</summary>
    public bool Contains(SyntaxNode member) => !this.words.Contains(member.ToFullString());

    /// <summary>Whether there may be changes in the node: it is no member, or a changed one.</summary>
    public bool MayBeIn(SyntaxNode node) => node is not MemberDeclarationSyntax or BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax || this.Contains(node);
}
