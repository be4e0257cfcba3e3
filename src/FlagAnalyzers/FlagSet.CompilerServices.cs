using System.ComponentModel;
using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers;

/// <content>What generated code is made of.</content>
public abstract partial class FlagSet
{
    private static readonly EvaluationContext NoContext = new();

    private readonly FlagSnapshot snapshot;
    private readonly EvaluationContext context;
    private readonly long timestamp;

    /// <summary>Flags of a store, as a context sees them.</summary>
    /// <param name="store">The store; its manifest and its clock are read now.</param>
    /// <param name="context">The context.</param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagSet(FlagStore store, EvaluationContext context)
    {
        if (store is null)
        {
            throw new ArgumentNullException(nameof(store));
        }

        this.context = context ?? throw new ArgumentNullException(nameof(context));
        this.snapshot = store.Snapshot;
        this.timestamp = store.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
    }

    /// <summary>Flags with fixed values: no store, no context.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagSet()
    {
        this.snapshot = FlagSnapshot.Empty;
        this.context = NoContext;
    }

    /// <summary>The keys that the program was compiled with.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract IReadOnlyList<string> DeclaredKeys { get; }

    /// <summary>Evaluates a flag that the program was compiled with; any other by <see cref="EvaluateUndeclared{T}"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract FlagEvaluation<T> EvaluateDeclared<T>(string key);

    /// <summary>Reads a boolean flag.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool ReadBoolean(string key, bool codeDefault) => this.Resolve(key, FlagType.Boolean, out _).Variant is { } variant ? variant.Boolean : codeDefault;

    /// <summary>Reads a string flag.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected string? ReadString(string key, string? codeDefault) => this.Resolve(key, FlagType.String, out _).Variant is { } variant ? variant.Text! : codeDefault;

    /// <summary>Reads an integer flag; what an <see cref="int"/> does not hold is not read.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected int ReadInteger(string key, int codeDefault) => this.ResolveInt32(key, out _).Variant is { } variant ? (int)variant.Float : codeDefault;

    /// <summary>Reads a float flag.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected double ReadFloat(string key, double codeDefault) => this.Resolve(key, FlagType.Float, out _).Variant is { } variant ? variant.Float : codeDefault;

    /// <summary>Reads a string flag whose values are an enumeration.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T ReadChoice<T>(string key, FlagValueReader<T> reader, T codeDefault)
        where T : struct, Enum =>
        this.Resolve(key, FlagType.String, out _).Variant is { } variant && variant.TryConvert(reader, out T value) ? value : codeDefault;

    /// <summary>Reads an object flag: one instance for each variant and manifest, and one for the code default.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T? ReadObject<T>(string key, FlagValueReader<T> reader, Func<T?> codeDefault)
        where T : class =>
        this.Resolve(key, FlagType.Object, out BoundFlag? flag).Variant is { } variant && variant.TryConvert(reader, out T? value)
            ? value
            : this.snapshot.DefaultOf(flag, key, codeDefault);

    /// <summary>Evaluates a boolean flag.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<bool> EvaluateBoolean(string key, bool codeDefault)
    {
        Resolution resolution = this.Resolve(key, FlagType.Boolean, out BoundFlag? flag);
        return this.Describe(key, flag, resolution, resolution.Variant is { } variant ? variant.Boolean : codeDefault, "bool");
    }

    /// <summary>Evaluates a string flag.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<string?> EvaluateString(string key, string? codeDefault)
    {
        Resolution resolution = this.Resolve(key, FlagType.String, out BoundFlag? flag);
        return this.Describe(key, flag, resolution, resolution.Variant is { } variant ? variant.Text : codeDefault, "string");
    }

    /// <summary>Evaluates an integer flag; what an <see cref="int"/> does not hold is TYPE_MISMATCH.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<int> EvaluateInteger(string key, int codeDefault)
    {
        Resolution resolution = this.ResolveInt32(key, out BoundFlag? flag);
        return this.Describe(key, flag, resolution, resolution.Variant is { } variant ? (int)variant.Float : codeDefault, "int");
    }

