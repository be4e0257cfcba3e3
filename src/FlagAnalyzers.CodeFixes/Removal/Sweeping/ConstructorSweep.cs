using FlagAnalyzers.Removal.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Sweeping;

/// <summary>
/// Constructor parameters that took an injected service which the removal left without a use: flag services, and in primary constructors, where the compiler
/// warns, any interface. They go only together with the argument of every call.
/// </summary>
internal sealed class ConstructorSweep(Solution original, Solution solution, FlagNames names, IReadOnlyCollection<DocumentId> documents, CancellationToken cancellationToken)
{
    public async Task CollectAsync(DocumentEdits edits)
    {
        foreach (DocumentId id in documents)
        {
            Document document = solution.GetDocument(id)!;
            SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
            foreach (ClassDeclarationSyntax type in root.DescendantNodes(static node => node is not (BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax)).OfType<ClassDeclarationSyntax>())
            {
                if (edits.IsEmpty && ListOf(type) is { } list)
                {
                    await this.CollectAsync(edits, document, type, list, model).ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>The parameters of the only constructor; null when there are several, and a container may choose.</summary>
    private static ParameterListSyntax? ListOf(ClassDeclarationSyntax type)
    {
        List<ConstructorDeclarationSyntax> constructors = [.. type.Members.OfType<ConstructorDeclarationSyntax>().Where(static constructor => !constructor.Modifiers.Any(SyntaxKind.StaticKeyword))];
        return type.ParameterList is { } primary ? constructors.Count == 0 ? primary : null
            : constructors is [{ AttributeLists.Count: 0 } only] ? only.ParameterList
            : null;
    }

    private async Task CollectAsync(DocumentEdits edits, Document document, ClassDeclarationSyntax type, ParameterListSyntax list, SemanticModel model)
    {
        if (model.GetDeclaredSymbol(type, cancellationToken) is not { } symbol
            || symbol.InstanceConstructors is not [{ } constructor]
            || constructor.Parameters.Length != list.Parameters.Count)
        {
            return;
        }

        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            bool isPrimary = list.Parent is TypeDeclarationSyntax;
            if (list is { Parameters.Count: 1, Parent: ConstructorDeclarationSyntax { Initializer: null, Body.Statements.Count: 0 } })
            {
                // A constructor of which nothing would be left: whether it is wanted then is not ours to say.
                continue;
            }

            if (parameter is { RefKind: RefKind.None, IsParams: false }
                && (FlagServices.Is(parameter.Type, document.Project, model.Compilation, names.Key) || (isPrimary && parameter.Type.TypeKind == TypeKind.Interface))
                && !IsUsed(parameter, symbol, model.Compilation)
                && await this.WasUsedAsync(document.Id, symbol, parameter.Name).ConfigureAwait(false)
                && await new CreationList(solution, names, cancellationToken).OfAsync(symbol, parameter).ConfigureAwait(false) is { } arguments)
            {
                SyntaxNode declaration = list.Parameters[parameter.Ordinal];
                if (list.Parameters.Count == 1 && list.Parent is ClassDeclarationSyntax && type.BaseList?.Types.Any(static each => each is PrimaryConstructorBaseTypeSyntax) != true)
                {
                    edits.Change(document.Id, type, static node => Unparenthesised((ClassDeclarationSyntax)node));
                }
                else
                {
                    edits.Mark(document.Id, declaration, Mark.Remove);
                }

                if (ParameterRemark.Of(list.Parent!, parameter.Name) is { } remark)
                {
                    edits.Change(document.Id, list.Parent!, node => ParameterRemark.Without(node, remark));
                }

                foreach ((DocumentId place, ArgumentSyntax argument) in arguments)
                {
                    edits.Mark(place, argument, Mark.Remove);
                }

                return;
            }
        }
    }

    /// <summary><c>class Cart()</c> is <c>class Cart</c>.</summary>
    private static ClassDeclarationSyntax Unparenthesised(ClassDeclarationSyntax type)
    {
        SyntaxTriviaList trailing = type.ParameterList!.GetTrailingTrivia();
        return type.TypeParameterList is { } generic
            ? type.WithParameterList(null).WithTypeParameterList(generic.WithTrailingTrivia(trailing))
            : type.WithParameterList(null).WithIdentifier(type.Identifier.WithTrailingTrivia(trailing));
    }

    /// <summary>Whether anything in the type names the parameter. A name that does not bind may be one.</summary>
    private static bool IsUsed(IParameterSymbol parameter, INamedTypeSymbol type, Compilation compilation)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            SemanticModel? model = null;
            foreach (IdentifierNameSyntax name in reference.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                if (name.Identifier.ValueText == parameter.Name
                    && (model ??= compilation.GetSemanticModel(reference.SyntaxTree)).GetSymbolInfo(name).Symbol is var symbol
                    && (symbol is null || SymbolEqualityComparer.Default.Equals(symbol, parameter)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private async Task<bool> WasUsedAsync(DocumentId id, INamedTypeSymbol type, string parameter)
    {
        Compilation before = (await original.GetProject(id.ProjectId)!.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
        return before.Assembly.GetTypeByMetadataName(MetadataName(type)) is { InstanceConstructors: [{ } constructor] } then
            && constructor.Parameters.FirstOrDefault(candidate => candidate.Name == parameter) is { } symbol
            && IsUsed(symbol, then, before);
    }

    private static string MetadataName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? MetadataName(outer) + "+" + type.MetadataName
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.MetadataName
        : type.MetadataName;
}
