using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Manifests.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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

    /// <summary>How the last part of a key ends that is written in parts: <c>Prefix + "Checkout"</c> for <c>Shop.Checkout</c>.</summary>
    private string Tail => this.Key.Substring(this.Key.LastIndexOfAny(['.', ':', '/']) + 1) + "\"";

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
                if (Contains(await tree.GetTextAsync(cancellationToken).ConfigureAwait(false), [key]))
                {
                    names.AddAccessors(await tree.GetRootAsync(cancellationToken).ConfigureAwait(false), compilation.GetSemanticModel(tree), cancellationToken);
                }
            }
        }

        foreach (Project project in solution.Projects.Where(static project => project.Language == LanguageNames.CSharp))
        {
            Compilation? compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
            foreach (SyntaxTree tree in compilation?.SyntaxTrees ?? [])
            {
                if (Contains(await tree.GetTextAsync(cancellationToken).ConfigureAwait(false), names.All.Concat([names.Tail])))
                {
                    names.AddConstants(await tree.GetRootAsync(cancellationToken).ConfigureAwait(false), compilation!.GetSemanticModel(tree), cancellationToken);
                }
            }
        }

        return names;
    }

    /// <summary>Whether the text says one of the words, as a part of anything.</summary>
    public static bool Contains(Microsoft.CodeAnalysis.Text.SourceText text, IEnumerable<string> words)
    {
        string content = text.ToString();
        return words.Any(word => content.IndexOf(word, StringComparison.Ordinal) >= 0);
    }

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

    private void AddAccessors(SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (AttributeSyntax attribute in root.DescendantNodes().OfType<AttributeSyntax>())
        {
            if (attribute.Name.GetLastToken().ValueText is "Flag" or "FlagAttribute"
                && attribute.Parent?.Parent is PropertyDeclarationSyntax declaration
                && model.GetDeclaredSymbol(declaration, cancellationToken) is IPropertySymbol property
                && Accessor.Flag(property) == this.Key)
            {
                this.AddAccessor(property);
            }
        }
    }

    private void AddConstants(SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (MemberDeclarationSyntax member in root.DescendantNodes().OfType<MemberDeclarationSyntax>())
        {
            if ((member is EnumMemberDeclarationSyntax { Identifier.ValueText: { } name } && name == this.Key)
                || (member is PropertyDeclarationSyntax && model.GetDeclaredSymbol(member, cancellationToken) is { IsStatic: true } property && KeyMembers.Holds(property, this.Key)))
            {
                this.constants.Add(model.GetDeclaredSymbol(member, cancellationToken)!.Name);
            }
        }

        foreach (VariableDeclaratorSyntax variable in root.DescendantNodes().OfType<VariableDeclaratorSyntax>())
        {
            if (variable is { Initializer: not null, Parent.Parent: FieldDeclarationSyntax or LocalDeclarationStatementSyntax }
                && ((variable.Parent.Parent as FieldDeclarationSyntax)?.Modifiers ?? ((LocalDeclarationStatementSyntax)variable.Parent.Parent!).Modifiers).Any(static modifier => modifier.ValueText == "const"))
            {
                this.AddConstant(model.GetDeclaredSymbol(variable, cancellationToken));
            }
            else if (model.GetDeclaredSymbol(variable, cancellationToken) is IFieldSymbol field && KeyMembers.Holds(field, this.Key))
            {
                this.constants.Add(field.Name);
            }
        }
    }

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
