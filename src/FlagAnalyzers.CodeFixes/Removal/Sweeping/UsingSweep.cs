using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlagAnalyzers.Removal.Sweeping;

/// <summary>Using directives that were needed before and are not any more.</summary>
internal sealed class UsingSweep(CancellationToken cancellationToken)
{
    /// <summary>So many places are looked at before the compiler is asked about the whole file.</summary>
    private const int MaximumPlaces = 40;

    private readonly ImportedNames names = new();

    /// <summary>Which of the directives, by their place in the order of the file, are not needed any more.</summary>
    /// <param name="then">The file as it was, bound with its documentation.</param>
    /// <param name="now">The file as it is, bound with its documentation.</param>
    public IReadOnlyCollection<int> Gone(SemanticModel then, SemanticModel now)
    {
        SyntaxNode root = now.SyntaxTree.GetRoot(cancellationToken);
        UsingDirectiveSyntax[] directives = In(root);
        if (directives.Length == 0 || NameCounts.Lost(then.SyntaxTree.GetRoot(cancellationToken), root) is not { Count: > 0 } lost)
        {
            return [];
        }

        List<int> gone = [];
        Lazy<HashSet<string>> words = new(() => WordsOf(then.SyntaxTree.GetRoot(cancellationToken).ToFullString()));
        for (int i = 0; i < directives.Length; i++)
        {
            switch (this.IsGone(directives[i], lost, words, then, now))
            {
                case null:
                    // Only the compiler can tell: it looks at the whole file for that.
                    return this.GoneByCompiler(directives, then, now);
                case true when !IsBehindDirective(directives[i]):
                    gone.Add(i);
                    break;
            }
        }

        return gone;
    }

    /// <summary>Whether the directive was needed and is not any more; null when that cannot be told from a few places.</summary>
    private bool? IsGone(UsingDirectiveSyntax directive, HashSet<string> lost, Lazy<HashSet<string>> words, SemanticModel then, SemanticModel now)
    {
        if (directive.Alias is { } alias)
        {
            return lost.Contains(alias.Name.Identifier.ValueText) ? null : false;
        }

        if (directive.StaticKeyword.RawKind != 0 || directive.GlobalKeyword.RawKind != 0 || directive.Name is not { } name || now.GetSymbolInfo(name, cancellationToken).Symbol is not INamespaceSymbol space)
        {
            return null;
        }

        HashSet<string> imported = this.names.Of(space);
        if (this.names.MayBeNeededUnnamed(space, words.Value))
        {
            return null;
        }

        if (!imported.Overlaps(lost))
        {
            return false;
        }

        if (IsImportedTwice(directive, space, now, cancellationToken))
        {
            return null;
        }

        return this.IsSaid(space, imported.Where(words.Value.Contains), now) switch
        {
            true => false,
            false => this.IsSaid(space, imported.Where(lost.Contains), then),
            null => null,
        };
    }

    /// <summary>Whether the namespace is there without the directive, too: by another, one for all files, or because the code is in it.</summary>
    private static bool IsImportedTwice(UsingDirectiveSyntax directive, INamespaceSymbol space, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode? member = directive.Parent switch
        {
            CompilationUnitSyntax unit => unit.Members.FirstOrDefault(),
            BaseNamespaceDeclarationSyntax outer => outer.Members.FirstOrDefault(),
            _ => null,
        };
        string name = space.ToDisplayString();
        return member is null
            || model.GetImportScopes(member.SpanStart, cancellationToken).SelectMany(static scope => scope.Imports).Count(import => import.NamespaceOrType.ToDisplayString() == name) > 1
            || directive.SyntaxTree.GetRoot(cancellationToken).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<BaseNamespaceDeclarationSyntax>()
                .Any(own => own.Name.ToString() == name || own.Name.ToString().StartsWith(name + ".", StringComparison.Ordinal));
    }

