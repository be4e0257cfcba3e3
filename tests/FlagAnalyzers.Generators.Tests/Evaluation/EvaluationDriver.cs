// Compiled together with generated flags, and run beside the real runtime: see CompiledBatch.
#nullable enable
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using FlagAnalyzers;

internal static class EvaluationDriver
{
    /// <summary>Evaluates a flag by key and by its property.</summary>
    /// <returns>Value as JSON, variant, reason, error code, whether compiled code answered, and whether the property has the same value; with | between. Only the error
    /// code where the flag is declared as another type than the one asked for.</returns>
    public static string Evaluate(string ns, string manifest, string key, string type, string fallback, string context, long now, string[] attributes)
    {
        FlagSet flags = Create(ns, manifest, ContextOf(ns, context, attributes), now);
        PropertyInfo property = PropertyOf(flags.GetType(), key);
        Type declared = property.PropertyType;
        using JsonDocument json = JsonDocument.Parse(fallback);
        bool isDeclared = type switch
        {
            "boolean" => declared == typeof(bool),
            "string" => declared == typeof(string),
            "integer" => declared == typeof(int),
            "number" => declared == typeof(double) || declared == typeof(int),
            _ => declared.IsClass && declared != typeof(string),
        };
        if (!isDeclared)
        {
            return type switch
            {
                "boolean" => flags.Evaluate<bool>(key).ErrorCode!,
                "string" => flags.Evaluate<string>(key).ErrorCode!,
                "integer" => flags.Evaluate<int>(key).ErrorCode!,
                "number" => flags.Evaluate<double>(key).ErrorCode!,
                _ => flags.Evaluate<IReadOnlyDictionary<string, object?>>(key).ErrorCode!,
            };
        }

        return type switch
        {
            "boolean" => Describe(flags, key, json.RootElement.GetBoolean(), property),
            "string" => Describe(flags, key, json.RootElement.GetString(), property),
            "integer" or "number" when declared == typeof(int) => Describe(flags, key, (int)json.RootElement.GetDouble(), property),
            "number" => Describe(flags, key, json.RootElement.GetDouble(), property),
            _ => Describe<object?>(flags, key, null, property),
        };
    }

    /// <summary>Evaluates every flag of a manifest in many contexts, compiled and interpreted.</summary>
    /// <returns>The differences, and as the last line how many evaluations compiled code answered.</returns>
    public static string[] Compare(string ns, string manifest, string[] contexts, long now, string[] attributes)
    {
        List<string> differences = new();
        int compiledAnswers = 0;
        FlagStore store = new(FlagSnapshot.Parse(manifest), new Clock(now));
        foreach (string json in contexts)
        {
            EvaluationContext context = ContextOf(ns, json, attributes);
            FlagSet compiled = Create(ns, store, context);
            Interpreted interpreted = new(store, context);
            foreach (string key in store.Snapshot.Keys)
            {
                FlagEvaluation<object?> one = compiled.Evaluate<object?>(key);
                FlagEvaluation<object?> other = interpreted.Evaluate<object?>(key);
                object? property = PropertyOf(compiled.GetType(), key).GetValue(compiled);
                compiledAnswers += one.IsCompiled ? 1 : 0;
                if (Text(one) != Text(other) || !Equals(property, one.Value) || !IsSameTyped(compiled, interpreted, key, property?.GetType()))
                {
                    differences.Add($"{key} in {json}: compiled {Text(one)} (property {property ?? "null"}), interpreted {Text(other)}");
                }
            }
        }

        differences.Add(compiledAnswers.ToString(CultureInfo.InvariantCulture));
        return differences.ToArray();
    }

    /// <summary>Reads every flag in many contexts and gives the bytes that it allocated, after a first round.</summary>
    public static long CountAllocations(string ns, string manifest, string[] contexts, long now, string[] attributes)
    {
        FlagStore store = new(FlagSnapshot.Parse(manifest), new Clock(now));
        FlagSet[] sets = contexts.Select(json => Create(ns, store, ContextOf(ns, json, attributes))).ToArray();
        Type type = sets[0].GetType();
        Action<FlagSet>[] readers = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => Reader(type, property)).ToArray();
        Read(sets, readers);
        Read(sets, readers);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Read(sets, readers);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Read(FlagSet[] sets, Action<FlagSet>[] readers)
    {
        foreach (FlagSet set in sets)
        {
            foreach (Action<FlagSet> reader in readers)
            {
                reader(set);
            }
        }
    }

