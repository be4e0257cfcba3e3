using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Snapshots;

/// <summary>A variant, its value read in every type that it fits.</summary>
internal sealed class BoundVariant
{
    private readonly double number;

    /// <summary>The value in a generated type: made on the first read, then handed out again and again. Racing readers make equal ones.</summary>
    private object? converted;

    /// <param name="name">Its name; null for a value that an override gives.</param>
    /// <param name="value">Its value.</param>
    public BoundVariant(string? name, JsonValue value)
    {
        this.Name = name;
        this.Value = value;
        this.number = value.Number;
        this.IsBoolean = value.IsBoolean;
        this.Boolean = value.Kind == JsonKind.True;
        this.Text = value.Kind == JsonKind.String ? value.Text : null;
        this.IsFloat = value.Kind == JsonKind.Number && !double.IsInfinity(this.number);
        this.IsInteger = value.IsInteger;
    }

    /// <summary>Null for a value that an override gives.</summary>
    public string? Name { get; }

    public JsonValue Value { get; }

    public bool IsBoolean { get; }

    public bool Boolean { get; }

    /// <summary>Null unless it is a string.</summary>
    public string? Text { get; }

    public bool IsFloat { get; }

    public double Float => this.number;

    /// <summary>Whether it is whole, as 10.0 is, and no larger than a JSON number can be exactly.</summary>
    public bool IsInteger { get; }

    public bool IsInt32 => this.IsInteger && this.number is >= int.MinValue and <= int.MaxValue;

    public bool IsObject => this.Value.Kind == JsonKind.Object;

    public bool Fits(FlagType type) => type switch
    {
        FlagType.Boolean => this.IsBoolean,
        FlagType.String => this.Text is not null,
        FlagType.Integer => this.IsInteger,
        FlagType.Float => this.IsFloat,
        _ => this.IsObject,
    };

    /// <summary>The value in a generated type; false when it does not fit.</summary>
    public bool TryConvert<T>(FlagValueReader<T> reader, out T? value)
    {
        ConvertedValue<T> conversion = this.converted as ConvertedValue<T> ?? this.Convert(reader);
        value = conversion.Value;
        return conversion.Fits;
    }

    private ConvertedValue<T> Convert<T>(FlagValueReader<T> reader)
    {
        ConvertedValue<T> conversion;
        try
        {
            conversion = new ConvertedValue<T>(reader(new FlagValue(this.Value), out T value), value);
        }
        catch (Exception)
        {
            // Nothing throws in a read, not even what others wrote.
            conversion = new ConvertedValue<T>(false, default);
        }

        this.converted = conversion;
        return conversion;
    }

    private sealed class ConvertedValue<T>(bool fits, T? value)
    {
        public bool Fits { get; } = fits;

        public T? Value { get; } = value;
    }
}
