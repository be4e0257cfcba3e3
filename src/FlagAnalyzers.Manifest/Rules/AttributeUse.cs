using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Rules;

/// <summary>What a rule does with an attribute.</summary>
internal enum AttributeUseKind : byte
{
    /// <summary>Reads it; every type will do.</summary>
    Plain,

    /// <summary>Reads it with a default.</summary>
    WithDefault,

    /// <summary>Only its truthiness counts.</summary>
    Condition,

    /// <summary>Something is searched in it: a text or a list.</summary>
    Haystack,

    ComparedWith,
    ComparedAsText,
    ComparedAsVersion,
    Calculated,
    SoughtAmong,
    SoughtInText,
    Bucketing,
    Weight,

    /// <summary>Becomes part of a text: a text or a number.</summary>
    Joined,

    /// <summary>A rule runs for each of its elements: a list.</summary>
    Looped,
}

/// <summary>A place where a rule reads an attribute.</summary>
/// <param name="Path">The attribute, as <c>var</c> spells it.</param>
/// <param name="Range">The name in the text.</param>
/// <param name="Expected">The type that the operator around it wants, or null where every type will do.</param>
/// <param name="Kind">What is done with it.</param>
/// <param name="Operator">The operator around it.</param>
/// <param name="Other">The literal that it is compared with or defaults to, where there is one.</param>
/// <param name="FlagKey">The flag whose rule it is, or null for an evaluator.</param>
internal sealed record AttributeUse(
    string Path,
    TextRange Range,
    AttributeType? Expected,
    AttributeUseKind Kind,
    string Operator,
    JsonNode? Other,
    string? FlagKey)
{
    /// <summary>The text that it is compared with, or null.</summary>
    public JsonNode? ComparedText => this.Kind is AttributeUseKind.ComparedWith or AttributeUseKind.SoughtAmong && this.Other is { Kind: JsonKind.String } ? this.Other : null;

    /// <summary>Whether this is no attribute but something that flagd adds, or the whole context.</summary>
    public static bool IsBuiltIn(string path) => path is "" or "targetingKey" or "$flagd.flagKey" or "$flagd.timestamp" or "$flagd";

    /// <summary>Whether an attribute of that type will do here.</summary>
    public bool Fits(AttributeType type) => type == AttributeType.Object || this.Kind switch
    {
        AttributeUseKind.Haystack => type is not (AttributeType.Number or AttributeType.Boolean),
        AttributeUseKind.Joined => type is AttributeType.String or AttributeType.SemVer or AttributeType.Number,
        AttributeUseKind.Looped => type == AttributeType.StringList,
        _ => this.Expected is not { } expected || expected == type
            || (expected is AttributeType.String or AttributeType.SemVer && type is AttributeType.String or AttributeType.SemVer),
    };

    /// <summary>Why the expected type is expected, for a message: <c>starts_with compares texts</c>.</summary>
    public string Reason() => this.Kind switch
    {
        AttributeUseKind.WithDefault => $"the default is {this.DescribeOther()}",
        AttributeUseKind.ComparedWith => $"'{this.Operator}' compares it with {this.DescribeOther()}",
        AttributeUseKind.ComparedAsText => $"{this.Operator} compares texts",
        AttributeUseKind.ComparedAsVersion => $"{this.Operator} compares versions",
        AttributeUseKind.Calculated => $"'{this.Operator}' calculates with numbers",
        AttributeUseKind.SoughtAmong => $"'{this.Operator}' looks for it among others, {this.DescribeOther()} for one",
        AttributeUseKind.SoughtInText => $"'{this.Operator}' looks for it in a text",
        AttributeUseKind.Bucketing => "the bucketing value is a text",
        AttributeUseKind.Weight => "a weight is a whole number",
        AttributeUseKind.Haystack => $"'{this.Operator}' looks in a text or a list",
        AttributeUseKind.Joined => $"'{this.Operator}' joins texts and numbers",
        AttributeUseKind.Looped => $"'{this.Operator}' goes through a list",
        _ => "any type will do",
    };

    private string DescribeOther() => this.Other is { } other ? Place.Describe(other) : "nothing";
}
