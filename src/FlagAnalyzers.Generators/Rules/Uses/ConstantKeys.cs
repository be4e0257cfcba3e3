using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>Finds the keys in an argument: constants, <c>nameof</c> and enumeration members, alone, in lists and in either branch of a condition.</summary>
internal static class ConstantKeys
{
    public static IEnumerable<(string Key, SyntaxNode Syntax)> In(IOperation argument)
    {
        Stack<IOperation> open = new();
        open.Push(argument);
        while (open.Count > 0)
        {
            IOperation value = open.Pop();
            if (KeyOf(value) is { } key)
            {
                yield return (key, value.Syntax);
            }
            else
            {
                foreach (IOperation part in PartsOf(value).Reverse())
                {
                    open.Push(part);
                }
            }
        }
    }

    private static string? KeyOf(IOperation value)
    {
        if (!value.ConstantValue.HasValue)
        {
            return null;
        }

        return value.ConstantValue.Value switch
        {
            string text => text,
            { } number when value.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } type => MemberOf(type, number),
            _ => null,
        };
    }

    /// <summary>The name is the key, as <c>Enum.GetName</c> gives it.</summary>
    private static string? MemberOf(INamedTypeSymbol type, object number)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && number.Equals(field.ConstantValue))
            {
                return field.Name;
            }
        }

        return null;
    }

    private static IEnumerable<IOperation> PartsOf(IOperation value) => value switch
    {
        IConversionOperation conversion => [conversion.Operand],
        IConditionalOperation { WhenFalse: { } otherwise } conditional => [conditional.WhenTrue, otherwise],
        ICoalesceOperation coalesce => [coalesce.Value, coalesce.WhenNull],
        ISwitchExpressionOperation choice => choice.Arms.Select(static arm => arm.Value),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        IObjectCreationOperation { Initializer: { } initializer } => initializer.Initializers.OfType<IInvocationOperation>().SelectMany(static add => add.Arguments).Select(static argument => argument.Value),

        // The operation of a collection expression has no public type in the oldest compiler that we run in.
        { Syntax: CollectionExpressionSyntax } => value.ChildOperations,
        _ => [],
    };
}
