namespace FlagAnalyzers.Manifests.Model;

/// <summary>What a <c>flags.Environment.json</c> says, without places in the text: equal to another when both mean the same.</summary>
/// <param name="Environment">The environment that it is for, as its file is named.</param>
/// <param name="Flags">The flags that differ there, in the order of the file; each key once (of a repeated key the last).</param>
internal sealed record Overlay(string Environment, EquatableArray<FlagOverlay> Flags);

/// <summary>A flag that differs in an environment.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Properties">Its properties that do, each in place of the flag's own as a whole.</param>
internal sealed record FlagOverlay(string Key, EquatableArray<JsonMember> Properties);
