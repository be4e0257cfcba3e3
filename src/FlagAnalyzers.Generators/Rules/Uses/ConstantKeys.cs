using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>
/// Finds the keys in an argument: constants, <c>nameof</c>, enumeration members, and what <see cref="ResolvedKeys"/> knows; alone, in lists and in either branch of
/// a condition.
/// </summary>
internal static class ConstantKeys
{
    /// <summary>Every value that the argument may have, known or not.</summary>
    public static IReadOnlyList<KeyPart> In(IOperation argument, ResolvedKeys resolved)
    {
        List<KeyPart> parts = [];
        Add(argument, resolved, parts);
        return parts;
    }

    private static void Add(IOperation value, ResolvedKeys resolved, List<KeyPart> found)
    {
        if (resolved.Member(value) is { IsDefault: false } elsewhere)
        {
            found.AddRange(elsewhere.Select(part => part with { Value = value }));
        }
        else if (TextOf(value, resolved) is { IsWhole: true } whole)
        {
            found.Add(whole);
        }
        else if (PartsOf(value) is { } parts)
        {
            foreach (IOperation part in parts)
            {
                Add(part, resolved, found);
            }
        }
        else
        {
            found.Add(TextOf(value, resolved));
        }
    }

    /// <summary>What is known of a text when it is compiled.</summary>
    private static KeyPart TextOf(IOperation value, ResolvedKeys resolved)
    {
        if (ConstantOf(value) is { } constant)
        {
            return new KeyPart(constant, IsWhole: true, value);
        }

        switch (value)
        {
            case IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion:
                return TextOf(conversion.Operand, resolved) with { Value = value };
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                return Joined(value, [sum.LeftOperand, sum.RightOperand], resolved);
            case IInterpolatedStringOperation text:
                return Joined(value, text.Parts.Select(static part => part is IInterpolatedStringTextOperation literal ? literal.Text : ((IInterpolationOperation)part).Expression), resolved);
            case IInvocationOperation { TargetMethod.Name: nameof(ToString), Arguments.Length: 0, Instance: { Type.TypeKind: TypeKind.Enum } member } when ConstantOf(member) is { } name:
                return new KeyPart(name, IsWhole: true, value);
            default:
                return resolved.Member(value) is { IsDefault: false, Length: 1 } single ? single[0] with { Value = value } : new KeyPart(string.Empty, IsWhole: false, value);
        }
    }

    private static KeyPart Joined(IOperation value, IEnumerable<IOperation> operands, ResolvedKeys resolved)
    {
        string known = string.Empty;
        foreach (IOperation operand in operands)
        {
            KeyPart part = TextOf(operand, resolved);
            known += part.Text;
            if (!part.IsWhole)
            {
                return new KeyPart(known, IsWhole: false, value);
            }
        }

        return new KeyPart(known, IsWhole: true, value);
    }

    private static string? ConstantOf(IOperation value)
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

    /// <summary>The values that it is one of, or consists of; null for an expression that is taken as a whole.</summary>
    private static IEnumerable<IOperation>? PartsOf(IOperation value) => value switch
    {
        // Null is no key, and not an unknown one.
        { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation => [],
        IConversionOperation conversion => [conversion.Operand],
        IParenthesizedOperation parenthesized => [parenthesized.Operand],
        IConditionalOperation { WhenFalse: { } otherwise } conditional => [conditional.WhenTrue, otherwise],
        ICoalesceOperation coalesce => [coalesce.Value, coalesce.WhenNull],
        ISwitchExpressionOperation choice => choice.Arms.Select(static arm => arm.Value),
        IThrowOperation => [],
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        IArrayInitializerOperation initializer => initializer.ElementValues,
        IObjectCreationOperation { Initializer: { } initializer } => initializer.Initializers.OfType<IInvocationOperation>().SelectMany(static add => add.Arguments).Select(static argument => argument.Value),

        // The operation of a collection expression has no public type in the oldest compiler that we run in.
        { Syntax: CollectionExpressionSyntax } => value.ChildOperations,
        _ => null,
    };
}
