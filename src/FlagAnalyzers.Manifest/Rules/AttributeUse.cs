using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Rules;

/// <summary>A place where a rule reads an attribute.</summary>
/// <param name="Path">The attribute, as <c>var</c> spells it.</param>
/// <param name="Range">The name in the text.</param>
/// <param name="Expected">The type that the operator around it wants, or null where every type will do.</param>
/// <param name="Reason">What the operator does with it, for a message: <c>starts_with compares texts</c>.</param>
/// <param name="Literal">The text that it is compared with, or null.</param>
/// <param name="LiteralRange">Where that text stands.</param>
/// <param name="FlagKey">The flag whose rule it is, or null for an evaluator.</param>
internal sealed record AttributeUse(
    string Path,
    TextRange Range,
    AttributeType? Expected,
    string Reason,
    string? Literal,
    TextRange LiteralRange,
    string? FlagKey)
{
    /// <summary>The reason where only its truthiness counts.</summary>
    public const string AsCondition = "condition";

    /// <summary>The reason where something is searched in it: a text or a list.</summary>
    public const string AsHaystack = "haystack";

    /// <summary>Whether this is no attribute but something that flagd adds, or the whole context.</summary>
    public static bool IsBuiltIn(string path) => path is "" or "targetingKey" or "$flagd.flagKey" or "$flagd.timestamp" or "$flagd";
}
