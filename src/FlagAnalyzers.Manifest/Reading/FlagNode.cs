using FlagAnalyzers.Manifests.Json;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>A flag in its place, and what overlays say of it: a <c>state</c>, <c>defaultVariant</c> or <c>targeting</c> that one of them gives stands in place of the
/// flag's own, as a whole. Nothing else of a flag differs between environments.</summary>
/// <param name="member">The flag: a member of <c>flags</c>.</param>
/// <param name="overlays">The flag in each overlay that names it, the one that counts last behind the others; or null.</param>
internal readonly struct FlagNode(JsonProperty member, JsonNode[]? overlays = null)
{
    public JsonProperty Member => member;

    public bool IsOverlaid => overlays is not null;

    /// <summary>The property that counts: an overlay's, else the flag's own.</summary>
    public bool TryFindLayered(string name, out JsonProperty property)
    {
        if (overlays is not null)
        {
            for (int i = overlays.Length - 1; i >= 0; i--)
            {
                if (overlays[i].TryFind(name, out property))
                {
                    return true;
                }
            }
        }

        return member.Value.TryFind(name, out property);
    }

    /// <summary>The same flag with one more overlay, which counts before the others.</summary>
    public FlagNode With(JsonNode overlay) => new(member, overlays is null ? [overlay] : [.. overlays, overlay]);
}
