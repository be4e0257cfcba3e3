using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>
/// Which properties and methods read a flag: accessors, by their <c>[Flag]</c> attribute in every assembly; and wrappers, members of the compilation whose body is only
/// the read of one flag (<c>bool IsCheckoutOn => flags.NewCheckout;</c>): what uses the wrapper uses the flag.
/// </summary>
internal sealed class FlagReaders
{
    /// <summary>Wrappers around wrappers: nobody writes more of them than that, but for a circle.</summary>
    private const int DeepestChain = 4;

    private static readonly ConditionalWeakTable<Compilation, FlagReaders> ByCompilation = new();

    private static readonly List<(IOperation Operation, FlagReader Reader)> NoReads = [];

    private readonly FlagCompilation compilation;
    private readonly ConcurrentDictionary<ISymbol, FlagReader?> known = new(SymbolEqualityComparer.Default);

    private FlagReaders(FlagCompilation compilation) => this.compilation = compilation;

    /// <summary>One for all rules that look at a compilation.</summary>
    public static FlagReaders Of(FlagCompilation compilation) => ByCompilation.GetValue(compilation.Compilation, _ => new FlagReaders(compilation));

    /// <summary>The flag that the property or method reads, or null.</summary>
    public FlagReader? Find(ISymbol member) => this.Find(member, depth: 0);

    /// <summary>The flag that the operation reads: through an accessor, a wrapper, or an API that is given its key; or null.</summary>
    public FlagReader? ReadBy(IOperation operation) => this.ReadBy(operation, depth: 0);

    /// <summary>All reads in a tree of operations, in their order. Not in lambdas and local functions where those run at another time.</summary>
    /// <param name="operation">The root.</param>
    /// <param name="withDeferred">Whether to look into lambdas and local functions too.</param>
    public IReadOnlyList<(IOperation Operation, FlagReader Reader)> ReadsIn(IOperation operation, bool withDeferred)
    {
        List<(IOperation Operation, FlagReader Reader)>? reads = null;
        this.AddReads(operation, withDeferred, ref reads);
        return reads ?? NoReads;
    }

    /// <summary>The name that a diagnostic about the read is put on.</summary>
    public static SyntaxNode NameIn(IOperation read) => NameIn(read.Syntax);

    private static SyntaxNode NameIn(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax call => NameIn(call.Expression),
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => syntax,
    };

