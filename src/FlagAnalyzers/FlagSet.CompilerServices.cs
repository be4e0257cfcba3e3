using System.ComponentModel;
using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Snapshots;
using FlagAnalyzers.Telemetry;

namespace FlagAnalyzers;

/// <content>What generated code is made of.</content>
public abstract partial class FlagSet
{
    /// <summary>A compiled rule gives null: the default variant, or where there is none the code default.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected const int NoVariant = BoundFlag.NoVariant;

    /// <summary>A compiled rule gives a name that no variant has.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected const int UnknownVariant = BoundFlag.UnknownVariant;

    /// <summary>A compiled rule fails.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected const int RuleFailed = BoundFlag.RuleFailed;

    private static readonly EvaluationContext NoContext = new();

    private static readonly StoredManifest NoManifest = new(FlagSnapshot.Empty);

    private readonly StoredManifest manifest;
    private readonly EvaluationContext context;
    private readonly long timestamp;

    /// <summary>Which compiled rules are in force; null: all.</summary>
    private readonly FlagComparison? rules;

    /// <summary>The same, but none where somebody listens: then reads take the longer way, on which they are told of.</summary>
    private readonly FlagComparison? comparison;
    private readonly bool isObserved;

    /// <summary>Flags of a store, as a context sees them; every rule is interpreted.</summary>
    /// <param name="store">The store; its manifest and its clock are read now.</param>
    /// <param name="context">The context.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagSet(FlagStore store, EvaluationContext context)
        : this(store, context, FlagTelemetry.IsObserved)
    {
        this.rules = FlagComparison.NoneIsSame;
        this.comparison = FlagComparison.NoneIsSame;

        // Read now, so that a hot reload does not come between.
        _ = this.manifest.Snapshot;
    }

    /// <summary>Flags of a store, as a context sees them; where the manifest in force says what the compiled one says, compiled rules answer.</summary>
    /// <param name="store">See <see cref="FlagSet(FlagStore, EvaluationContext)"/>.</param>
    /// <param name="context">See <see cref="FlagSet(FlagStore, EvaluationContext)"/>.</param>
    /// <param name="compiled">What the program was compiled with.</param>
    /// <exception cref="ArgumentNullException">The store or the context is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagSet(FlagStore store, EvaluationContext context, CompiledManifest compiled)
        : this(store, context, FlagTelemetry.IsObserved)
    {
        if (this.manifest.Compiled != compiled)
        {
            this.rules = this.manifest.Snapshot.CompareWith(compiled, this);
        }

        this.comparison = this.isObserved ? FlagComparison.NoneIsSame : this.rules;
    }

    private FlagSet(FlagStore store, EvaluationContext context, bool isObserved)
    {
        if (store is null)
        {
            throw new ArgumentNullException(nameof(store));
        }

        this.context = context ?? throw new ArgumentNullException(nameof(context));
        this.manifest = store.Current;
        this.timestamp = store.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
        this.isObserved = isObserved;
    }

    /// <summary>Flags with fixed values: no store, no context.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagSet()
    {
        this.manifest = NoManifest;
        this.context = NoContext;
        this.rules = FlagComparison.NoneIsSame;
        this.comparison = FlagComparison.NoneIsSame;
    }

    /// <summary>The keys that the program was compiled with.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract IReadOnlyList<string> DeclaredKeys { get; }

    /// <summary>Whether the context has attributes that the program was not compiled with: they may stand in for declared ones that are null.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool HasOpenAttributes => this.context.HasAdded;

    /// <summary><c>$flagd.timestamp</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected double EvaluationTimestamp => this.timestamp;

    private FlagSnapshot Snapshot => this.manifest.Snapshot;

    /// <summary>The keys, for those who compare manifests.</summary>
    internal IReadOnlyList<string> ReadDeclaredKeys() => this.DeclaredKeys;

    /// <summary>Whether a read of a flag may run its compiled rule at once: the one check of a read.</summary>
    /// <param name="flag">The place of the flag in <see cref="DeclaredKeys"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool IsCompiled(int flag) => this.comparison is null || this.comparison.IsSame(flag);

    /// <summary>Whether the compiled rule of a flag is in force, for an evaluation, of which listeners are told.</summary>
    /// <param name="flag">See <see cref="IsCompiled"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool IsRuleInForce(int flag) => this.rules is null || this.rules.IsSame(flag);

