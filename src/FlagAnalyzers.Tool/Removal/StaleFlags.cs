using System.Globalization;
using FlagAnalyzers.Manifests.Lifecycle;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Removal.Values;

namespace FlagAnalyzers.Tool.Removal;

/// <summary>A flag whose time is over.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Flag">As it is declared; null for one that is retired already.</param>
/// <param name="Reason">Why its time is over: the end of a sentence that begins with the flag.</param>
/// <param name="Decided">The variant that everybody gets, or null where that is not certain.</param>
internal sealed record StaleFlag(string Key, Flag? Flag, string Reason, string? Decided)
{
    /// <summary>What may be kept: the variant that everybody gets, else each.</summary>
    public IEnumerable<string> Choices => this.Decided is { } decided ? [decided]
        : this.Flag is null or { Type: FlagType.Boolean } ? ["on", "off"]
        : KeptValue.NamesOf(this.Flag);
}

/// <summary>The flags of a manifest that FLAG3001, FLAG3003 and FLAG3004 warn of, as of a day.</summary>
internal static class StaleFlags
{
    public static IEnumerable<StaleFlag> In(string manifestPath, FlagDate today)
    {
        ManifestReading reading = ManifestReader.Read(File.ReadAllText(manifestPath));
        ILookup<string, Flag> elsewhere = ManifestRetirement.OverlaysOf(manifestPath)
            .SelectMany(overlay => OverlayReader.Read(File.ReadAllText(overlay), reading).Flags)
            .ToLookup(static flag => flag.Key, StringComparer.Ordinal);
        FlagDecision decision = new(reading.Manifest.Evaluators);
        foreach (Flag flag in reading.Manifest.Flags)
        {
            JsonValue? value = decision.ValueOf(flag, elsewhere[flag.Key]);
            if (ReasonOf(flag.Lifecycle, value, today) is { } reason)
            {
                yield return new StaleFlag(flag.Key, flag, reason, value is null ? null : NameOf(flag, value));
            }
        }

        foreach (RetiredFlag flag in reading.Manifest.Retired)
        {
            yield return new StaleFlag(flag.Key, Flag: null, "is retired since " + flag.Date, Decided: null);
        }
    }

    private static string? ReasonOf(FlagLifecycle lifecycle, JsonValue? value, FlagDate today)
    {
        if (lifecycle.Expires is { } expires && today.DaysSince(expires) > 0)
        {
            return $"expired {Days(today.DaysSince(expires))} ago, on {expires}";
        }

        return value is not null && !lifecycle.IsPermanent && FlagDecision.CanBeDecided(lifecycle.Kind)
            && (lifecycle.Decided ?? lifecycle.Created) is { } since && today.DaysSince(since) > FlagDecision.UsualDays
            ? $"is decided, and was {(lifecycle.Decided is null ? "created" : "decided")} {Days(today.DaysSince(since))} ago, on {since}"
            : null;
    }

    private static string NameOf(Flag flag, JsonValue value) => flag.Type == FlagType.Boolean
        ? value.Equals(JsonValue.True) ? "on" : "off"
        : flag.Variants.FirstOrDefault(variant => variant.Value.Equals(value))?.Name ?? value.Text;

    private static string Days(int days) => days.ToString(CultureInfo.InvariantCulture) + (days == 1 ? " day" : " days");
}
