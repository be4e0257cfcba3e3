using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Proving;

/// <summary>The names of declarations that are not the same in two versions of a file, bodies aside: code elsewhere may have been bound to them.</summary>
internal static class ChangedDeclarations
{
    public static IEnumerable<string> Between(SyntaxNode before, SyntaxNode after)
    {
        ILookup<string, string> then = Signatures(before);
        ILookup<string, string> now = Signatures(after);
        return then.Where(group => now[group.Key].Count() != group.Count()).Concat(now.Where(group => then[group.Key].Count() != group.Count())).Select(static group => group.First()).Distinct();
    }

    /// <summary>The name of each declaration, by what others see of it.</summary>
    private static ILookup<string, string> Signatures(SyntaxNode root) => root.DescendantNodes(static node => node is CompilationUnitSyntax or MemberDeclarationSyntax or EnumMemberDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(static member => member is not (BaseNamespaceDeclarationSyntax or GlobalStatementSyntax))
        .ToLookup(static member => string.Join(" ", member.Ancestors().OfType<TypeDeclarationSyntax>().Select(static type => type.Identifier.ValueText)) + ": " + Signature(member), NameOf, StringComparer.Ordinal);

    private static string Signature(MemberDeclarationSyntax member) => string.Join(" ", member
        .DescendantTokens(node => node == member || node is not (MemberDeclarationSyntax or BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or ConstructorInitializerSyntax))
        .Select(static token => token.Text));

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax function => function.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        EventDeclarationSyntax handler => handler.Identifier.ValueText,
        BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
        EnumMemberDeclarationSyntax value => value.Identifier.ValueText,
        _ => (member.Parent as BaseTypeDeclarationSyntax)?.Identifier.ValueText ?? string.Empty,
    };
}
