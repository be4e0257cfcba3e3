using FlagAnalyzers.Layers;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers.Health;

/// <summary>Finds out how flags are: which layer decides each, and what of the manifest in force a program cannot get.</summary>
/// <param name="root">The manifest that the program brings with it.</param>
/// <param name="layered">The manifest and the overlays in force.</param>
/// <param name="current">What readers get.</param>
/// <param name="overridden">What settings and overrides decide.</param>
internal sealed class HealthReport(StoredManifest root, LayeredManifest layered, StoredManifest current, OverrideTable overridden)
{
    public IReadOnlyList<FlagHealth> Flags()
    {
        FlagSnapshot compiled = root.Snapshot;
        List<FlagHealth> flags = [];
        foreach (string key in compiled.Keys.Concat(current.Snapshot.AllKeys).Distinct(StringComparer.Ordinal))
        {
            flags.Add(new FlagHealth(key, this.LayerOf(key), ProblemOf(compiled.Find(key), current.Snapshot.Find(key))));
        }

        return flags;
    }

    public IReadOnlyList<string> Problems() =>
        [.. overridden.Problems, .. layered.Stored.Snapshot.UndeclaredOverlayKeys.Select(static key => $"An overlay names the flag '{key}', which the manifest in force does not declare.")];

    private FlagLayer LayerOf(string key) =>
        overridden.LayerOf(key)
        ?? (layered.Stored.Snapshot.IsOverlaid(key) ? FlagLayer.Overlay : layered.Base is null ? FlagLayer.Compiled : FlagLayer.Source);

    private static string? ProblemOf(BoundFlag? compiled, BoundFlag? live)
    {
        if (compiled is null)
        {
            return null;
        }

        if (live is null)
        {
            return "The manifest in force lacks the flag: the program gets its code default, FLAG_NOT_FOUND.";
        }

        if (live.FixedValue is null && live.Type != compiled.Type)
        {
            return $"The program was compiled with the type {Name(compiled.Type)}, and the manifest in force says {Name(live.Type)}: the program gets its code default, TYPE_MISMATCH.";
        }

        foreach (BoundVariant variant in live.FixedValue is { } fixedValue ? [fixedValue] : live.Variants)
        {
            if (!CanHold(compiled, variant))
            {
                return $"The program cannot represent the value of the variant '{variant.Name}' of the manifest in force: it gets its code default, TYPE_MISMATCH.";
            }
        }

        return null;
    }

    private static bool CanHold(BoundFlag compiled, BoundVariant variant) => compiled.Type switch
    {
        FlagType.Integer => variant.IsInt32,
        FlagType.String when compiled.IsChoice => variant.Text is not null && compiled.Variants.Any(known => known.Text == variant.Text),
        FlagType.Object => variant.IsObject && CanHold(compiled, variant.Value),
        _ => variant.Fits(compiled.Type),
    };

    /// <summary>Whether each property has the kind of value that the generated class has for it; properties that it does not have are passed over by it.</summary>
    private static bool CanHold(BoundFlag compiled, JsonValue live)
    {
        IEnumerable<JsonValue> known = compiled.Variants.Select(static variant => variant.Value);
        return CanHold(compiled.DefaultValue is { } own ? known.Append(own) : known, live);
    }

    private static bool CanHold(IEnumerable<JsonValue> known, JsonValue live)
    {
        List<JsonValue> alike = [.. known.Where(static value => value.Kind != JsonKind.Null)];
        if (live.Kind == JsonKind.Null || alike.Count == 0)
        {
            return true;
        }

        if (!alike.Exists(value => IsAlike(value, live)))
        {
            return false;
        }

        return live.Kind switch
        {
            JsonKind.Object => live.Members.All(member => CanHold(alike.Select(value => value.Find(member.Name)).OfType<JsonValue>(), member.Value)),
            JsonKind.Array => live.Items.All(item => CanHold(alike.SelectMany(static value => value.Items), item)),
            JsonKind.Number => live.IsInteger || alike.Exists(static value => !value.IsInteger),
            _ => true,
        };
    }

    private static bool IsAlike(JsonValue left, JsonValue right) => left.Kind == right.Kind || (left.IsBoolean && right.IsBoolean);

    private static string Name(FlagType type) => type.ToString().ToLowerInvariant();
}
