using FlagAnalyzers.Removal.Propagation;
using FlagAnalyzers.Removal.Proving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Sweeping;

/// <summary>
/// Members and types that others could use, and that nothing in the solution uses any more since the removal. They stay, somebody outside may use them;
/// whoever knows better can delete them.
/// </summary>
internal sealed class DeadMembers(Solution before, Solution after, IReadOnlyCollection<DocumentId> changed, CancellationToken cancellationToken)
{
    /// <summary>A limit to the search: beyond it nothing is reported that might not be true.</summary>
    private const int MaximumCandidates = 500;

    /// <summary>Members that the compiler calls without their names.</summary>
    private static readonly HashSet<string> CalledUnnamed = new(StringComparer.Ordinal)
    {
        "GetEnumerator", "GetAsyncEnumerator", "MoveNext", "MoveNextAsync", "Current", "Dispose", "DisposeAsync", "Deconstruct", "Add", "GetAwaiter", "IsCompleted", "GetResult", "Slice", "Length", "Count", "Main",
    };

    private readonly SymbolUses uses = new(after, withGenerated: true, cancellationToken);
    private readonly Dictionary<string, ISymbol> candidates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> reaches = new(StringComparer.Ordinal);

    /// <summary>The members, and the files in which nothing else is left.</summary>
    public async Task<(IReadOnlyList<DeadMember> Members, IReadOnlyList<string> Files)> FindAsync()
    {
        await this.CollectLostAsync().ConfigureAwait(false);
        await this.ExpandAsync().ConfigureAwait(false);
        if (this.candidates.Count > MaximumCandidates)
        {
            return ([], []);
        }

        HashSet<string> live = await this.LiveAsync().ConfigureAwait(false);
        List<ISymbol> dead = [.. this.candidates.Where(candidate => !live.Contains(candidate.Key)).Select(static candidate => candidate.Value)];
        HashSet<string> deadIds = new(dead.Select(IdOf).OfType<string>(), StringComparer.Ordinal);
        List<DeadMember> members = [];
        foreach (ISymbol symbol in dead.Where(symbol => symbol.DeclaredAccessibility != Accessibility.Private && !IsInside(symbol, deadIds)))
        {
            if (symbol.Locations.FirstOrDefault(static location => location.IsInSource) is { } place)
            {
                FileLinePositionSpan line = place.GetLineSpan();
                members.Add(new DeadMember(symbol.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat), line.Path.Length > 0 ? line.Path : after.GetDocument(place.SourceTree)?.Name ?? string.Empty, line.StartLinePosition.Line + 1));
            }
        }

