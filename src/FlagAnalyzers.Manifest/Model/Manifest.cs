using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Manifests.Model;

/// <summary>What a <c>flags.json</c> says, without places in the text: equal to another when both mean the same.</summary>
/// <param name="Context">The attributes that rules may read, declared or (where the section is missing) inferred; in the order of the file, or by name.</param>
/// <param name="ContextIsDeclared">Whether the file has a <c>context</c> section.</param>
/// <param name="Evaluators">The named rules that <c>{"$ref": "name"}</c> stands for.</param>
/// <param name="Flags">The flags in the order of the file; each key once (of a repeated key the last).</param>
/// <param name="Retired">Keys that were flags once and must not come back.</param>
/// <param name="Metadata">The metadata of the whole set, scalars only.</param>
internal sealed record Manifest(
    EquatableArray<ContextAttribute> Context,
    bool ContextIsDeclared,
    EquatableArray<Evaluator> Evaluators,
    EquatableArray<Flag> Flags,
    EquatableArray<RetiredFlag> Retired,
    EquatableArray<JsonMember> Metadata)
{
    public static readonly Manifest Empty = new(default, false, default, default, default, default);

    /// <summary>The <see cref="Json.ManifestFingerprint"/> of the file, for those who want to recognise it; else 0.</summary>
    public ulong Fingerprint { get; init; }
}

/// <summary>A named rule of <c>$evaluators</c>.</summary>
internal sealed record Evaluator(string Name, Rule Rule);

/// <summary>A tombstone of <c>retired</c>: the key, and the date as it was written.</summary>
internal sealed record RetiredFlag(string Key, string Date);

/// <summary>The type of a context attribute.</summary>
internal enum AttributeType : byte
{
    String,
    Number,
    Boolean,
    SemVer,
    StringList,
    Object,
}

/// <summary>An attribute that rules may read.</summary>
/// <param name="Path">Its name, as <c>var</c> spells it; dots walk into objects.</param>
/// <param name="Name">The property of the generated context class.</param>
/// <param name="Type">Its type.</param>
/// <param name="Values">The only values it takes (<c>enum</c>), or empty.</param>
internal sealed record ContextAttribute(string Path, string Name, AttributeType Type, EquatableArray<string> Values);
