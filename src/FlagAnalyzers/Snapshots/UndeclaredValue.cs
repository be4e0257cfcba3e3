using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Snapshots;

/// <summary>Values of flags that a program was not compiled with, read as the type that the caller names.</summary>
internal static class UndeclaredValue
{
    /// <summary>The type of flag that a C# type reads; null for a type that reads none.</summary>
    /// <param name="flagType">The type that the manifest gives the flag: <see cref="object"/> reads that.</param>
    public static FlagType? TypeFor<T>(FlagType flagType)
    {
        Type type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        return type == typeof(bool) ? FlagType.Boolean
            : type == typeof(string) ? FlagType.String
            : type == typeof(int) || type == typeof(long) ? FlagType.Integer
            : type == typeof(double) ? FlagType.Float
            : type == typeof(IReadOnlyDictionary<string, object?>) ? FlagType.Object
            : type == typeof(object) ? flagType
            : null;
    }

    public static bool TryRead<T>(JsonValue json, FlagType flagType, out T? value)
    {
        object? boxed = flagType switch
        {
            FlagType.Integer => ReadInteger<T>(json),
            FlagType.Float => new FlagValue(json).TryGetDouble(out double number) ? (object)number : null,
            _ => PlainValue.From(json),
        };
        bool fits = boxed is T;
        value = fits ? (T)boxed! : default;
        return fits;
    }

    /// <summary>An <see cref="int"/>; a <see cref="long"/> for those who ask for it, and for <see cref="object"/> what an int does not hold.</summary>
    private static object? ReadInteger<T>(JsonValue json)
    {
        if ((Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) != typeof(long) && new FlagValue(json).TryGetInt32(out int number))
        {
            return number;
        }

        return json.IsInteger ? (object)(long)json.Number : null;
    }
}