        return ([.. members.Distinct().OrderBy(static member => member.File, StringComparer.Ordinal).ThenBy(static member => member.Line)], await this.DeadFilesAsync(dead, deadIds).ConfigureAwait(false));
    }

    private static string? IdOf(ISymbol symbol) => symbol.OriginalDefinition.GetDocumentationCommentId();

    private static bool IsInside(ISymbol symbol, HashSet<string> ids)
    {
        for (INamedTypeSymbol? type = symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (IdOf(type) is { } id && ids.Contains(id))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A member or type of the solution that is only alive when somebody names it.</summary>
    private static bool IsCandidate(ISymbol symbol)
    {
        if (symbol.DeclaringSyntaxReferences.Length == 0 || symbol.IsOverride || symbol.IsAbstract || symbol.IsVirtual || symbol.IsImplicitlyDeclared || symbol.GetAttributes().Length > 0 || CalledUnnamed.Contains(symbol.Name))
        {
            return false;
        }

        return symbol switch
        {
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Enum or TypeKind.Interface or TypeKind.Delegate } => true,
            IMethodSymbol method => method.MethodKind == MethodKind.Ordinary && !Implements(method),
            IPropertySymbol property => !property.IsIndexer && !Implements(property),
            IFieldSymbol field => field.ContainingType.TypeKind != TypeKind.Enum,
            IEventSymbol handler => !Implements(handler),
            _ => false,
        };
    }

    private static bool Implements(ISymbol member) => member.ContainingType is { TypeKind: TypeKind.Interface }
        || member.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(member.Name)).Any(part => SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(part), member));

    /// <summary>What the changed files name less often than before.</summary>
    private async Task CollectLostAsync()
    {
        foreach (ISymbol lost in (await SideBySide.SelectAsync(changed, this.LostInAsync, cancellationToken).ConfigureAwait(false)).SelectMany(static lost => lost))
        {
            this.Add(lost);
        }
    }

    /// <summary>What a file names less often than before, where it is still declared.</summary>
    private async Task<IReadOnlyList<ISymbol>> LostInAsync(DocumentId id)
    {
        List<ISymbol> found = [];
        SyntaxNode then = (await before.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        SyntaxNode now = (await after.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        HashSet<string> lost = NameCounts.Lost(then, now);
        if (lost.Count == 0)
        {
            return found;
        }

        HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);
        ChangedMembers members = new(then, now);
        SemanticModel model = (await before.GetDocument(id)!.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        Compilation compilation = (await after.GetProject(id.ProjectId)!.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
        foreach (SyntaxToken token in then.DescendantTokens(members.MayBeIn).Where(token => token.IsKind(SyntaxKind.IdentifierToken) && lost.Contains(token.ValueText)))
        {
            if (token.Parent is SimpleNameSyntax name
                && model.GetSymbolInfo(name, cancellationToken).Symbol is { } symbol && seen.Add(symbol.OriginalDefinition) && IsCandidate(symbol) && IdOf(symbol) is { } declared
                && DocumentationCommentId.GetFirstSymbolForDeclarationId(declared, compilation) is { } same)
            {
                found.Add(same);
            }
        }

        return found;
    }

    private bool Add(ISymbol symbol)
    {
        symbol = symbol is IMethodSymbol { ReducedFrom: { } reduced } ? reduced.OriginalDefinition : symbol.OriginalDefinition;
        if (!IsCandidate(symbol) || IdOf(symbol) is not { } id || this.candidates.ContainsKey(id)

            // What a generator made goes with what it is made from.
            || symbol.DeclaringSyntaxReferences.Any(reference => after.GetDocument(reference.SyntaxTree) is null or SourceGeneratedDocument))
        {
            return false;
        }

        this.candidates.Add(id, symbol);
        return true;
    }

    /// <summary>What the candidates use may be dead with them.</summary>
    private async Task ExpandAsync()
    {
        Queue<ISymbol> open = new(this.candidates.Values);
        while (open.Count > 0 && this.candidates.Count <= MaximumCandidates)
        {
            foreach (SyntaxReference reference in open.Dequeue().DeclaringSyntaxReferences)
            {
                SyntaxNode declaration = await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
                if (after.GetDocument(declaration.SyntaxTree) is not { } document)
                {
                    continue;
                }

                SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
                foreach (SimpleNameSyntax name in declaration.DescendantNodes().OfType<SimpleNameSyntax>())
                {
                    if (model.GetSymbolInfo(name, cancellationToken).Symbol is { } symbol && this.Add(symbol))
                    {
                        open.Enqueue(symbol.OriginalDefinition);
                    }
                }
            }
        }
    }

    private async Task<HashSet<string>> LiveAsync()
    {
        Stack<string> open = new();
        foreach (KeyValuePair<string, ISymbol> candidate in this.candidates)
        {
            if (candidate.Value.ContainingType is { } type && IdOf(type) is { } outer)
            {
                this.Connect(candidate.Key, outer);
            }

            foreach (SymbolUse use in await this.uses.FindAsync(candidate.Value).ConfigureAwait(false))
            {
                string? owner = this.OwnerOf(use);
                if (owner is null)
                {
                    open.Push(candidate.Key);
                }
                else if (owner != candidate.Key)
                {
                    this.Connect(owner, candidate.Key);
                }
            }
        }

        HashSet<string> live = new(StringComparer.Ordinal);
        while (open.Count > 0)
        {
            string id = open.Pop();
            if (live.Add(id) && this.reaches.TryGetValue(id, out HashSet<string>? targets))
            {
                foreach (string target in targets)
                {
                    open.Push(target);
                }
            }
        }

        return live;
    }

    private void Connect(string from, string to)
    {
        if (!this.reaches.TryGetValue(from, out HashSet<string>? targets))
        {
            this.reaches.Add(from, targets = new HashSet<string>(StringComparer.Ordinal));
        }

        targets.Add(to);
    }

    /// <summary>The innermost candidate in whose declaration the name stands.</summary>
    private string? OwnerOf(SymbolUse use)
    {
        for (SyntaxNode? node = use.Name; node is not null; node = node.Parent)
        {
            if (node is MemberDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax }
                && use.Model.GetDeclaredSymbol(node, cancellationToken) is { } symbol && IdOf(symbol) is { } id && this.candidates.ContainsKey(id))
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>Changed files, and files of dead types, in which no type is left that is not dead.</summary>
    private async Task<IReadOnlyList<string>> DeadFilesAsync(List<ISymbol> dead, HashSet<string> deadIds)
    {
        SortedSet<string> files = new(StringComparer.Ordinal);
        IEnumerable<DocumentId> places = changed.Concat(dead.OfType<INamedTypeSymbol>().SelectMany(static type => type.DeclaringSyntaxReferences).Select(reference => after.GetDocument(reference.SyntaxTree)?.Id).OfType<DocumentId>()).Distinct();
        foreach (DocumentId id in places)
        {
            Document document = after.GetDocument(id)!;
            CompilationUnitSyntax root = (CompilationUnitSyntax)(await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            CompilationUnitSyntax old = (CompilationUnitSyntax)(await before.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
            bool isDead = old.Members.Count > 0 && root.AttributeLists.Count == 0 && MembersOf(root.Members).All(member =>
                member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax && model.GetDeclaredSymbol(member, cancellationToken) is { } type && IdOf(type) is { } declared && deadIds.Contains(declared));
            if (isDead && MembersOf(old.Members).Any())
            {
                files.Add(document.FilePath ?? document.Name);
            }
        }

        return [.. files];
    }

    private static IEnumerable<MemberDeclarationSyntax> MembersOf(SyntaxList<MemberDeclarationSyntax> members) =>
        members.SelectMany(static member => member is BaseNamespaceDeclarationSyntax space ? MembersOf(space.Members) : [member]);
}
