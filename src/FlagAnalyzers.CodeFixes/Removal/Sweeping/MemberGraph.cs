using FlagAnalyzers.Removal.Folding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Sweeping;

/// <summary>
/// Which private members and file-local types of some types can be reached from what others may call. Counting references would keep two methods that
/// only call each other. Only those are looked at that may have become unused; all others count as reached.
/// </summary>
internal sealed class MemberGraph
{
    private readonly Dictionary<ISymbol, SyntaxNode> declarations = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, HashSet<ISymbol>> edges = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> reached = new(SymbolEqualityComparer.Default);

    /// <summary>What could go if nothing reached it, with its declaration.</summary>
    public IReadOnlyDictionary<ISymbol, SyntaxNode> Candidates => this.declarations;

    /// <summary>The names of all that was looked at.</summary>
    public HashSet<string> Names { get; private set; } = [];

    /// <summary>Statements that only give a value to a candidate field or property.</summary>
    public List<(ISymbol Target, ExpressionStatementSyntax Statement)> Writes { get; } = [];

    /// <summary>The graph of what bears one of the names, or is used by such.</summary>
    public static async Task<MemberGraph> OfAsync(Solution solution, IEnumerable<Document> documents, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        MemberGraph graph = new();
        List<(SyntaxNode Root, SemanticModel Model)> trees = [];
        HashSet<SyntaxTree> seen = [];
        foreach (Document document in documents)
        {
            SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
            if (seen.Add(root.SyntaxTree))
            {
                trees.Add((root, model));
            }

            // The other parts of partial types.
            foreach (TypeDeclarationSyntax type in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>().Where(static type => type.Modifiers.Any(SyntaxKind.PartialKeyword)))
            {
                foreach (SyntaxReference reference in model.GetDeclaredSymbol(type, cancellationToken)!.DeclaringSyntaxReferences)
                {
                    if (seen.Add(reference.SyntaxTree))
                    {
                        trees.Add((await reference.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false), model.Compilation.GetSemanticModel(reference.SyntaxTree)));
                    }
                }
            }
        }

        graph.Names = new HiddenDeclarations(trees.Select(static tree => tree.Root)).ReachedFrom(names);
        foreach ((SyntaxNode root, SemanticModel model) in trees)
        {
            graph.Declare(root, model, cancellationToken);
        }

        foreach ((SyntaxNode root, SemanticModel model) in trees)
        {
            graph.Connect(root, model, cancellationToken);
        }

