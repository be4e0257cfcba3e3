using System.Globalization;

namespace FlagAnalyzers.Manifests.Model;

internal enum JsonKind : byte
{
    Null,
    False,
    True,
    Number,
    String,
    Array,
    Object,
}

/// <summary>A JSON value without its place in a text: equal to another when it means the same, whatever white space surrounded it.</summary>
/// <remarks>Numbers keep the spelling of the file (<c>10</c> and <c>10.0</c> differ), so that what is generated from them is the same on every machine.</remarks>
internal sealed class JsonValue : IEquatable<JsonValue>
{
    public static readonly JsonValue Null = new(JsonKind.Null, "null", default, default);
    public static readonly JsonValue False = new(JsonKind.False, "false", default, default);
    public static readonly JsonValue True = new(JsonKind.True, "true", default, default);

    /// <summary>Integers beyond this size are not exact in a JSON number (RFC 8259 section 6), and flagd's providers refuse them.</summary>
    public const double LargestExactInteger = 9007199254740991;

    private JsonValue(JsonKind kind, string text, EquatableArray<JsonValue> items, EquatableArray<JsonMember> members)
    {
        this.Kind = kind;
        this.Text = text;
        this.Items = items;
        this.Members = members;
    }

    public JsonKind Kind { get; }

    /// <summary>A string's characters (unescaped), a number's spelling; for the other kinds the keyword, or the empty string.</summary>
    public string Text { get; }

    /// <summary>The elements of an array; else empty.</summary>
    public EquatableArray<JsonValue> Items { get; }

    /// <summary>The members of an object in the order of the file, a repeated name with its last value only; else empty.</summary>
    public EquatableArray<JsonMember> Members { get; }

    public bool IsBoolean => this.Kind is JsonKind.True or JsonKind.False;

    /// <summary>The value of a number as the nearest double (infinite where it is out of range); 0 for the other kinds.</summary>
    public double Number => this.Kind == JsonKind.Number
        && double.TryParse(this.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : 0;

    /// <summary>A whole number that a JSON number carries exactly, <c>10.0</c> among them.</summary>
    public bool IsInteger => this.Kind == JsonKind.Number && IsExactInteger(this.Number);

    public static bool IsExactInteger(double number) => Math.Abs(number) <= LargestExactInteger && Math.Floor(number) == number;

    public static JsonValue Boolean(bool value) => value ? True : False;

    public static JsonValue NumberFrom(string spelling) => new(JsonKind.Number, spelling, default, default);

    public static JsonValue StringFrom(string text) => new(JsonKind.String, text, default, default);

    public static JsonValue ArrayFrom(EquatableArray<JsonValue> items) => new(JsonKind.Array, "", items, default);

    public static JsonValue ObjectFrom(EquatableArray<JsonMember> members) => new(JsonKind.Object, "", default, members);

    /// <summary>The member of that name, or null.</summary>
    public JsonValue? Find(string name)
    {
        foreach (JsonMember member in this.Members)
        {
            if (member.Name == name)
            {
                return member.Value;
            }
        }

        return null;
    }

    public bool Equals(JsonValue? other) => other is not null
        && (ReferenceEquals(this, other)
            || (this.Kind == other.Kind && this.Text == other.Text && this.Items == other.Items && this.Members == other.Members));

    public override bool Equals(object? obj) => this.Equals(obj as JsonValue);

    public override int GetHashCode() => unchecked(((((int)this.Kind * 31) + StringComparer.Ordinal.GetHashCode(this.Text)) * 31)
        + this.Items.GetHashCode() + this.Members.GetHashCode());

    /// <summary>The value as compact JSON.</summary>
    public override string ToString() => Json.JsonWriter.Write(this);
}

/// <summary>A named value of an object.</summary>
internal sealed record JsonMember(string Name, JsonValue Value);
