using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers;

/// <summary>A manifest that is ready to be evaluated. Immutable, and safe for any number of threads.</summary>
/// <remarks>Each flag is made ready when it is first read; later reads of it allocate nothing.</remarks>
public sealed class FlagSnapshot
{
    /// <summary>What messages call a text that came without a file.</summary>
    private const string FileName = "flags.json";

    internal static readonly FlagSnapshot Empty = new(ManifestOutline.Read(new ManifestDocument(FileName, "{}")));

    private readonly ManifestOutline manifest;
    private readonly FlagTable flags;
    private readonly IReadOnlyDictionary<string, object> metadata;
    private readonly IReadOnlyDictionary<string, BoundFlag>? overrides;
    private readonly ConcurrentDictionary<string, object> defaultsOfUnknownFlags = new(StringComparer.Ordinal);

    /// <summary>With what a program was compiled with; hardly any process has two such programs.</summary>
    private FlagComparison? comparison;

    private FlagSnapshot(ManifestOutline manifest)
    {
        this.manifest = manifest;
        this.metadata = MetadataBinder.Bind(manifest.ReadMetadata());
        this.flags = new FlagTable(manifest, this.metadata);
        this.Keys = new ReadOnlyCollection<string>(manifest.Keys);
    }

    private FlagSnapshot(FlagSnapshot snapshot, IReadOnlyDictionary<string, BoundFlag> overrides)
    {
        this.manifest = snapshot.manifest;
        this.metadata = snapshot.metadata;
        this.flags = snapshot.flags;
        this.Keys = snapshot.Keys;
        this.overrides = overrides;
    }

    /// <summary>The keys of all flags, in the order of the manifest.</summary>
    public IReadOnlyCollection<string> Keys { get; }

    /// <summary>Reads a manifest, the text of a <c>flags.json</c>.</summary>
    /// <param name="manifest">The text. Sections and properties that are not known are passed over, and so are flags that are none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="manifest"/> is null.</exception>
    /// <exception cref="FormatException">It is not JSON, or a <c>defaultVariant</c> names no variant. The message says where, as <c>flags.json(line,column)</c>, and what
    /// was expected.</exception>
    public static FlagSnapshot Parse(string manifest)
    {
        if (manifest is null)
        {
            throw new ArgumentNullException(nameof(manifest));
        }

        return TryParse(manifest, out FlagSnapshot? snapshot, out string? error) ? snapshot : throw new FormatException(error);
    }

    /// <summary>Reads a manifest, the text of a <c>flags.json</c>, without an exception for what cannot be read. See <see cref="Parse"/>.</summary>
    /// <param name="manifest">The text; null cannot be read.</param>
    /// <param name="snapshot">The manifest, or null.</param>
    /// <param name="error">Why it cannot be read, with line and column; or null.</param>
    /// <returns>Whether it could be read.</returns>
    public static bool TryParse(string? manifest, [NotNullWhen(true)] out FlagSnapshot? snapshot, [NotNullWhen(false)] out string? error) =>
        TryLoad(new ManifestDocument(FileName, manifest ?? ""), [], out snapshot, out error);

    /// <summary>The same for a text that has a name, which messages call it by, with the overlays that lie on it, the one that counts last behind the others.</summary>
    internal static bool TryLoad(
        ManifestDocument manifest,
        IReadOnlyList<ManifestDocument> overlays,
        [NotNullWhen(true)] out FlagSnapshot? snapshot,
        [NotNullWhen(false)] out string? error)
    {
        ManifestOutline outline = ManifestOutline.Read(manifest, overlays);
        error = outline.RefusalReason;
        snapshot = error is null ? new FlagSnapshot(outline) : null;
        return snapshot is not null;
    }

    /// <summary>What it was read from, without overlays.</summary>
    internal ManifestDocument Document => this.manifest.Document;

    /// <summary>Keys that an overlay names and the manifest does not.</summary>
    internal IReadOnlyList<string> UndeclaredOverlayKeys => this.manifest.UndeclaredKeys;