    /// <summary>Evaluates a float flag.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<double> EvaluateFloat(string key, double codeDefault)
    {
        Resolution resolution = this.Resolve(key, FlagType.Float, out BoundFlag? flag);
        return this.Describe(key, flag, resolution, resolution.Variant is { } variant ? variant.Float : codeDefault, "double");
    }

    /// <summary>Evaluates a string flag whose values are an enumeration; a value that it does not have is TYPE_MISMATCH.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<T> EvaluateChoice<T>(string key, FlagValueReader<T> reader, T codeDefault)
        where T : struct, Enum
    {
        Resolution resolution = this.Resolve(key, FlagType.String, out BoundFlag? flag);
        if (resolution.Variant is not { } variant)
        {
            return this.Describe(key, flag, resolution, codeDefault, typeof(T).Name);
        }

        return variant.TryConvert(reader, out T value)
            ? this.Describe(key, flag, resolution, value, typeof(T).Name)
            : this.Describe(key, flag, new Resolution(Outcome.TypeMismatch), codeDefault, typeof(T).Name);
    }

    /// <summary>Evaluates an object flag; a value that the generated type cannot hold is TYPE_MISMATCH.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<T?> EvaluateObject<T>(string key, FlagValueReader<T> reader, Func<T?> codeDefault)
        where T : class
    {
        Resolution resolution = this.Resolve(key, FlagType.Object, out BoundFlag? flag);
        if (resolution.Variant is { } variant)
        {
            if (variant.TryConvert(reader, out T? value))
            {
                return this.Describe(key, flag, resolution, value, typeof(T).Name);
            }

            resolution = new Resolution(Outcome.TypeMismatch);
        }

        return this.Describe(key, flag, resolution, this.snapshot.DefaultOf(flag, key, codeDefault), typeof(T).Name);
    }

    /// <summary>A value that is not evaluated: STATIC, without variant and metadata.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<T> EvaluateFixed<T>(string key, T value) => new(value, null, EvaluationReason.Static, null, null, null, isCodeDefault: false);

    /// <summary>Evaluates a flag that the program was not compiled with: what the manifest in force says of it, its code default included.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected FlagEvaluation<T> EvaluateUndeclared<T>(string key)
    {
        BoundFlag? flag = this.snapshot.Find(key);
        FlagType? type = flag is null ? null : UndeclaredValue.TypeFor<T>(flag.Type);
        Resolution resolution = flag is not null && type is null
            ? new Resolution(Outcome.TypeMismatch)
            : this.snapshot.Resolve(flag, type.GetValueOrDefault(), this.context, this.timestamp);
        if (resolution.Variant is { } variant)
        {
            if (UndeclaredValue.TryRead(variant.Value, type.GetValueOrDefault(), out T? value))
            {
                return this.Describe(key, flag, resolution, value!, typeof(T).Name);
            }

            resolution = new Resolution(Outcome.TypeMismatch);
        }

        T? codeDefault = default;
        bool hasDefault = type is { } known && flag?.DefaultValue is { } json && UndeclaredValue.TryRead(json, known, out codeDefault);
        return this.Describe(key, flag, resolution, hasDefault ? codeDefault! : default!, typeof(T).Name);
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
        return new FlagEvaluation<T>(default!, null, EvaluationReason.Error, EvaluationErrorCode.TypeMismatch, message, evaluation.Metadata, isCodeDefault: true);
    }

    private Resolution Resolve(string key, FlagType type, out BoundFlag? flag)
    {
        flag = this.snapshot.Find(key);
        return this.snapshot.Resolve(flag, type, this.context, this.timestamp);
    }

    private Resolution ResolveInt32(string key, out BoundFlag? flag)
    {
        Resolution resolution = this.Resolve(key, FlagType.Integer, out flag);
        return resolution.Variant is { IsInt32: false } ? new Resolution(Outcome.TypeMismatch) : resolution;
    }

    private FlagEvaluation<T> Describe<T>(string key, BoundFlag? flag, Resolution resolution, T value, string type) => new(
        value,
        resolution.Variant?.Name,
        resolution.Outcome.Reason(),
        resolution.Outcome.ErrorCode(),
        resolution.Outcome.Message(key, type),
        this.snapshot.MetadataOf(flag),
        isCodeDefault: resolution.Variant is null);
}
