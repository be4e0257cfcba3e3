using System.Collections.Concurrent;
using FlagAnalyzers.Removal.Folding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Propagation;

/// <summary>A place where a symbol is named.</summary>
/// <param name="Document">The file.</param>
/// <param name="Name">The name.</param>
/// <param name="Model">The model of the file.</param>
internal sealed record SymbolUse(DocumentId Document, SimpleNameSyntax Name, SemanticModel Model)
{
    /// <summary>The expression that the name ends: <c>this.name</c>, <c>name</c>.</summary>
    public ExpressionSyntax Whole => this.Name.Parent is MemberAccessExpressionSyntax access && access.Name == this.Name ? access : this.Name;

    /// <summary>Whether it stands in code that a generator or a tool writes, which is never edited.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>Whether nothing is done on the way to it: <c>this.name</c>, <c>Type.Name</c>, <c>a.b.Name</c>.</summary>
    public bool HasPureReceiver => this.Whole is not MemberAccessExpressionSyntax access
        || this.Model.GetSymbolInfo(access.Expression).Symbol is INamespaceOrTypeSymbol || new Effects(this.Model).IsPure(access.Expression);

    public bool IsInNameOf => this.Name.Ancestors().OfType<InvocationExpressionSyntax>().Any(call =>
        call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } && this.Model.GetConstantValue(call).HasValue);

    /// <summary>The assignment of which it is the target, or null.</summary>
    public AssignmentExpressionSyntax? Assignment => this.Whole.Parent is AssignmentExpressionSyntax assignment && assignment.Left == this.Whole ? assignment : null;

    /// <summary>Whether its value, and nothing but its value, is taken.</summary>
    public bool IsRead => !this.IsInNameOf
        && this.Whole.Parent is not MemberBindingExpressionSyntax
        && this.Name.Parent is not (MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or BaseExpressionColonSyntax)
        && this.Whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left != this.Whole,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) && !argument.RefKindKeyword.IsKind(SyntaxKind.OutKeyword) && !argument.RefKindKeyword.IsKind(SyntaxKind.InKeyword),
            RefExpressionSyntax => false,
            PrefixUnaryExpressionSyntax unary => unary.Kind() is not (SyntaxKind.AddressOfExpression or SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression),
            PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            _ => true,
        };
}

/// <summary>Finds where symbols of the program are named.</summary>
/// <param name="solution">The program.</param>
/// <param name="withGenerated">Whether to look into what generators made, too, for members that others may name.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class SymbolUses(Solution solution, bool withGenerated, CancellationToken cancellationToken)
{
    private readonly ConcurrentDictionary<DocumentId, string> texts = new();

    /// <summary>The uses, if all of them may be edited; else null.</summary>
    public async Task<IReadOnlyList<SymbolUse>?> FindEditableAsync(ISymbol symbol) =>
        await this.FindAsync(symbol).ConfigureAwait(false) is var uses && uses.Any(static use => use.IsGenerated) ? null : uses;

    public async Task<IReadOnlyList<SymbolUse>> FindAsync(ISymbol symbol)
    {
        List<SymbolUse> uses = [];
        foreach ((Document document, SyntaxNode scope) in await this.ScopesAsync(symbol).ConfigureAwait(false))
        {
            SemanticModel? model = null;
            foreach (SyntaxToken token in scope.DescendantTokens())
            {
                if (token.ValueText == symbol.Name && token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax name)
                {
                    model ??= (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
                    SymbolInfo info = model.GetSymbolInfo(name, cancellationToken);
                    if (IsSame(info.Symbol, symbol) || info.CandidateSymbols.Any(candidate => IsSame(candidate, symbol)))
                    {
                        uses.Add(new SymbolUse(document.Id, name, model) { IsGenerated = document is SourceGeneratedDocument || Uses.GeneratedCode.Is(document, model.SyntaxTree.GetRoot(cancellationToken)) });
                    }
                }
            }
        }

        return uses;
    }

    public static bool IsSame(ISymbol? found, ISymbol symbol)
    {
        if (found is IMethodSymbol { ReducedFrom: { } reduced })
        {
            found = reduced;
        }

        found = found?.OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(found, symbol.OriginalDefinition))
        {
            return true;
        }

        // The same member, seen from another project.
        return found is not null && found.Kind == symbol.Kind && found.Name == symbol.Name && symbol.Kind is SymbolKind.Property or SymbolKind.Method or SymbolKind.Field
            && found.ContainingAssembly?.Name == symbol.ContainingAssembly?.Name
            && !SymbolEqualityComparer.Default.Equals(found.ContainingAssembly, symbol.ContainingAssembly)
            && found.GetDocumentationCommentId() == symbol.OriginalDefinition.GetDocumentationCommentId();
    }

    private async Task<IReadOnlyList<Document>> DocumentsAsync()
    {
        List<Document> documents = [];
        foreach (Project project in solution.Projects.Where(static project => project.Language == LanguageNames.CSharp))
        {
            documents.AddRange(project.Documents);
            if (withGenerated)
            {
                documents.AddRange(await project.GetSourceGeneratedDocumentsAsync(cancellationToken).ConfigureAwait(false));
            }
        }

        return documents;
    }

    /// <summary>Where the symbol can be named: its function, its type, or every file that says its name.</summary>
    private async Task<IReadOnlyList<(Document Document, SyntaxNode Scope)>> ScopesAsync(ISymbol symbol)
    {
        List<(Document, SyntaxNode)> scopes = [];
        if (symbol is ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction })
        {
            ISymbol owner = symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.LocalFunction } method } ? method : symbol;
            foreach (SyntaxReference reference in owner.DeclaringSyntaxReferences)
            {
                SyntaxNode node = await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
                if (solution.GetDocument(node.SyntaxTree) is { } document && Pruning.Idle.MemberOf(node) is { } member)
                {
                    scopes.Add((document, member));
                }
            }
        }
        else if (symbol.DeclaredAccessibility == Accessibility.Private && symbol.ContainingType is { } type)
        {
            foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
            {
                SyntaxNode node = await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
                if (solution.GetDocument(node.SyntaxTree) is { } document)
                {
                    scopes.Add((document, node));
                }
            }
        }
        else
        {
            foreach (Document document in await this.DocumentsAsync().ConfigureAwait(false))
            {
                if (!this.texts.TryGetValue(document.Id, out string? text))
                {
                    this.texts[document.Id] = text = (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString();
                }

                if (Uses.FlagNames.Contains(text, symbol.Name))
                {
                    scopes.Add((document, (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!));
                }
            }
        }

        return scopes;
    }
}
