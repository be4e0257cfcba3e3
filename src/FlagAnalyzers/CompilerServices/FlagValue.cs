using System.ComponentModel;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.CompilerServices;

/// <summary>Reads the value of a variant into the type that was generated for the flag; false when it does not fit.</summary>
/// <typeparam name="T">The generated type.</typeparam>
/// <param name="value">The value, as the manifest in force has it.</param>
/// <param name="result">What it was read into.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate bool FlagValueReader<T>(FlagValue value, out T result);

/// <summary>The JSON value of a variant, as the manifest in force has it. The default value is JSON null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FlagValue
{
    private readonly JsonValue? json;

    internal FlagValue(JsonValue json) => this.json = json;

    /// <summary>Whether it is JSON null.</summary>
    public bool IsNull => this.Json.Kind == JsonKind.Null;

    /// <summary>Whether it is a JSON object.</summary>
    public bool IsObject => this.Json.Kind == JsonKind.Object;

    internal JsonValue Json => this.json ?? JsonValue.Null;

    /// <summary>Reads true or false.</summary>
    public bool TryGetBoolean(out bool value)
    {
        value = this.Json.Kind == JsonKind.True;
        return this.Json.IsBoolean;
    }

    /// <summary>Reads a string.</summary>
    public bool TryGetString(out string value)
    {
        bool fits = this.Json.Kind == JsonKind.String;
        value = fits ? this.Json.Text : "";
        return fits;
    }

    /// <summary>Reads a whole number (10.0 is one) that an <see cref="int"/> holds.</summary>
    public bool TryGetInt32(out int value)
    {
        double number = this.Json.Number;
        bool fits = this.Json.IsInteger && number is >= int.MinValue and <= int.MaxValue;
        value = fits ? (int)number : 0;
        return fits;
    }

    /// <summary>Reads a finite number.</summary>
    public bool TryGetDouble(out double value)
    {
        value = this.Json.Number;
        return this.Json.Kind == JsonKind.Number && !double.IsInfinity(value);
    }

    /// <summary>Reads a member of an object; false where there is none of that name.</summary>
    public bool TryGetProperty(string name, out FlagValue value)
    {
        JsonValue? member = this.Json.Find(name);
        value = member is null ? default : new FlagValue(member);
        return member is not null;
    }

    /// <summary>Reads the elements of an array.</summary>
    public bool TryGetItems(out IReadOnlyList<FlagValue> items)
    {
        FlagValue[] values = new FlagValue[this.Json.Items.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = new FlagValue(this.Json.Items[i]);
        }

        items = values;
        return this.Json.Kind == JsonKind.Array;
    }

    /// <summary>A string, a <see cref="bool"/>, an <see cref="int"/> (a whole number written without point or exponent, if it fits) or a <see cref="double"/>, an
    /// <see cref="IReadOnlyList{T}"/> or an <see cref="IReadOnlyDictionary{TKey, TValue}"/> of such values, or null.</summary>
    public object? ToObject() => PlainValue.From(this.Json);
}