    /// <summary>What the rule of a flag gives, by the interpreter: for a compiled rule that meets attributes it was not compiled with.</summary>
    /// <returns>The place of a variant, or one of <see cref="NoVariant"/>, <see cref="UnknownVariant"/> and <see cref="RuleFailed"/>.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected int InterpretRule(string key) => this.Snapshot.Find(key)?.EvaluateRule(this.context, this.timestamp) ?? RuleFailed;

    /// <summary>Evaluates a flag that the program was compiled with; any other by <see cref="EvaluateUndeclared{T}"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract FlagEvaluation<T> EvaluateDeclared<T>(string key);

    /// <summary>Reads a boolean flag.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool ReadBoolean(string key, bool codeDefault) =>
        this.isObserved ? this.EvaluateDeclared<bool>(key).Value
        : this.Resolve(key, FlagType.Boolean, out _).Variant is { } variant ? variant.Boolean : codeDefault;

    /// <summary>Reads a string flag.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected string? ReadString(string key, string? codeDefault) =>
        this.isObserved ? this.EvaluateDeclared<string?>(key).Value
        : this.Resolve(key, FlagType.String, out _).Variant is { } variant ? variant.Text! : codeDefault;

    /// <summary>Reads an integer flag; what an <see cref="int"/> does not hold is not read.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected int ReadInteger(string key, int codeDefault) =>
        this.isObserved ? this.EvaluateDeclared<int>(key).Value
        : this.ResolveInt32(key, out _).Variant is { } variant ? (int)variant.Float : codeDefault;

    /// <summary>Reads a float flag.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected double ReadFloat(string key, double codeDefault) =>
        this.isObserved ? this.EvaluateDeclared<double>(key).Value
        : this.Resolve(key, FlagType.Float, out _).Variant is { } variant ? variant.Float : codeDefault;

    /// <summary>Reads a string flag whose values are an enumeration.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T ReadChoice<T>(string key, FlagValueReader<T> reader, T codeDefault)
        where T : struct, Enum =>
        this.isObserved ? this.EvaluateDeclared<T>(key).Value
        : this.Resolve(key, FlagType.String, out _).Variant is { } variant && variant.TryConvert(reader, out T value) ? value : codeDefault;

    /// <summary>Reads an object flag: one instance for each variant and manifest, and one for the code default.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T? ReadObject<T>(string key, FlagValueReader<T> reader, Func<T?> codeDefault)
        where T : class =>
        this.isObserved ? this.EvaluateDeclared<T?>(key).Value
        : this.Convert(key, this.Resolve(key, FlagType.Object, out BoundFlag? flag), flag, reader, codeDefault);

    /// <summary>Reads an object flag whose rule was compiled.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T? ReadObject<T>(string key, FlagValueReader<T> reader, Func<T?> codeDefault, int rule)
        where T : class =>
        this.Convert(key, this.Resolve(key, FlagType.Object, rule, out BoundFlag? flag), flag, reader, codeDefault);

    /// <summary>Evaluates a boolean flag.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<bool> EvaluateBoolean(string key, bool codeDefault) =>
        this.DescribeBoolean(key, codeDefault, this.Resolve(key, FlagType.Boolean, out BoundFlag? flag), flag, isCompiled: false);

    /// <summary>Evaluates a boolean flag whose rule was compiled, from what the rule gave.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<bool> EvaluateBoolean(string key, bool codeDefault, int rule) =>
        this.DescribeBoolean(key, codeDefault, this.Resolve(key, FlagType.Boolean, rule, out BoundFlag? flag), flag, isCompiled: true);

    /// <summary>Evaluates a string flag.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<string?> EvaluateString(string key, string? codeDefault) =>
        this.DescribeString(key, codeDefault, this.Resolve(key, FlagType.String, out BoundFlag? flag), flag, isCompiled: false);

    /// <summary>Evaluates a string flag whose rule was compiled, from what the rule gave.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<string?> EvaluateString(string key, string? codeDefault, int rule) =>
        this.DescribeString(key, codeDefault, this.Resolve(key, FlagType.String, rule, out BoundFlag? flag), flag, isCompiled: true);

    /// <summary>Evaluates an integer flag; what an <see cref="int"/> does not hold is TYPE_MISMATCH.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<int> EvaluateInteger(string key, int codeDefault) =>
        this.DescribeInteger(key, codeDefault, this.ResolveInt32(key, out BoundFlag? flag), flag, isCompiled: false);

    /// <summary>Evaluates an integer flag whose rule was compiled, from what the rule gave.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<int> EvaluateInteger(string key, int codeDefault, int rule) =>
        this.DescribeInteger(key, codeDefault, this.ResolveInt32(key, rule, out BoundFlag? flag), flag, isCompiled: true);

