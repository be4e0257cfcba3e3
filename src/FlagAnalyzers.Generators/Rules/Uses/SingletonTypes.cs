using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>The types that a compilation registers with a container as singletons, or as hosted services, which live as long.</summary>
internal sealed class SingletonTypes
{
    private static readonly string[] Methods = ["AddSingleton", "TryAddSingleton", "AddKeyedSingleton", "TryAddKeyedSingleton", "AddHostedService"];

    private readonly ConcurrentDictionary<ISymbol, bool> types = new(SymbolEqualityComparer.Default);

    public bool Contains(INamedTypeSymbol type) => this.types.ContainsKey(type.OriginalDefinition);

    /// <summary>Remembers what a call registers: type arguments, <c>typeof</c>, and what a factory makes with <c>new</c>.</summary>
    public void Note(IInvocationOperation call)
    {
        if (Array.IndexOf(Methods, call.TargetMethod.Name) < 0)
        {
            return;
        }

        // Of a service and its implementation the latter is the class.
        foreach (ITypeSymbol type in call.TargetMethod.TypeArguments)
        {
            this.Add(type);
        }

        foreach (IOperation operation in call.Arguments.SelectMany(static argument => argument.Value.DescendantsAndSelf()))
        {
            switch (operation)
            {
                case ITypeOfOperation named:
                    this.Add(named.TypeOperand);
                    break;

                // A factory's own answer; what it hands to it may be anything.
                case IReturnOperation { ReturnedValue: { } made } when Unconverted(made) is IObjectCreationOperation { Type: { } type } && IsOfFactory(operation, call):
                    this.Add(type);
                    break;
                case IObjectCreationOperation { Parent: IArgumentOperation or IConversionOperation { Parent: IArgumentOperation }, Type: { } type } when call.Arguments.Any(argument => Unconverted(argument.Value) == operation):
                    this.Add(type);
                    break;
            }
        }
    }

    /// <summary>Whether the factory itself returns there, and not a lambda inside of it.</summary>
    private static bool IsOfFactory(IOperation operation, IInvocationOperation call)
    {
        int lambdas = 0;
        for (IOperation? current = operation.Parent; current is not null && current != call; current = current.Parent)
        {
            lambdas += current is IAnonymousFunctionOperation or ILocalFunctionOperation ? 1 : 0;
        }

        return lambdas == 1;
    }

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;

    private void Add(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Class)
        {
            this.types.TryAdd(type.OriginalDefinition, true);
        }
    }
}