        return graph;
    }

    /// <summary>What is reached from the members that stay, and from the candidates given.</summary>
    public HashSet<ISymbol> Reach(IEnumerable<ISymbol> roots)
    {
        HashSet<ISymbol> live = new(SymbolEqualityComparer.Default);
        Stack<ISymbol> open = new(this.reached.Concat(roots));
        while (open.Count > 0)
        {
            ISymbol symbol = open.Pop();
            if (live.Add(symbol) && this.edges.TryGetValue(symbol, out HashSet<ISymbol>? targets))
            {
                foreach (ISymbol target in targets)
                {
                    open.Push(target);
                }
            }
        }

        return live;
    }

    private static bool IsCandidate(ISymbol? symbol, SyntaxNode declaration)
    {
        if (symbol is null || (declaration is MemberDeclarationSyntax member ? member : declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>())?.AttributeLists.Count > 0)
        {
            return false;
        }

        return symbol switch
        {
            INamedTypeSymbol type => type.IsFileLocal || type.DeclaredAccessibility == Accessibility.Private,
            _ when symbol.DeclaredAccessibility != Accessibility.Private => false,
            IMethodSymbol method => method is { MethodKind: MethodKind.Ordinary, ExplicitInterfaceImplementations.Length: 0, IsOverride: false, IsPartialDefinition: false, Name: not "Main" } && method.PartialDefinitionPart is null
                || (method.MethodKind == MethodKind.Constructor && method.ContainingType.Constructors.Length > 1),
            IPropertySymbol property => property is { ExplicitInterfaceImplementations.Length: 0, IsIndexer: false },
            IFieldSymbol field => field.ContainingType.TypeKind != TypeKind.Enum,
            IEventSymbol handler => handler.ExplicitInterfaceImplementations.Length == 0,
            _ => false,
        };
    }

    private void Declare(SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode node in HiddenDeclarations.In(root))
        {
            if (this.Names.Contains(HiddenDeclarations.NameOf(node)!)
                && model.GetDeclaredSymbol(node, cancellationToken) is { } symbol
                && IsCandidate(symbol, node)
                && symbol.DeclaringSyntaxReferences.Length == 1)
            {
                this.declarations[symbol] = node;
            }
        }
    }

    private void Connect(SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (this.declarations.Count == 0)
        {
            return;
        }

        bool areTypes = this.declarations.Keys.Any(static symbol => symbol is INamedTypeSymbol or IMethodSymbol { MethodKind: MethodKind.Constructor });
        HashSet<string> aliases = [.. UsingSweep.In(root).Select(static directive => directive.Alias?.Name.Identifier.ValueText).OfType<string>()];
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            ISymbol? target = node switch
            {
                SimpleNameSyntax name when this.Names.Contains(name.Identifier.ValueText) || aliases.Contains(name.Identifier.ValueText) => model.GetSymbolInfo(name, cancellationToken).Symbol,
                ConstructorInitializerSyntax or ImplicitObjectCreationExpressionSyntax or ObjectCreationExpressionSyntax when areTypes => model.GetSymbolInfo(node, cancellationToken).Symbol,
                _ => null,
            };
            if (target is null)
            {
                // A group of methods, as in "nameof(Method)": any of them may be meant.
                if (node is SimpleNameSyntax group && this.Names.Contains(group.Identifier.ValueText))
                {
                    foreach (ISymbol candidate in model.GetSymbolInfo(group, cancellationToken).CandidateSymbols)
                    {
                        this.Connect(node, candidate.OriginalDefinition, model);
                    }
                }

                continue;
            }

            if (target is IMethodSymbol { ReducedFrom: { } reduced })
            {
                target = reduced;
            }

            ISymbol definition = target.OriginalDefinition;
            this.Connect(node, definition, model);
            if (definition is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
            {
                this.Connect(node, constructor.ContainingType, model);
            }
        }
    }

    private void Connect(SyntaxNode node, ISymbol target, SemanticModel model)
    {
        if (!this.declarations.ContainsKey(target))
        {
            return;
        }

        if (target is IFieldSymbol or IPropertySymbol && this.WriteOf(node, target, model) is { } write)
        {
            this.Writes.Add((target, write));
            return;
        }

        if (this.OwnerOf(node, model) is not { } owner)
        {
            this.reached.Add(target);
        }
        else if (!SymbolEqualityComparer.Default.Equals(owner, target))
        {
            if (!this.edges.TryGetValue(owner, out HashSet<ISymbol>? targets))
            {
                this.edges.Add(owner, targets = new HashSet<ISymbol>(SymbolEqualityComparer.Default));
            }

            targets.Add(target);
        }
    }

    /// <summary>The statement, where the name is only given a value that may be dropped.</summary>
    private ExpressionStatementSyntax? WriteOf(SyntaxNode node, ISymbol target, SemanticModel model)
    {
        SyntaxNode whole = node.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access : node;
        return whole.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax statement } assignment
            && assignment.Left == whole
            && (target is IFieldSymbol || IsAuto(this.declarations[target]))
            && new Effects(model).IsDisposable(assignment.Right)
                ? statement
                : null;
    }

    private static bool IsAuto(SyntaxNode declaration) =>
        declaration is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors } && accessors.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null });

    private ISymbol? OwnerOf(SyntaxNode node, SemanticModel model)
    {
        for (SyntaxNode? current = node; current is not null; current = current.Parent)
        {
            if (current is VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } or MethodDeclarationSyntax or PropertyDeclarationSyntax or ConstructorDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or EventDeclarationSyntax
                && model.GetDeclaredSymbol(current) is { } symbol && this.declarations.ContainsKey(symbol))
            {
                return symbol;
            }

            // The type of a field belongs to its first variable.
            if (current is BaseFieldDeclarationSyntax field && model.GetDeclaredSymbol(field.Declaration.Variables[0]) is { } variable && this.declarations.ContainsKey(variable))
            {
                return variable;
            }
        }

        return null;
    }
}
