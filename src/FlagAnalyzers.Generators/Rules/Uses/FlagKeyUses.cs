using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>The keys that an operation hands to a flag API, if it does.</summary>
internal static class FlagKeyUses
{
    /// <summary>The operations to ask for: calls of every sort, attributes included, are arguments and assignments.</summary>
    public static readonly OperationKind[] Kinds =
    [
        OperationKind.Argument,
        OperationKind.SimpleAssignment,
        OperationKind.CoalesceAssignment,
        OperationKind.PropertyInitializer,
        OperationKind.FieldInitializer,
        OperationKind.ParameterInitializer,
    ];

    public static IEnumerable<FlagKeyUse> In(IOperation operation, FlagParameters parameters)
    {
        switch (operation)
        {
            // A default value is reported where the parameter is declared, once.
            case IArgumentOperation { Parameter: { } parameter, ArgumentKind: not ArgumentKind.DefaultValue } argument:
                return KeysIn(argument.Value, parameters.Find(parameter), parameter.ContainingSymbol);
            case IAssignmentOperation { Target: IMemberReferenceOperation target } assignment:
                return KeysFor(target.Member, assignment.Value, parameters);
            case IPropertyInitializerOperation { InitializedProperties.Length: > 0 } initializer:
                return KeysFor(initializer.InitializedProperties[0], initializer.Value, parameters);
            case IFieldInitializerOperation { InitializedFields.Length: > 0 } initializer:
                return KeysFor(initializer.InitializedFields[0], initializer.Value, parameters);
            case IParameterInitializerOperation initializer:
                return KeysIn(initializer.Value, parameters.Find(initializer.Parameter), initializer.Parameter);
            default:
                return [];
        }
    }

    private static IEnumerable<FlagKeyUse> KeysFor(ISymbol member, IOperation value, FlagParameters parameters) => member switch
    {
        IPropertySymbol property => KeysIn(value, parameters.Find(property, property.Type), member),
        IFieldSymbol field => KeysIn(value, parameters.Find(field, field.Type), member),
        _ => [],
    };

    private static IEnumerable<FlagKeyUse> KeysIn(IOperation value, FlagParameter? parameter, ISymbol receiver)
    {
        if (parameter is null)
        {
            return [];
        }

        return ConstantKeys.In(value).Select(found => new FlagKeyUse(found.Key, found.Syntax, parameter, receiver));
    }
}
