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

    public static IEnumerable<FlagKeyUse> In(IOperation operation, FlagCompilation compilation) => In(operation, compilation.Parameters, compilation.Keys);

    /// <summary>The same outside an analyzer.</summary>
    public static IEnumerable<FlagKeyUse> In(IOperation operation, FlagParameters parameters, ResolvedKeys keys) =>
        ReceiverOf(operation, parameters) is { } receiver ? In(operation, receiver.Parameter, receiver.Symbol, ConstantKeys.In(receiver.Value, keys)) : [];

    /// <summary>What the operation hands over without its being known.</summary>
    public static IEnumerable<KeyPart> UnknownIn(IOperation operation, FlagCompilation compilation) =>
        ReceiverOf(operation, compilation.Parameters) is { } receiver ? ConstantKeys.In(receiver.Value, compilation.Keys).Where(static part => !part.IsWhole) : [];

    // A method of its own: most operations are no uses, and are not to pay for what a lambda captures.
    private static IEnumerable<FlagKeyUse> In(IOperation operation, FlagParameter parameter, ISymbol receiver, IEnumerable<KeyPart> parts) =>
        parts.Where(static part => part.IsWhole).Select(part => new FlagKeyUse(part.Text, part.Value, parameter, receiver, operation));

    private static (FlagParameter Parameter, ISymbol Symbol, IOperation Value)? ReceiverOf(IOperation operation, FlagParameters parameters)
    {
        switch (operation)
        {
            // A default value is reported where the parameter is declared, once.
            case IArgumentOperation { Parameter: { } parameter, ArgumentKind: not ArgumentKind.DefaultValue } argument when parameters.Find(parameter) is { } found:
                return (TestDoubles.IsSetUp(argument) ? TestDoubles.Instead(found) : found, MethodOf(argument) ?? parameter.ContainingSymbol, argument.Value);
            case IAssignmentOperation { Target: IMemberReferenceOperation target } assignment:
                return Member(target.Member, assignment.Value, parameters);
            case IPropertyInitializerOperation { InitializedProperties.Length: > 0 } initializer:
                return Member(initializer.InitializedProperties[0], initializer.Value, parameters);
            case IFieldInitializerOperation { InitializedFields.Length: > 0 } initializer:
                return Member(initializer.InitializedFields[0], initializer.Value, parameters);
            case IParameterInitializerOperation initializer when parameters.Find(initializer.Parameter) is { } found:
                return (found, initializer.Parameter, initializer.Value);
            default:
                return null;
        }
    }

    /// <summary>The method as it is called: an extension method's parameters may belong to its reduced form.</summary>
    private static ISymbol? MethodOf(IArgumentOperation argument) => argument.Parent switch
    {
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IPropertyReferenceOperation indexer => indexer.Property,
        _ => null,
    };

    private static (FlagParameter Parameter, ISymbol Symbol, IOperation Value)? Member(ISymbol member, IOperation value, FlagParameters parameters)
    {
        FlagParameter? parameter = member switch
        {
            IPropertySymbol property => parameters.Find(property, property.Type),
            IFieldSymbol field => parameters.Find(field, field.Type),
            _ => null,
        };
        return parameter is null ? null : (parameter, member, value);
    }
}
