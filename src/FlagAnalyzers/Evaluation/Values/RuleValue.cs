using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Evaluation.Values;

internal enum RuleValueKind : byte
{
    Null,
    Boolean,
    Number,
    String,
    List,
    Object,
    Failure,
}

/// <summary>A JSON value while rules run: small, and made without allocation from what the context and the manifest hold.</summary>
/// <remarks>Lists and objects stay what they are (arrays, dictionaries, <see cref="JsonValue"/>); <see cref="ListValue"/> and <see cref="ObjectValue"/> read them.</remarks>
internal readonly struct RuleValue
{
    public static readonly RuleValue True = new(RuleValueKind.Boolean, null, 1);
    public static readonly RuleValue False = new(RuleValueKind.Boolean, null, 0);
    public static readonly RuleValue EmptyText = Text("");
    public static readonly RuleValue EmptyList = List([]);

    /// <summary>A rule that could not be evaluated. It is what the whole evaluation becomes: PARSE_ERROR.</summary>
    public static readonly RuleValue Failure = new(RuleValueKind.Failure, null, 0);

    private readonly object? reference;
    private readonly double number;

    private RuleValue(RuleValueKind kind, object? reference, double number)
    {
        this.Kind = kind;
        this.reference = reference;
        this.number = number;
    }

    /// <summary>Null, and what is missing.</summary>
    public static RuleValue Null => default;

    public RuleValueKind Kind { get; }

    public bool IsNull => this.Kind == RuleValueKind.Null;

    public bool IsFailure => this.Kind == RuleValueKind.Failure;

    public bool IsNumber => this.Kind == RuleValueKind.Number;

    public bool IsString => this.Kind == RuleValueKind.String;

    public bool IsList => this.Kind == RuleValueKind.List;

    public bool IsObject => this.Kind == RuleValueKind.Object;

    /// <summary>Of a Boolean.</summary>
    public bool Boolean => this.number != 0;

    /// <summary>Of a number.</summary>
    public double Number => this.number;

    /// <summary>Of a string.</summary>
    public string String => (string)this.reference!;

    /// <summary>Of a list or an object.</summary>
    public object Reference => this.reference!;

    /// <summary>Of a string that a rule gives as its result: the place of the variant it names, found when the rule was bound; else negative.</summary>
    public int VariantIndex => (int)this.number - 1;

    /// <summary>False, 0, "", null, [] and {} are falsy.</summary>
    public bool IsTruthy => this.Kind switch
    {
        RuleValueKind.Boolean => this.number != 0,
        RuleValueKind.Number => this.number != 0,
        RuleValueKind.String => this.String.Length > 0,
        RuleValueKind.List => new ListValue(this).Count > 0,
        RuleValueKind.Object => new ObjectValue(this).CountUpTo(1) > 0,
        _ => false,
    };

    public static RuleValue From(bool value) => value ? True : False;

    public static RuleValue From(double value) => new(RuleValueKind.Number, null, value);

    public static RuleValue Text(string value) => new(RuleValueKind.String, value, 0);

    /// <summary>A string of the manifest that names a variant.</summary>
    public static RuleValue VariantName(string value, int index) => new(RuleValueKind.String, value, index + 1);

    public static RuleValue List(RuleValue[] items) => new(RuleValueKind.List, items, 0);

    /// <summary>Any list that <see cref="ListValue"/> reads.</summary>
    public static RuleValue ListOf(object items) => new(RuleValueKind.List, items, 0);

    /// <summary>Any object that <see cref="ObjectValue"/> reads.</summary>
    public static RuleValue ObjectOf(object members) => new(RuleValueKind.Object, members, 0);

    public static RuleValue From(JsonValue value) => value.Kind switch
    {
        JsonKind.True => True,
        JsonKind.False => False,
        JsonKind.Number => ContextValue.From(value.Number),
        JsonKind.String => Text(value.Text),
        JsonKind.Array => ListOf(value),
        JsonKind.Object => ObjectOf(value),
        _ => Null,
    };
}
