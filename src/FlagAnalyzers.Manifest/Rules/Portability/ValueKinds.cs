namespace FlagAnalyzers.Manifests.Rules.Portability;

/// <summary>What a part of a rule may give, as far as the text and the declared context tell.</summary>
[Flags]
internal enum ValueKinds : byte
{
    None = 0,

    /// <summary>Null: an attribute that is not there, or nothing to answer.</summary>
    Missing = 1,
    Boolean = 2,
    Number = 4,
    Text = 8,
    List = 16,
    Object = 32,

    /// <summary>Nothing tells; such a part gets the benefit of the doubt.</summary>
    Unknown = 64,
}

internal static class ValueKindsExtensions
{
    /// <summary>Whether nothing but these (and null) is possible.</summary>
    public static bool IsOnly(this ValueKinds kinds, ValueKinds expected)
    {
        ValueKinds values = kinds & ~ValueKinds.Missing;
        return values != ValueKinds.None && (values & ~expected) == ValueKinds.None;
    }

    public static bool MayBe(this ValueKinds kinds, ValueKinds kind) => (kinds & kind) != ValueKinds.None;
}
