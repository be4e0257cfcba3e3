using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Manifests.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Removal.Uses;

/// <summary>The names by which code of a solution may speak of a flag. Only files in which one of them occurs are looked into.</summary>
internal sealed class FlagNames
{
    private readonly HashSet<string> accessors = new(StringComparer.Ordinal);
    private readonly HashSet<string> constants = new(StringComparer.Ordinal);
    private readonly HashSet<string> valueTypes = new(StringComparer.Ordinal);

    private FlagNames(string key) => this.Key = key;

    public string Key { get; }

    /// <summary>The names of its accessors.</summary>
    public IReadOnlyCollection<string> Accessors => this.accessors;

    /// <summary>The name that the generator gives its accessor, which code may read although nothing declares it: the generator may not have run.</summary>
    public string UsualAccessor => CSharpName.FromKey(this.Key);

    /// <summary>The names of constants, and members as good as constants, that hold its key.</summary>
    public IReadOnlyCollection<string> Constants => this.constants;

    /// <summary>The names of types that are generated for its values.</summary>
    public IReadOnlyCollection<string> ValueTypes => this.valueTypes;

    /// <summary>Everything to look for, the key first.</summary>
    public IEnumerable<string> All => new[] { this.Key, this.UsualAccessor }.Concat(this.accessors).Concat(this.constants);

    public static async Task<FlagNames> OfAsync(Solution solution, string key, CancellationToken cancellationToken)
    {
        FlagNames names = new(key);
        foreach (Project project in solution.Projects)
        {
            if (project.Language != LanguageNames.CSharp || await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
            {
                continue;
            }

            foreach (FlagClass type in FlagClass.InReferences(compilation))
            {
                names.Add(type.Type);
                names.AddConstant(type.FindConstant(key));
            }

            foreach (SyntaxTree tree in compilation.SyntaxTrees)
            {
                string text = (await tree.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString();
                if (Contains(text, key))
                {
                    names.AddAccessors(await tree.GetRootAsync(cancellationToken).ConfigureAwait(false), text, compilation.GetSemanticModel(tree), cancellationToken);
                }
            }
        }

        // One constant may be given to another.
        int known;
        do
        {
            known = names.constants.Count;
            await names.AddConstantsAsync(solution, cancellationToken).ConfigureAwait(false);
        }
        while (names.constants.Count > known);

        return names;
    }

    /// <summary>Whether the text says one of the words, and not only as a part of a longer one.</summary>
    public static bool Contains(SourceText text, IEnumerable<string> words)
    {
        string content = text.ToString();
        return words.Any(word => Contains(content, word));
    }

    public static bool Contains(string content, string word) => Occurrences.Of(word, content).Any();

    /// <summary>Whether the text is the flag's key, or the name of its accessor where flags are asked for by that.</summary>
    public bool IsKey(string? text, bool orName) => text is not null && (text == this.Key || (orName && this.accessors.Contains(text)));

    private void Add(INamedTypeSymbol type)
    {
        foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>().Where(property => Accessor.Flag(property) == this.Key))
        {
            this.AddAccessor(property);
        }
    }

    private void AddAccessor(IPropertySymbol property)
    {
        this.accessors.Add(property.Name);
        if (Values.FlagTypes.GoesWithFlag(property.Type))
        {
            this.valueTypes.Add(property.Type.Name);
        }
    }

    private void AddAccessors(SyntaxNode root, string text, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (SyntaxToken token in Occurrences.Of([this.Key], root, text))
        {
            if (token.Parent?.FirstAncestorOrSelf<AttributeSyntax>() is { Parent.Parent: PropertyDeclarationSyntax declaration } attribute
                && attribute.Name.GetLastToken().ValueText is "Flag" or "FlagAttribute"
                && model.GetDeclaredSymbol(declaration, cancellationToken) is IPropertySymbol property
                && Accessor.Flag(property) == this.Key)
            {
                this.AddAccessor(property);
            }
        }
    }

    private async Task AddConstantsAsync(Solution solution, CancellationToken cancellationToken)
    {
        string[] words = [.. this.All];
        foreach (Project project in solution.Projects.Where(static project => project.Language == LanguageNames.CSharp))
        {
            Compilation? compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
            foreach (SyntaxTree tree in compilation?.SyntaxTrees ?? [])
            {
                string text = (await tree.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString();
                SyntaxNode root = await tree.GetRootAsync(cancellationToken).ConfigureAwait(false);
                SemanticModel model = compilation!.GetSemanticModel(tree);
                this.AddConstants(Occurrences.Of(words, root, text), model, cancellationToken);
                this.AddComposed(Occurrences.Of(["const"], root, text), model, cancellationToken);
            }
        }
    }

    private void AddConstants(IEnumerable<SyntaxToken> tokens, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (SyntaxToken token in tokens)
        {
            if (token.Parent is EnumMemberDeclarationSyntax value && value.Identifier.ValueText == this.Key)
            {
                this.constants.Add(value.Identifier.ValueText);
            }
            else if (token.Parent?.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { Initializer: not null } variable && IsConstant(variable))
            {
                this.AddConstant(model.GetDeclaredSymbol(variable, cancellationToken));
            }
            else if (token.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member && Held(member, token) is { } declaration
                && model.GetDeclaredSymbol(declaration, cancellationToken) is { IsStatic: true } holder && KeyMembers.Holds(holder, this.Key))
            {
                this.constants.Add(holder.Name);
            }
        }
    }

    /// <summary>Constants that are put together: the key is nowhere in their text.</summary>
    private void AddComposed(IEnumerable<SyntaxToken> modifiers, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (SyntaxToken modifier in modifiers)
        {
            VariableDeclarationSyntax? declaration = modifier.Parent switch
            {
                FieldDeclarationSyntax field => field.Declaration,
                LocalDeclarationStatementSyntax local => local.Declaration,
                _ => null,
            };
            foreach (VariableDeclaratorSyntax variable in declaration?.Variables ?? default)
            {
                if (variable.Initializer?.Value is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or InterpolatedStringExpressionSyntax)
                {
                    this.AddConstant(model.GetDeclaredSymbol(variable, cancellationToken));
                }
            }
        }
    }

    /// <summary>The declaration of the property or field in whose value the token is; null where it is in another place.</summary>
    private static SyntaxNode? Held(MemberDeclarationSyntax member, SyntaxToken token) => member switch
    {
        PropertyDeclarationSyntax => member,
        FieldDeclarationSyntax => token.Parent!.FirstAncestorOrSelf<VariableDeclaratorSyntax>(),
        _ => null,
    };

    private static bool IsConstant(VariableDeclaratorSyntax variable) => variable.Parent?.Parent switch
    {
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.IsConst,
        _ => false,
    };

    private void AddConstant(ISymbol? symbol)
    {
        if (symbol is IFieldSymbol { HasConstantValue: true, ConstantValue: string field } && this.IsKey(field, orName: true))
        {
            this.constants.Add(symbol.Name);
        }
        else if (symbol is ILocalSymbol { HasConstantValue: true, ConstantValue: string local } && this.IsKey(local, orName: true))
        {
            this.constants.Add(symbol.Name);
        }
    }
}
