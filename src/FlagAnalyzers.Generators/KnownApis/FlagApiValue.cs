using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Generators.KnownApis;

/// <summary>The type that an API reads a flag as, where that says something of the flag.</summary>
internal enum FlagApiValue : byte
{
    /// <summary>Nothing follows from it: the same flag can be read in several ways, or its value is not read.</summary>
    Any,

    Boolean,

    String,

    Integer,

    Float,

    Object,

    /// <summary>The type argument of the method says it.</summary>
    Typed,
}

internal static class FlagApiValues
{
    /// <summary>The value as a row of the table spells it, or null for a word that is none.</summary>
    public static FlagApiValue? Parse(string text) => text switch
    {
        "any" => FlagApiValue.Any,
        "boolean" => FlagApiValue.Boolean,
        "string" => FlagApiValue.String,
        "integer" => FlagApiValue.Integer,
        "float" => FlagApiValue.Float,
        "object" => FlagApiValue.Object,
        "typed" => FlagApiValue.Typed,
        _ => null,
    };

    /// <summary>The type of flag that is meant, or null where the API alone does not say it.</summary>
    public static FlagType? FlagTypeOf(this FlagApiValue value) => value switch
    {
        FlagApiValue.Boolean => FlagType.Boolean,
        FlagApiValue.String => FlagType.String,
        FlagApiValue.Integer => FlagType.Integer,
        FlagApiValue.Float => FlagType.Float,
        FlagApiValue.Object => FlagType.Object,
        _ => null,
    };
}
