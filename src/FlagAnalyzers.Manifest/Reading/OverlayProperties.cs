using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>The properties of a flag, and which of them may differ between environments.</summary>
internal static class OverlayProperties
{
    /// <summary>Who gets what: that an overlay may change.</summary>
    public static readonly string[] Layered = ["state", "defaultVariant", "targeting"];

    /// <summary>What the program was compiled with: types, values and names.</summary>
    public static readonly string[] Compiled = ["flagType", "defaultValue", "variants", "choice", "name"];

    /// <summary>What else a flag may say.</summary>
    public static readonly string[] Descriptive = ["description", "metadata", "suppress"];

    /// <summary>What counts of an overlay, whether it fits a manifest or not.</summary>
    public static EquatableArray<FlagOverlay> ReadFlags(JsonText overlay)
    {
        OrderedMembers<FlagOverlay> flags = new();
        JsonNode section = overlay.Root.TryFind("flags", out JsonProperty found) ? found.Value : default;
        foreach (JsonProperty flag in section.Members)
        {
            if (FlagDefinitionReader.IsFlag(flag))
            {
                flags.Set(flag.Name, new FlagOverlay(flag.Name, ReadProperties(flag.Value)));
            }
        }

        return flags.Select(static (_, flag) => flag);
    }

    private static EquatableArray<JsonMember> ReadProperties(JsonNode flag)
    {
        OrderedMembers<JsonValue> properties = new();
        foreach (JsonProperty property in flag.Members)
        {
            if (Layered.Contains(property.Name))
            {
                properties.Set(property.Name, property.Value.ToValue());
            }
        }

        return properties.Select(static (name, value) => new JsonMember(name, value));
    }
}
