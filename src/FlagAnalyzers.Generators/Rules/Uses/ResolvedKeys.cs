using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>
/// The keys of members that are no constants and yet always have one value: <c>static readonly</c> fields and get-only properties with an initialiser, properties
/// with nothing but an expression. Only in the compilation itself: an assembly does not show what its code initialises.
/// </summary>
internal sealed class ResolvedKeys
{
    /// <summary>Members that name members that name members: nobody writes more of them than that, but for a circle.</summary>
    private const int DeepestChain = 8;

    private static readonly ConditionalWeakTable<Compilation, ResolvedKeys> ByCompilation = new();

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<KeyPart>> known = new(SymbolEqualityComparer.Default);
    private readonly Compilation compilation;
    private readonly ResolvedKeys root;
    private readonly int depth;

    private ResolvedKeys(Compilation compilation)
    {
        this.compilation = compilation;
        this.root = this;
    }

    private ResolvedKeys(ResolvedKeys parent)
    {
        this.compilation = parent.compilation;
        this.root = parent.root;
        this.depth = parent.depth + 1;
    }

    public static ResolvedKeys Of(Compilation compilation) => ByCompilation.GetValue(compilation, static key => new ResolvedKeys(key));

    /// <summary>What the member that the operation reads may hold; <c>default</c> where it is no such member.</summary>
    public ImmutableArray<KeyPart> Member(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { ConstantValue.HasValue: false, Field: { IsStatic: true, IsReadOnly: true } field } => this.Lookup(field),
        IPropertyReferenceOperation { Property: { SetMethod: null, Parameters.IsEmpty: true } property } when property.IsStatic || IsFinal(property) => this.Lookup(property),
        _ => default,
    };

    private static bool IsFinal(IPropertySymbol property) => property is { IsVirtual: false, IsAbstract: false, IsOverride: false };

    /// <summary>The one expression that gives the member its value.</summary>
    private static ExpressionSyntax? ExpressionOf(SyntaxNode declaration, ISymbol member) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer.Value: { } value } when !HasStaticConstructor(member) => value,
        PropertyDeclarationSyntax { Initializer.Value: { } value } when member.IsStatic && !HasStaticConstructor(member) => value,
        PropertyDeclarationSyntax { ExpressionBody.Expression: { } value } => value,
        PropertyDeclarationSyntax { AccessorList.Accessors: { Count: 1 } accessors } => accessors[0] switch
        {
            { ExpressionBody.Expression: { } value } => value,
            { Body.Statements: { Count: 1 } statements } when statements[0] is ReturnStatementSyntax { Expression: { } value } => value,
            _ => null,
        },
        _ => null,
    };

    /// <summary>There the value may be set again.</summary>
    private static bool HasStaticConstructor(ISymbol member) => member.ContainingType.StaticConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared);

    private ImmutableArray<KeyPart> Lookup(ISymbol member)
    {
        ISymbol definition = member.OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.Length != 1 || this.depth > DeepestChain)
        {
            return default;
        }

        return this.root.known.TryGetValue(definition, out ImmutableArray<KeyPart> parts) ? parts : this.root.known.GetOrAdd(definition, this.Resolve(definition));
    }

    private ImmutableArray<KeyPart> Resolve(ISymbol member)
    {
        SyntaxNode declaration = member.DeclaringSyntaxReferences[0].GetSyntax();
        if (ExpressionOf(declaration, member) is not { } expression || !this.compilation.ContainsSyntaxTree(expression.SyntaxTree))
        {
            return default;
        }

#pragma warning disable RS1030 // The initialiser may stand in another file; it is bound once for each member that is handed to a flag API.
        SemanticModel model = this.compilation.GetSemanticModel(expression.SyntaxTree);
#pragma warning restore RS1030
        if (model.GetOperation(expression) is not { } value)
        {
            return default;
        }

        ImmutableArray<KeyPart> parts = ConstantKeys.In(value, new ResolvedKeys(this)).ToImmutableArray();
        return parts.Any(static part => part.IsWhole) ? parts : default;
    }
}