    /// <summary>Evaluates a float flag.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<double> EvaluateFloat(string key, double codeDefault) =>
        this.DescribeFloat(key, codeDefault, this.Resolve(key, FlagType.Float, out BoundFlag? flag), flag, isCompiled: false);

    /// <summary>Evaluates a float flag whose rule was compiled, from what the rule gave.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<double> EvaluateFloat(string key, double codeDefault, int rule) =>
        this.DescribeFloat(key, codeDefault, this.Resolve(key, FlagType.Float, rule, out BoundFlag? flag), flag, isCompiled: true);

    /// <summary>Evaluates a string flag whose values are an enumeration; a value that it does not have is TYPE_MISMATCH.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<T> EvaluateChoice<T>(string key, FlagValueReader<T> reader, T codeDefault)
        where T : struct, Enum =>
        this.DescribeChoice(key, reader, codeDefault, this.Resolve(key, FlagType.String, out BoundFlag? flag), flag, isCompiled: false);

    /// <summary>Evaluates a string flag whose values are an enumeration and whose rule was compiled, from what the rule gave.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<T> EvaluateChoice<T>(string key, FlagValueReader<T> reader, T codeDefault, int rule)
        where T : struct, Enum =>
        this.DescribeChoice(key, reader, codeDefault, this.Resolve(key, FlagType.String, rule, out BoundFlag? flag), flag, isCompiled: true);

    /// <summary>Evaluates an object flag; a value that the generated type cannot hold is TYPE_MISMATCH.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<T?> EvaluateObject<T>(string key, FlagValueReader<T> reader, Func<T?> codeDefault)
        where T : class =>
        this.DescribeObject(key, reader, codeDefault, this.Resolve(key, FlagType.Object, out BoundFlag? flag), flag, isCompiled: false);

    /// <summary>Evaluates an object flag whose rule was compiled, from what the rule gave.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<T?> EvaluateObject<T>(string key, FlagValueReader<T> reader, Func<T?> codeDefault, int rule)
        where T : class =>
        this.DescribeObject(key, reader, codeDefault, this.Resolve(key, FlagType.Object, rule, out BoundFlag? flag), flag, isCompiled: true);

    /// <summary>A value that is not evaluated: STATIC, without variant and metadata.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<T> EvaluateFixed<T>(string key, T value) => new(value, null, EvaluationReason.Static, null, null, null, isCodeDefault: false, isCompiled: false);

    /// <summary>Evaluates a flag that the program was not compiled with: what the manifest in force says of it, its code default included.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<T> EvaluateUndeclared<T>(string key)
    {
        BoundFlag? flag = this.Snapshot.Find(key);
        FlagType? type = flag is null ? null : UndeclaredValue.TypeFor<T>(flag.Type);
        Resolution resolution = flag is not null && type is null
            ? new Resolution(Outcome.TypeMismatch)
            : this.Snapshot.Resolve(flag, type.GetValueOrDefault(), this.context, this.timestamp);
        if (resolution.Variant is { } variant)
        {
            if (UndeclaredValue.TryRead(variant.Value, type.GetValueOrDefault(), out T? value))
            {
                return this.Describe(key, flag, resolution, value!, typeof(T).Name, isCompiled: false);
            }

            resolution = new Resolution(Outcome.TypeMismatch);
        }

        T? codeDefault = default;
        bool hasDefault = type is { } known && flag?.DefaultValue is { } json && UndeclaredValue.TryRead(json, known, out codeDefault);
        return this.Describe(key, flag, resolution, hasDefault ? codeDefault! : default!, typeof(T).Name, isCompiled: false);
    }

    /// <summary>The evaluation as one of another type, if its value is of that type; else the default of the type and TYPE_MISMATCH.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static FlagEvaluation<T> Convert<TValue, T>(FlagEvaluation<TValue> evaluation)
    {
        // The compiler of .NET knows both types here and makes no box.
        if (typeof(T) == typeof(TValue))
        {
            return evaluation.With((T)(object?)evaluation.Value!);
        }

        if (evaluation.Value is T value)
        {
            return evaluation.With(value);
        }

        if (evaluation.Value is null && default(T) is null && typeof(T).IsAssignableFrom(typeof(TValue)))
        {
            return evaluation.With(default(T)!);
        }

        string message = $"The flag is read as {typeof(T).Name}; it is declared as {typeof(TValue).Name}.";
        return new FlagEvaluation<T>(default!, null, EvaluationReason.Error, EvaluationErrorCode.TypeMismatch, message, evaluation.Metadata, isCodeDefault: true, evaluation.IsCompiled);
    }