    private static bool IsQualified(SimpleNameSyntax name, SemanticModel model) => name.Parent switch
    {
        QualifiedNameSyntax qualified => qualified.Right == name,
        AliasQualifiedNameSyntax => true,
        MemberAccessExpressionSyntax access => access.Name == name && model.GetSymbolInfo(access.Expression).Symbol is INamespaceSymbol,
        _ => false,
    };

    /// <summary>Whether one of the names stands for a type or extension method of the namespace somewhere in the file; null after too many places that do not.</summary>
    private bool? IsSaid(INamespaceSymbol space, IEnumerable<string> said, SemanticModel model)
    {
        SyntaxNode root = model.SyntaxTree.GetRoot(cancellationToken);
        string text = root.ToFullString();
        string wanted = space.ToDisplayString();
        int places = 0;
        foreach (int at in said.SelectMany(name => Uses.Occurrences.Of(name, text)))
        {
            SyntaxToken token = root.FindToken(at, findInsideTrivia: true);
            if (token.SpanStart != at || token.Parent is not SimpleNameSyntax name || IsQualified(name, model))
            {
                continue;
            }

            if (places++ == MaximumPlaces)
            {
                return null;
            }

            SymbolInfo info = model.GetSymbolInfo(name, cancellationToken);
            ISymbol? symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
            INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
            if (type?.ContainingNamespace?.ToDisplayString() == wanted)
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<string> WordsOf(string text)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        for (int i = 0; i < text.Length; i++)
        {
            int start = i;
            while (i < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                words.Add(text.Substring(start, i - start));
            }
        }

        return words;
    }

    private IReadOnlyCollection<int> GoneByCompiler(UsingDirectiveSyntax[] directives, SemanticModel then, SemanticModel now)
    {
        if (UnusedIn(now, cancellationToken) is not { Count: > 0 } unused)
        {
            return [];
        }

        HashSet<string> before = new(UnusedIn(then, cancellationToken).Select(static directive => directive.ToString()), StringComparer.Ordinal);
        return [.. unused
            .Where(directive => !before.Contains(directive.ToString()) && !IsBehindDirective(directive))
            .Select(directive => Array.IndexOf(directives, directive))];
    }

    private static bool IsBehindDirective(UsingDirectiveSyntax directive) => directive.GetLeadingTrivia().Any(static trivia => trivia.IsDirective);

    /// <summary>The file without some directives.</summary>
    public static SyntaxNode Without(SyntaxNode root, IReadOnlyCollection<int> places)
    {
        if (places.Count == 0)
        {
            return root;
        }

        UsingDirectiveSyntax[] directives = In(root);
        UsingDirectiveSyntax[] gone = [.. places.Select(place => directives[place])];

        // A comment at the head of the file is not the first directive's.
        SyntaxTriviaList head = root.GetLeadingTrivia();
        bool losesHead = gone.Any(directive => directive.SpanStart == root.GetFirstToken().SpanStart);
        SyntaxNode swept = root.RemoveNodes(gone, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
        if (!losesHead)
        {
            return swept;
        }

        SyntaxToken first = swept.GetFirstToken(includeZeroWidth: true);
        IEnumerable<SyntaxTrivia> own = swept is CompilationUnitSyntax { Usings.Count: > 0 } || head.Any(Repair.Remarks.IsComment)
            ? first.LeadingTrivia
            : first.LeadingTrivia.SkipWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return swept.ReplaceToken(first, first.WithLeadingTrivia(head.AddRange(own)));
    }

    /// <summary>All directives of a file, in their order.</summary>
    public static UsingDirectiveSyntax[] In(SyntaxNode root) =>
        [.. root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>()];

    private static IReadOnlyCollection<UsingDirectiveSyntax> UnusedIn(SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode root = model.SyntaxTree.GetRoot(cancellationToken);
        return
        [
            .. model.GetDiagnostics(cancellationToken: cancellationToken)
                .Where(static diagnostic => diagnostic.Id == "CS8019")
                .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<UsingDirectiveSyntax>())
                .OfType<UsingDirectiveSyntax>(),
        ];
    }
}