    /// <summary>The keys of all flags, those included that only an override knows.</summary>
    internal IEnumerable<string> AllKeys => this.overrides is { } all ? this.Keys.Concat(all.Keys) : this.Keys;

    /// <summary>The same manifest, in which some flags answer what they are told.</summary>
    internal FlagSnapshot With(IReadOnlyDictionary<string, BoundFlag> overridden) => new(this, overridden);

    /// <summary>Whether an overlay says something of a flag.</summary>
    internal bool IsOverlaid(string key) => this.manifest.IndexOf(key) is >= 0 and int index && this.manifest.IsOverlaid(index);

    internal BoundFlag? Find(string key) => this.overrides is { } all && all.TryGetValue(key, out BoundFlag? overridden) ? overridden : this.flags.Find(key);

    /// <summary>The metadata of a flag; for one that there is not, the set's.</summary>
    internal IReadOnlyDictionary<string, object> MetadataOf(BoundFlag? flag) => flag is null ? this.metadata : flag.Metadata;

    /// <summary>Evaluates a flag as a value of a type. All reads go this way; those into a generated type look at the value once more.</summary>
    internal Resolution Resolve(BoundFlag? flag, FlagType type, EvaluationContext context, long timestamp)
    {
        return flag is null ? new Resolution(Outcome.FlagNotFound) : Check(flag.Resolve(context, timestamp), type);
    }

    /// <summary>Evaluates a flag whose rule has been run: see <see cref="BoundFlag.Resolve(int)"/>.</summary>
    internal static Resolution Resolve(BoundFlag? flag, FlagType type, int rule) =>
        flag is null ? new Resolution(Outcome.FlagNotFound) : Check(flag.Resolve(rule), type);

    /// <summary>Which of the flags are defined as a program has compiled them.</summary>
    internal FlagComparison CompareWith(CompiledManifest compiled, FlagSet flags)
    {
        FlagComparison? known = Volatile.Read(ref this.comparison);
        if (known?.Compiled != compiled)
        {
            known = FlagComparison.Of(this, compiled, flags.ReadDeclaredKeys());
            Volatile.Write(ref this.comparison, known);
        }

        return known;
    }

    /// <summary>Evaluates a flag without a C# type for its value.</summary>
    internal JsonEvaluation Evaluate(string key, FlagType type, JsonValue? codeDefault, EvaluationContext context, long timestamp)
    {
        BoundFlag? flag = this.Find(key);
        Resolution resolution = this.Resolve(flag, type, context, timestamp);
        return new JsonEvaluation(
            resolution.Variant is { } variant ? variant.Value : codeDefault,
            resolution.Variant?.Name,
            resolution.Outcome.Reason(),
            resolution.Outcome.ErrorCode(),
            this.MetadataOf(flag));
    }

    /// <summary>The code default of an object flag, made once for this snapshot and then handed out again and again; null where it cannot be made.</summary>
    internal T? DefaultOf<T>(BoundFlag? flag, string key, Func<T?> create)
        where T : class
    {
        object? cached = flag is not null ? flag.ConvertedDefault
            : this.defaultsOfUnknownFlags.TryGetValue(key, out object? known) ? known : null;
        if (cached is MadeDefault<T> made)
        {
            return made.Value;
        }

        try
        {
            made = new MadeDefault<T>(create());
        }
        catch (Exception)
        {
            // Nothing throws in a read, not even what others wrote.
            made = new MadeDefault<T>(null);
        }

        if (flag is not null)
        {
            flag.ConvertedDefault = made;
        }
        else
        {
            this.defaultsOfUnknownFlags[key] = made;
        }

        return made.Value;
    }

    private static Resolution Check(Resolution resolution, FlagType type) =>
        resolution.Variant is { } variant && !variant.Fits(type) ? new Resolution(Outcome.TypeMismatch) : resolution;

    private sealed class MadeDefault<T>(T? value)
        where T : class
    {
        public T? Value { get; } = value;
    }
}