    private Resolution Resolve(string key, FlagType type, out BoundFlag? flag)
    {
        flag = this.Snapshot.Find(key);
        return this.Snapshot.Resolve(flag, type, this.context, this.timestamp);
    }

    /// <summary>From what a compiled rule gave.</summary>
    private Resolution Resolve(string key, FlagType type, int rule, out BoundFlag? flag)
    {
        flag = this.Snapshot.Find(key);
        return FlagSnapshot.Resolve(flag, type, rule);
    }

    private Resolution ResolveInt32(string key, out BoundFlag? flag) => InInt32(this.Resolve(key, FlagType.Integer, out flag));

    private Resolution ResolveInt32(string key, int rule, out BoundFlag? flag) => InInt32(this.Resolve(key, FlagType.Integer, rule, out flag));

    private static Resolution InInt32(Resolution resolution) => resolution.Variant is { IsInt32: false } ? new Resolution(Outcome.TypeMismatch) : resolution;

    private T? Convert<T>(string key, Resolution resolution, BoundFlag? flag, FlagValueReader<T> reader, Func<T?> codeDefault)
        where T : class =>
        resolution.Variant is { } variant && variant.TryConvert(reader, out T? value) ? value : this.Snapshot.DefaultOf(flag, key, codeDefault);

    private FlagEvaluation<bool> DescribeBoolean(string key, bool codeDefault, Resolution resolution, BoundFlag? flag, bool isCompiled) =>
        this.Describe(key, flag, resolution, resolution.Variant is { } variant ? variant.Boolean : codeDefault, "bool", isCompiled);

    private FlagEvaluation<string?> DescribeString(string key, string? codeDefault, Resolution resolution, BoundFlag? flag, bool isCompiled) =>
        this.Describe(key, flag, resolution, resolution.Variant is { } variant ? variant.Text : codeDefault, "string", isCompiled);

    private FlagEvaluation<int> DescribeInteger(string key, int codeDefault, Resolution resolution, BoundFlag? flag, bool isCompiled) =>
        this.Describe(key, flag, resolution, resolution.Variant is { } variant ? (int)variant.Float : codeDefault, "int", isCompiled);

    private FlagEvaluation<double> DescribeFloat(string key, double codeDefault, Resolution resolution, BoundFlag? flag, bool isCompiled) =>
        this.Describe(key, flag, resolution, resolution.Variant is { } variant ? variant.Float : codeDefault, "double", isCompiled);

    private FlagEvaluation<T> DescribeChoice<T>(string key, FlagValueReader<T> reader, T codeDefault, Resolution resolution, BoundFlag? flag, bool isCompiled)
        where T : struct, Enum
    {
        if (resolution.Variant is not { } variant)
        {
            return this.Describe(key, flag, resolution, codeDefault, typeof(T).Name, isCompiled);
        }

        return variant.TryConvert(reader, out T value)
            ? this.Describe(key, flag, resolution, value, typeof(T).Name, isCompiled)
            : this.Describe(key, flag, new Resolution(Outcome.TypeMismatch), codeDefault, typeof(T).Name, isCompiled);
    }

    private FlagEvaluation<T?> DescribeObject<T>(string key, FlagValueReader<T> reader, Func<T?> codeDefault, Resolution resolution, BoundFlag? flag, bool isCompiled)
        where T : class
    {
        if (resolution.Variant is { } variant)
        {
            if (variant.TryConvert(reader, out T? value))
            {
                return this.Describe(key, flag, resolution, value, typeof(T).Name, isCompiled);
            }

            resolution = new Resolution(Outcome.TypeMismatch);
        }

        return this.Describe(key, flag, resolution, this.Snapshot.DefaultOf(flag, key, codeDefault), typeof(T).Name, isCompiled);
    }

    private FlagEvaluation<T> Describe<T>(string key, BoundFlag? flag, Resolution resolution, T value, string type, bool isCompiled)
    {
        string reason = resolution.Outcome.Reason();
        string? errorCode = resolution.Outcome.ErrorCode();
        if (this.isObserved)
        {
            FlagTelemetry.CountEvaluation(key, resolution.Variant?.Name, reason, errorCode);
        }

        return new FlagEvaluation<T>(
            value,
            resolution.Variant?.Name,
            reason,
            errorCode,
            resolution.Outcome.Message(key, type),
            this.Snapshot.MetadataOf(flag),
            isCodeDefault: resolution.Variant is null,
            isCompiled);
    }
}
