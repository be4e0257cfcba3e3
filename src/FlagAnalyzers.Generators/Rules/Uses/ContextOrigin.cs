using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.Rules.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>Follows flags back to the context that they were made with, as far as one method shows it.</summary>
internal static class ContextOrigin
{
    private const string TargetingKey = "TargetingKey";

    /// <summary>Whether it is certain that the flags were made with a context that nobody gave a targeting key.</summary>
    public static bool HasNoTargetingKey(IOperation? flags) => Made(flags) switch
    {
        IInvocationOperation { TargetMethod: { IsStatic: true, Name: "For" } } call when IsFlagSet(call.TargetMethod.ContainingType) => IsWithout(ContextOf(call.Arguments)),
        IObjectCreationOperation { Type: { } type } creation when IsFlagSet(type) => IsWithout(ContextOf(creation.Arguments)),
        _ => false,
    };

    private static IOperation? ContextOf(IEnumerable<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(static argument => ContextWrites.IsContext(argument.Parameter?.Type))?.Value;

    private static bool IsWithout(IOperation? context)
    {
        if (context is ILocalReferenceOperation { Local: { } local } reference && !IsOnlyRead(local, reference))
        {
            return false;
        }

        return Made(context) is IObjectCreationOperation { Constructor: { } constructor } creation
            && constructor.Parameters is { Length: 1 } parameters
            && parameters[0].Name == "targetingKey"
            && creation.Arguments.All(static argument => argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Value.ConstantValue is { HasValue: true, Value: null or "" })
            && (creation.Initializer is null || creation.Initializer.Initializers.All(static initializer => initializer is IAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: false, Name: not TargetingKey } } }));
    }

    /// <summary>The expression that makes the value: itself, or what a variable was declared with that is never assigned again.</summary>
    private static IOperation? Made(IOperation? value)
    {
        if (value is IConversionOperation conversion)
        {
            return Made(conversion.Operand);
        }

        if (value is not ILocalReferenceOperation { Local: { } local } reference)
        {
            return value;
        }

        IOperation? initial = null;
        foreach (IOperation operation in Root(reference).Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local):
                    initial = declarator.GetVariableInitializer()?.Value;
                    break;
                case IAssignmentOperation { Target: ILocalReferenceOperation target } when SymbolEqualityComparer.Default.Equals(target.Local, local):
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: ILocalReferenceOperation passed } when SymbolEqualityComparer.Default.Equals(passed.Local, local):
                    return null;
            }
        }

        return initial;
    }

    /// <summary>Whether nothing after its declaration can set the targeting key: it is only asked with, or given other attributes.</summary>
    private static bool IsOnlyRead(ILocalSymbol local, IOperation inside) => Root(inside).Descendants()
        .OfType<ILocalReferenceOperation>()
        .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local))
        .All(static reference => reference.Parent switch
        {
            IPropertyReferenceOperation { Property: { IsIndexer: false, Name: not TargetingKey } } => true,
            IArgumentOperation { Parent: IInvocationOperation call } => IsFlagSet(call.TargetMethod.ContainingType),
            IArgumentOperation { Parent: IObjectCreationOperation creation } => IsFlagSet(creation.Type),
            _ => false,
        });

    private static bool IsFlagSet(ITypeSymbol? type) => type is INamedTypeSymbol { BaseType: { } baseType } && SymbolName.Is(baseType, RuntimeNames.FlagSet);

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }
}
