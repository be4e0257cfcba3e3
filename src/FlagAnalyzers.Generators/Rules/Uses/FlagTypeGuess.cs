using FlagAnalyzers.Generators.KnownApis;
using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>The <c>flagType</c> that a new flag most likely has, judged from what the API that names it answers.</summary>
internal static class FlagTypeGuess
{
    public static FlagType Of(FlagKeyUse use) => use.Parameter.Api?.Value.FlagTypeOf() ?? Of(use.Receiver);

    private static FlagType Of(ISymbol receiver) => receiver switch
    {
        IMethodSymbol { MethodKind: not MethodKind.Constructor } method => Of(Unwrapped(method.ReturnType)),
        IPropertySymbol { IsIndexer: true } indexer => Of(indexer.Type),
        _ => FlagType.Boolean,
    };

    private static FlagType Of(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_Void } => FlagType.Boolean,
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int16 or SpecialType.System_Byte } => FlagType.Integer,
        { SpecialType: SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal or SpecialType.System_Int64 } => FlagType.Float,
        { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Enum } or { Name: "Variant" } => FlagType.String,

        // A builder that is handed back, as ASP.NET Core's conventions do, says nothing of the flag: it gates.
        { TypeKind: TypeKind.Interface or TypeKind.TypeParameter } => FlagType.Boolean,
        { SpecialType: SpecialType.None, TypeKind: TypeKind.Class, ContainingNamespace.Name: not "Tasks" } => FlagType.Object,
        _ => FlagType.Boolean,
    };

    /// <summary>What is inside <c>Task&lt;T&gt;</c>, <c>ValueTask&lt;T&gt;</c>, an evaluation's details, <c>T?</c>.</summary>
    private static ITypeSymbol Unwrapped(ITypeSymbol type)
    {
        while (type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, TypeArguments.Length: 1 } generic)
        {
            type = generic.TypeArguments[0];
        }

        return type;
    }
}
