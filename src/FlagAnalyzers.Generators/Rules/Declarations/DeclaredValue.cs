using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Rules.Declarations;

/// <summary>What a flag answers.</summary>
/// <param name="Type">The type of its values.</param>
/// <param name="IsChoice">Whether its accessor has an enumeration of texts.</param>
/// <param name="Default">The code default, or null where it is not known here: <c>[Flag]</c> does not tell.</param>
internal sealed record DeclaredValue(FlagType Type, bool IsChoice, JsonValue? Default)
{
    public static DeclaredValue FromManifest(Flag flag) => new(flag.Type, flag.IsChoice, flag.DefaultValue);

    /// <summary>Judged from the type of an accessor; null for a type that no accessor has.</summary>
    public static DeclaredValue? FromAccessor(ITypeSymbol type) =>
        FlagTypeOf(type) is { } flagType ? new DeclaredValue(flagType, type.TypeKind == TypeKind.Enum, Default: null) : null;

    /// <summary>The flags that are read as such a type in C#; null for one that reads every flag (<c>object</c>, an interface) or that is not known.</summary>
    public static FlagType? FlagTypeOf(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => FlagTypeOf(nullable.TypeArguments[0]),
        { SpecialType: SpecialType.System_Boolean } => FlagType.Boolean,
        { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Enum } => FlagType.String,
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int16 or SpecialType.System_Byte or SpecialType.System_Int64 } => FlagType.Integer,
        { SpecialType: SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal } => FlagType.Float,
        { SpecialType: SpecialType.None, TypeKind: TypeKind.Class } => FlagType.Object,
        _ => null,
    };

    /// <summary>Whether the default is this constant of C#; null where the two cannot be compared.</summary>
    public bool? DefaultIs(object constant) => (this.Type, this.Default, constant) switch
    {
        (FlagType.Boolean, { IsBoolean: true } value, bool boolean) => (value.Kind == JsonKind.True) == boolean,
        (FlagType.String, { Kind: JsonKind.String } value, string text) => value.Text == text,
        (FlagType.Integer or FlagType.Float, { Kind: JsonKind.Number } value, int or long or short or byte) =>
            value.Number == Convert.ToInt64(constant, System.Globalization.CultureInfo.InvariantCulture),
        (FlagType.Integer or FlagType.Float, { Kind: JsonKind.Number } value, double number) => value.Number == number,
        (FlagType.Integer or FlagType.Float, { Kind: JsonKind.Number } value, float number) => (float)value.Number == number,
        _ => null,
    };
}
