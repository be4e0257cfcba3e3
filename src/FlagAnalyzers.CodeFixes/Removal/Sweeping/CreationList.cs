using FlagAnalyzers.Removal.Folding;
using FlagAnalyzers.Removal.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Removal.Sweeping;

/// <summary>Every place in a solution that makes objects of a class, and what each passes for a parameter of its constructor.</summary>
internal sealed class CreationList(Solution solution, FlagNames names, CancellationToken cancellationToken)
{
    /// <summary>Calls that hand arguments to a constructor without naming it.</summary>
    private static readonly HashSet<string> Makers = new(StringComparer.Ordinal) { "CreateInstance", "CreateFactory", "Mock", "For", "ForPartsOf", "Fake", "GetConstructor" };

    /// <summary>The arguments to remove; null where some call cannot be edited, or the class may be made in a way that is not seen here.</summary>
    public async Task<IReadOnlyList<(DocumentId Document, ArgumentSyntax Argument)>?> OfAsync(INamedTypeSymbol type, IParameterSymbol parameter)
    {
        List<(DocumentId, ArgumentSyntax)> arguments = [];
        int count = ((IMethodSymbol)parameter.ContainingSymbol).Parameters.Length;
        foreach (Document document in solution.Projects.Where(static project => project.Language == LanguageNames.CSharp).SelectMany(static project => project.Documents))
        {
            bool isNamed = FlagNames.Contains(await document.GetTextAsync(cancellationToken).ConfigureAwait(false), [type.Name]);
            SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            SemanticModel? model = null;
            foreach (SyntaxNode node in isNamed ? root.DescendantNodes() : root.DescendantNodes().OfType<ImplicitObjectCreationExpressionSyntax>().Where(creation => creation.ArgumentList.Arguments.Count is > 0 and { } given && given <= count))
            {
                if (node is LiteralExpressionSyntax { Token.Value: string text } && text == type.Name)
                {
                    return null;
                }

                if (node is SimpleNameSyntax name && name.Identifier.ValueText == type.Name && IsMadeElsewhere(name))
                {
                    return null;
                }

                if (node is not (BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax))
                {
                    continue;
                }

                model ??= (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
                SymbolInfo info = model.GetSymbolInfo(node, cancellationToken);
                if (info.Symbol is null && (info.CandidateSymbols.Any(candidate => IsOf(candidate, type)) || MayMake(node, type, model)))
                {
                    return null;
                }

                if (IsOf(info.Symbol, type) && !this.Add(arguments, document, node, parameter, model))
                {
                    return null;
                }
            }
        }

        return arguments;
    }

    /// <summary>Whether the code does not bind, for want of a package or a friend, and names the class.</summary>
    private static bool MayMake(SyntaxNode node, INamedTypeSymbol type, SemanticModel model)
    {
        TypeSyntax? named = node switch
        {
            ObjectCreationExpressionSyntax creation => creation.Type,
            PrimaryConstructorBaseTypeSyntax derived => derived.Type,
            _ => null,
        };
        SimpleNameSyntax? name = named switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax qualified => qualified.Name,
            _ => named as SimpleNameSyntax,
        };
        return name?.Identifier.ValueText == type.Name && (model.GetTypeInfo(named!).Type is null or IErrorTypeSymbol);
    }

    private static bool IsOf(ISymbol? constructor, INamedTypeSymbol type) =>
        constructor is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { } made }
        && (SymbolEqualityComparer.Default.Equals(made.OriginalDefinition, type.OriginalDefinition)
            || (made.Name == type.Name && made.GetDocumentationCommentId() == type.GetDocumentationCommentId() && made.ContainingAssembly.Name == type.ContainingAssembly.Name));

    /// <summary><c>Activator.CreateInstance(typeof(Cart), flags)</c>, <c>new Mock&lt;Cart&gt;(flags)</c>: which argument is which is not written there.</summary>
    private static bool IsMadeElsewhere(SimpleNameSyntax name)
    {
        SyntaxNode whole = name;
        while (whole.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax)
        {
            whole = whole.Parent;
        }

        SyntaxNode? maker = whole.Parent switch
        {
            TypeArgumentListSyntax { Parent: GenericNameSyntax generic } when Makers.Contains(generic.Identifier.ValueText) => generic.FirstAncestorOrSelf<ExpressionSyntax>(static node => node is InvocationExpressionSyntax or ObjectCreationExpressionSyntax),
            TypeOfExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call } } when Makers.Contains(access.Name.Identifier.ValueText) => call,
            _ => null,
        };
        return maker switch
        {
            InvocationExpressionSyntax call => call.ArgumentList.Arguments.Count > 0,
            ObjectCreationExpressionSyntax creation => creation.ArgumentList?.Arguments.Count > 0,
            _ => false,
        };
    }

    private bool Add(List<(DocumentId, ArgumentSyntax)> arguments, Document document, SyntaxNode node, IParameterSymbol parameter, SemanticModel model)
    {
        IEnumerable<IArgumentOperation>? given = model.GetOperation(node, cancellationToken) switch
        {
            IObjectCreationOperation creation => creation.Arguments,
            IInvocationOperation initialiser => initialiser.Arguments,
            _ => null,
        };
        if (given?.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is not { } passed)
        {
            return false;
        }

        if (passed.ArgumentKind == ArgumentKind.DefaultValue)
        {
            return true;
        }

        if (passed is not { ArgumentKind: ArgumentKind.Explicit, Syntax: ArgumentSyntax { RefKindKeyword.RawKind: 0 } argument }
            || !(new Effects(model).IsDisposable(argument.Expression) || FlagServices.Is(FlagServices.FetchedBy(argument.Expression, model), document.Project, model.Compilation, names.Key)))
        {
            return false;
        }

        arguments.Add((document.Id, argument));
        return true;
    }
}
