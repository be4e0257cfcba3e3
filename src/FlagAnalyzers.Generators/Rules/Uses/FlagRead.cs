using System.Globalization;
using FlagAnalyzers.Generators.Emission.Text;
using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Generators.KnownApis.Sdks;
using FlagAnalyzers.Generators.Rules.Declarations;
using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>How a call reads a flag, against how it is declared.</summary>
internal static class FlagRead
{
    /// <summary>Longer words first: one may begin with another.</summary>
    private static readonly (FlagType Type, string Word)[] Words =
    [
        (FlagType.Boolean, "Boolean"),
        (FlagType.Boolean, "Bool"),
        (FlagType.String, "String"),
        (FlagType.Integer, "Integer"),
        (FlagType.Integer, "Int"),
        (FlagType.Float, "Double"),
        (FlagType.Float, "Float"),
    ];

    public static bool IsOwn(FlagApi api) => api.Sdk == FlagAnalyzersRuntime.Sdk.Name;

    /// <summary>Whether what is declared can be read so.</summary>
    /// <param name="declared">What the flag answers.</param>
    /// <param name="read">The type of flag that the call reads.</param>
    /// <param name="type">The type argument that says so, if it is one.</param>
    /// <param name="isOwn">Whether our runtime reads it, which converts nothing.</param>
    public static bool Fits(DeclaredValue declared, FlagType read, ITypeSymbol? type, bool isOwn)
    {
        if (isOwn)
        {
            return read == declared.Type && (declared.IsChoice ? type?.TypeKind == TypeKind.Enum : type is null || IsAccessorType(type));
        }

        // Every whole number is a number.
        return read == declared.Type || (read == FlagType.Float && declared.Type == FlagType.Integer);
    }

    public static string Name(FlagType type) => type.ToString().ToLowerInvariant();

    /// <summary>The argument that gives the fallback, or null.</summary>
    public static IArgumentOperation? FallbackOf(FlagKeyUse use, FlagApi api)
    {
        if (api.Fallback is not null && use.Operation.Parent is IInvocationOperation call)
        {
            foreach (IArgumentOperation argument in call.Arguments)
            {
                if (argument.Parameter?.Name == api.Fallback)
                {
                    return argument;
                }
            }
        }

        return null;
    }

    /// <summary>The default as C#, or null where there is none that a literal can say.</summary>
    public static string? Literal(DeclaredValue declared) => (declared.Type, declared.Default) switch
    {
        (_, { IsBoolean: true } value) => CSharpLiteral.Boolean(value.Kind == JsonKind.True),
        (_, { Kind: JsonKind.String } value) => CSharpLiteral.String(value.Text),
        (FlagType.Integer, { Kind: JsonKind.Number } value) => value.Number.ToString("0", CultureInfo.InvariantCulture),
        (FlagType.Float, { Kind: JsonKind.Number } value) => value.Number.ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The type argument, or the neighbour of the method, that reads the flag as it is declared; null where there is none.</summary>
    public static string? RightWay(FlagKeyUse use, FlagApi api, DeclaredValue declared)
    {
        if (declared.IsChoice || use.Receiver is not IMethodSymbol method)
        {
            return null;
        }

        if (api.Value == FlagApiValue.Typed)
        {
            return declared.Type switch
            {
                FlagType.Boolean => "bool",
                FlagType.String => "string",
                FlagType.Integer => "int",
                FlagType.Float => "double",
                _ => null,
            };
        }

        return Words.Where(word => word.Type == api.Value.FlagTypeOf())
            .SelectMany(read => Words.Where(word => word.Type == declared.Type).Select(right => ReplaceFirst(method.Name, read.Word, right.Word)))
            .FirstOrDefault(name => name is not null && !method.ContainingType.GetMembers(name).IsEmpty);
    }

    private static bool IsAccessorType(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsAccessorType(nullable.TypeArguments[0]),
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Double } => true,
        _ => type.TypeKind == TypeKind.Class,
    };

    private static string? ReplaceFirst(string name, string word, string other)
    {
        int at = name.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? null : name.Substring(0, at) + other + name.Substring(at + word.Length);
    }
}
