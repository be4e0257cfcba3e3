using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Manifests.Model;

/// <summary>The type of a flag's values, in the OpenFeature CLI's words.</summary>
internal enum FlagType : byte
{
    Boolean,
    String,
    Integer,
    Float,
    Object,
}

internal enum FlagState : byte
{
    Enabled,
    Disabled,
}

/// <summary>One flag: an OpenFeature CLI manifest entry and a flagd flag definition at once.</summary>
/// <param name="Key">The key, any non-empty text.</param>
/// <param name="Name">The name of its generated accessor.</param>
/// <param name="ValueTypeName">The nested type generated for its values (choice and object flags), or null.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="IsChoice">Whether a string flag is an enumeration of its variants' values.</param>
/// <param name="DefaultValue">The code default, or null where the file gives none that fits.</param>
/// <param name="Description">What it is for, or null.</param>
/// <param name="State">Unknown and missing states count as enabled.</param>
/// <param name="Variants">The named values in the order of the file; empty for the short form.</param>
/// <param name="DefaultVariant">The variant served when no rule decides, or null (absent, null and "" are the same).</param>
/// <param name="Targeting">The targeting rule, or null (absent and <c>{}</c> are the same; JSON null is a literal rule).</param>
/// <param name="Lifecycle">What the metadata says of the flag's life.</param>
/// <param name="Metadata">The flag's own metadata, scalars only.</param>
/// <param name="Suppressed">Diagnostic ids that are not reported for it.</param>
internal sealed record Flag(
    string Key,
    string Name,
    string? ValueTypeName,
    FlagType Type,
    bool IsChoice,
    JsonValue? DefaultValue,
    string? Description,
    FlagState State,
    EquatableArray<Variant> Variants,
    string? DefaultVariant,
    Rule? Targeting,
    FlagLifecycle Lifecycle,
    EquatableArray<JsonMember> Metadata,
    EquatableArray<string> Suppressed)
{
    /// <summary>Has only a type and a code default (the OpenFeature CLI's form): always answers the code default, reason STATIC.</summary>
    public bool IsShortForm => this.Variants.Count == 0;

    public Variant? FindVariant(string name)
    {
        foreach (Variant variant in this.Variants)
        {
            if (variant.Name == name)
            {
                return variant;
            }
        }

        return null;
    }
}

/// <summary>A named value of a flag.</summary>
internal sealed record Variant(string Name, JsonValue Value);

/// <summary>Who owns a flag and how long it is meant to live; each part null or false where the metadata does not say (or says it wrongly).</summary>
internal sealed record FlagLifecycle(
    string? Owner,
    string? Kind,
    FlagDate? Created,
    FlagDate? Expires,
    FlagDate? Decided,
    bool IsPermanent,
    string? Issue,
    string? UsedBy)
{
    public static readonly FlagLifecycle None = new(null, null, null, null, null, false, null, null);

    /// <summary>Stale = the reference date is later than <c>expires</c>; the day of expiry itself is not yet stale.</summary>
    public bool IsStaleOn(FlagDate referenceDate) => this.Expires is { } expires && referenceDate.DaysSince(expires) > 0;
}