    /// <summary>What is inside of <c>await</c>, brackets, conversions and <c>.Value</c>.</summary>
    private static IOperation Unwrapped(IOperation operation, ref bool isNegated)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IAwaitOperation awaited:
                    operation = awaited.Operation;
                    break;
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                    operation = not.Operand;
                    isNegated = !isNegated;
                    break;
                case IPropertyReferenceOperation { Property.Name: "Value" or "Result", Arguments.IsEmpty: true, Instance: IInvocationOperation answer }:
                    operation = answer;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult", Instance: { } task }:
                    operation = task;
                    break;
                default:
                    return operation;
            }
        }
    }

    private static ExpressionSyntax? BodyOf(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax { ExpressionBody.Expression: { } value } => value,
        MethodDeclarationSyntax { Body: { } body } => OnlyAnswerOf(body),
        PropertyDeclarationSyntax { ExpressionBody.Expression: { } value } => value,
        PropertyDeclarationSyntax { AccessorList.Accessors: { Count: 1 } accessors } when accessors[0].IsKind(SyntaxKind.GetAccessorDeclaration) =>
            accessors[0].ExpressionBody?.Expression ?? (accessors[0].Body is { } body ? OnlyAnswerOf(body) : null),
        _ => null,
    };

    private static ExpressionSyntax? OnlyAnswerOf(BlockSyntax body) => body.Statements.Count == 1 ? (body.Statements[0] as ReturnStatementSyntax)?.Expression : null;

    // No operation stands for brackets.
    private static ExpressionSyntax WithoutBrackets(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax { Expression: var inner } ? WithoutBrackets(inner) : expression;

    /// <summary>What can be the answer of a flag, at once or later. Most members answer something else and need not be looked into.</summary>
    private static bool IsFlagLike(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Double } or { TypeKind: TypeKind.Enum } => true,
        INamedTypeSymbol { Name: "Task" or "ValueTask" or "Nullable", TypeArguments.Length: 1 } wrapped => IsFlagLike(wrapped.TypeArguments[0]),
        _ => false,
    };

    private static bool MayWrap(ISymbol member) => member is { IsVirtual: false, IsAbstract: false, IsOverride: false, DeclaringSyntaxReferences.Length: 1 } && member switch
    {
        IPropertySymbol { IsIndexer: false } property => IsFlagLike(property.Type),
        IMethodSymbol { MethodKind: MethodKind.Ordinary, TypeParameters.Length: 0 } method => IsFlagLike(method.ReturnType),
        _ => false,
    };

    private void AddReads(IOperation operation, bool withDeferred, ref List<(IOperation Operation, FlagReader Reader)>? reads)
    {
        if (operation is INameOfOperation || (!withDeferred && operation is IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            return;
        }

        if (this.ReadBy(operation) is { } reader)
        {
            (reads ??= []).Add((operation, reader));
        }

        foreach (IOperation child in operation.ChildOperations)
        {
            this.AddReads(child, withDeferred, ref reads);
        }
    }

    private FlagReader? Find(ISymbol member, int depth)
    {
        ISymbol definition = member is IMethodSymbol { ReducedFrom: { } extension } ? extension.OriginalDefinition : member.OriginalDefinition;
        if (this.known.TryGetValue(definition, out FlagReader? reader))
        {
            return reader;
        }

        reader = definition is IPropertySymbol property && DeclaredFlag.FromAttribute(property) is { } flag
            ? new FlagReader(flag.Key, flag, IgnoresCase: false, IsNegated: false)
            : this.LookInto(definition, depth);

        // Of what was cut short on the way round a circle nothing is known.
        return depth < DeepestChain ? this.known.GetOrAdd(definition, reader) : reader;
    }

    private FlagReader? LookInto(ISymbol member, int depth)
    {
        if (depth == DeepestChain || !MayWrap(member) || BodyOf(member.DeclaringSyntaxReferences[0].GetSyntax()) is not { } answered || WithoutBrackets(answered) is not { } body
            || !MayRead(body) || !this.compilation.Compilation.ContainsSyntaxTree(body.SyntaxTree))
        {
            return null;
        }

#pragma warning disable RS1030 // The body may stand in another file; it is bound once for each member that may be a wrapper.
        SemanticModel model = this.compilation.Compilation.GetSemanticModel(body.SyntaxTree);
#pragma warning restore RS1030
        if (model.GetOperation(body) is not { } operation)
        {
            return null;
        }

        bool isNegated = false;
        IOperation answer = Unwrapped(operation, ref isNegated);
        return this.ReadBy(answer, depth + 1) is { } reader ? reader with { Accessor = null, IsNegated = reader.IsNegated != isNegated } : null;
    }

    /// <summary>Whether it has the shape of a read, apart from what its names mean: a member or a call, not a calculation.</summary>
    private static bool MayRead(ExpressionSyntax body) => body switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => MayRead(inner),
        AwaitExpressionSyntax { Expression: var inner } => MayRead(inner),
        PrefixUnaryExpressionSyntax { Operand: var inner } prefix => prefix.IsKind(SyntaxKind.LogicalNotExpression) && MayRead(inner),
        MemberAccessExpressionSyntax or InvocationExpressionSyntax or IdentifierNameSyntax or ElementAccessExpressionSyntax => true,
        _ => false,
    };

    private FlagReader? ReadBy(IOperation operation, int depth)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation property:
                return (property.Arguments.IsEmpty ? null : this.ReadByKey(property.Arguments)) ?? this.Find(property.Property, depth);
            case IInvocationOperation call:
                return this.ReadByKey(call.Arguments) ?? (IsFlagLike(call.TargetMethod.ReturnType) ? this.Find(call.TargetMethod, depth) : null);
            default:
                return null;
        }
    }

    // Several keys at once are no read of one flag.
    private FlagReader? ReadByKey(ImmutableArray<IArgumentOperation> arguments)
    {
        FlagReader? reader = null;
        foreach (IArgumentOperation argument in arguments)
        {
            foreach (FlagKeyUse use in FlagKeyUses.In(argument, this.compilation))
            {
                if (reader is not null || use.Parameter.Role != FlagApiRole.Read)
                {
                    return null;
                }

                reader = new FlagReader(use.Key, Accessor: null, use.Parameter.IgnoresCase, IsNegated: false);
            }
        }

        return reader;
    }
}