    private static Action<FlagSet> Reader(Type type, PropertyInfo property) => (Action<FlagSet>)typeof(EvaluationDriver)
        .GetMethod(nameof(ReaderOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type, property.PropertyType).Invoke(null, new object[] { property })!;

    private static Action<FlagSet> ReaderOf<TFlags, T>(PropertyInfo property)
        where TFlags : FlagSet
    {
        Func<TFlags, T> get = (Func<TFlags, T>)property.GetMethod!.CreateDelegate(typeof(Func<TFlags, T>));
        return flags => get((TFlags)flags);
    }

    private static string Describe<T>(FlagSet flags, string key, T fallback, PropertyInfo property)
    {
        FlagEvaluation<T> evaluation = flags.Evaluate(key, fallback);
        FlagEvaluation<object?> plain = flags.Evaluate<object?>(key);
        bool isSame = Equals(property.GetValue(flags), plain.Value);
        return string.Join("|", JsonSerializer.Serialize(evaluation.Value), evaluation.Variant ?? "null", evaluation.Reason, evaluation.ErrorCode ?? "null", plain.IsCompiled, isSame);
    }

    /// <summary>The same by the type of the property.</summary>
    private static bool IsSameTyped(FlagSet compiled, FlagSet interpreted, string key, Type? type) =>
        type == typeof(bool) ? Text(compiled.Evaluate<bool>(key)) == Text(interpreted.Evaluate<bool>(key))
        : type == typeof(string) ? Text(compiled.Evaluate<string>(key)) == Text(interpreted.Evaluate<string>(key))
        : type == typeof(int) ? Text(compiled.Evaluate<int>(key)) == Text(interpreted.Evaluate<int>(key))
        : type != typeof(double) || Text(compiled.Evaluate<double>(key)) == Text(interpreted.Evaluate<double>(key));

    private static string Text<T>(FlagEvaluation<T> evaluation) =>
        FormattableString.Invariant($"{(object?)evaluation.Value ?? "null"}|{evaluation.Variant ?? "null"}|{evaluation.Reason}|{evaluation.ErrorCode ?? "null"}");

    private static FlagSet Create(string ns, string manifest, EvaluationContext context, long now) => Create(ns, new FlagStore(FlagSnapshot.Parse(manifest), new Clock(now)), context);

    private static FlagSet Create(string ns, FlagStore store, EvaluationContext context) => (FlagSet)Activator.CreateInstance(TypeOf(ns, "Flags"), store, context)!;

    private static Type TypeOf(string ns, string name) => typeof(EvaluationDriver).Assembly.GetType(ns + "." + name, throwOnError: true)!;

    private static PropertyInfo PropertyOf(Type flags, string key) => flags.GetProperties().First(property => property.GetCustomAttribute<FlagAttribute>()?.Key == key);

    /// <param name="attributes">path|property of each declared attribute.</param>
    private static EvaluationContext ContextOf(string ns, string json, string[] attributes)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        EvaluationContext context = (EvaluationContext)Activator.CreateInstance(TypeOf(ns, "FlagContext"), new object?[] { null })!;
        HashSet<string> set = new();
        foreach (string attribute in attributes)
        {
            string[] parts = attribute.Split('|');
            PropertyInfo property = context.GetType().GetProperty(parts[1])!;
            if (Find(document.RootElement, parts[0]) is { } value && TryConvert(value, property.PropertyType, out object? typed))
            {
                property.SetValue(context, typed);
                set.Add(parts[0]);
            }
        }

        foreach (JsonProperty member in document.RootElement.EnumerateObject())
        {
            if (!IsSet(member.Name, member.Value, set))
            {
                context[member.Name] = ToObject(member.Value);
            }
        }

        return context;
    }

    private static bool IsSet(string path, JsonElement value, HashSet<string> set) =>
        set.Contains(path) || (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any() && value.EnumerateObject().All(member => IsSet(path + "." + member.Name, member.Value, set)));

    private static JsonElement? Find(JsonElement json, string path)
    {
        foreach (string part in path.Split('.'))
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(part, out json))
            {
                return null;
            }
        }

        return json;
    }

    private static bool TryConvert(JsonElement json, Type type, out object? value)
    {
        value = (json.ValueKind, Nullable.GetUnderlyingType(type) ?? type) switch
        {
            (JsonValueKind.String, Type t) when t == typeof(string) => json.GetString(),
            (JsonValueKind.Number, Type t) when t == typeof(double) => json.GetDouble(),
            (JsonValueKind.True or JsonValueKind.False, Type t) when t == typeof(bool) => json.GetBoolean(),
            (JsonValueKind.Array, Type t) when t == typeof(IReadOnlyList<string>) && json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
                => json.EnumerateArray().Select(item => item.GetString()!).ToArray(),
            (_, Type t) when t == typeof(object) => ToObject(json),
            _ => null,
        };
        return value is not null;
    }

    private static object? ToObject(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => json.EnumerateArray().Select(ToObject).ToArray(),
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(member => member.Name, member => ToObject(member.Value)),
        _ => null,
    };

    private sealed class Clock : TimeProvider
    {
        private readonly long now;

        public Clock(long now) => this.now = now;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(this.now);
    }

    private sealed class Interpreted : FlagSet
    {
        public Interpreted(FlagStore store, EvaluationContext context)
            : base(store, context)
        {
        }

        protected override IReadOnlyList<string> DeclaredKeys => Array.Empty<string>();

        protected override FlagEvaluation<T> EvaluateDeclared<T>(string key) => this.EvaluateUndeclared<T>(key);
    }
}
