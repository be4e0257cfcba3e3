using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Sweeping;

/// <summary>Declarations that are private or file-local by what is written, by name; a constructor goes by the name of its type.</summary>
internal sealed class HiddenDeclarations(IEnumerable<SyntaxNode> roots)
{
    private readonly ILookup<string, SyntaxNode> byName = roots.SelectMany(In).Where(IsHidden).ToLookup(static node => NameOf(node)!, StringComparer.Ordinal);

    /// <summary>The declarations of members and types, those in bodies aside.</summary>
    public static IEnumerable<SyntaxNode> In(SyntaxNode root) => root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or FieldDeclarationSyntax or EventFieldDeclarationSyntax or VariableDeclarationSyntax)
        .Where(static node => NameOf(node) is not null);

    public static string? NameOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax function => function.Identifier.ValueText,
        EventDeclarationSyntax handler => handler.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The names of those that bear one of the names given, and of all that their declarations mention.</summary>
    public HashSet<string> ReachedFrom(IReadOnlyCollection<string> names)
    {
        HashSet<string> reached = new(StringComparer.Ordinal);
        Stack<string> open = new(names.Where(this.byName.Contains));
        if (names.Contains(NameCounts.Unnamed))
        {
            foreach (IGrouping<string, SyntaxNode> group in this.byName.Where(static group => group.Any(static node => node is ConstructorDeclarationSyntax or BaseTypeDeclarationSyntax)))
            {
                open.Push(group.Key);
            }
        }

        while (open.Count > 0)
        {
            string name = open.Pop();
            if (!reached.Add(name))
            {
                continue;
            }

            foreach (SyntaxToken token in this.byName[name].SelectMany(static node => (node.Parent?.Parent as BaseFieldDeclarationSyntax ?? node).DescendantTokens()))
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) && this.byName.Contains(token.ValueText))
                {
                    open.Push(token.ValueText);
                }
            }
        }

        return reached;
    }

    private static bool IsHidden(SyntaxNode declaration)
    {
        MemberDeclarationSyntax member = declaration as MemberDeclarationSyntax ?? declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;
        return member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax && member.Parent is not TypeDeclarationSyntax
            ? member.Modifiers.Any(SyntaxKind.FileKeyword)
            : !member.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword);
    }
}
