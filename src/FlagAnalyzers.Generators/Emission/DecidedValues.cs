using FlagAnalyzers.Manifests.Lifecycle;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Generators.Emission;

/// <summary>What <c>[Flag]</c> says of flags that answer everybody the same, so that projects which see only the assembly know it too.</summary>
internal sealed class DecidedValues(Manifest manifest, EquatableArray<Overlay> overlays)
{
    private readonly FlagDecision decision = new(manifest.Evaluators);
    private readonly ILookup<string, FlagOverlay> elsewhere = overlays.SelectMany(static overlay => overlay.Flags).ToLookup(static flag => flag.Key, StringComparer.Ordinal);

    /// <summary>The value as JSON; null where there are several, where the flag is meant to stay, and where nothing says since when.</summary>
    public string? Of(Flag flag)
    {
        FlagLifecycle lifecycle = flag.Lifecycle;
        bool isOfInterest = !lifecycle.IsPermanent && FlagDecision.CanBeDecided(lifecycle.Kind) && (lifecycle.Decided ?? lifecycle.Created) is not null;
        return isOfInterest ? this.decision.ValueOf(flag, this.elsewhere[flag.Key].Select(overlay => FlagDecision.Overlaid(flag, overlay)))?.ToString() : null;
    }
}
