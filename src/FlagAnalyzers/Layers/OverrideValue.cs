using System.Globalization;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers.Layers;

/// <summary>What somebody wants a flag to answer to everybody.</summary>
internal readonly struct OverrideValue
{
    private readonly string? text;
    private readonly JsonValue? value;

    private OverrideValue(string? text, JsonValue? value)
    {
        this.text = text;
        this.value = value;
    }

    /// <summary>The name of a variant, or else a value as it is written.</summary>
    public static OverrideValue Of(string text) => new(text, null);

    public static OverrideValue Of(bool value) => new(null, JsonValue.Boolean(value));

    public static OverrideValue Of(double value) => new(null, JsonValue.NumberFrom(value.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>The flag with that value for everybody; null where it can be no value of the flag.</summary>
    public BoundFlag? Apply(BoundFlag flag)
    {
        if (this.text is { } name && flag.FindVariant(name) is { } variant)
        {
            return flag.Fix(variant);
        }

        JsonValue? typed = this.value ?? Read(this.text ?? "", flag.Type);
        BoundVariant? fixedValue = typed is null ? null : new BoundVariant(name: null, typed);
        return fixedValue is not null && fixedValue.Fits(flag.Type) ? flag.Fix(fixedValue) : null;
    }

    public override string ToString() => this.text ?? this.value?.ToString() ?? "";

    private static JsonValue? Read(string text, FlagType type)
    {
        switch (type)
        {
            case FlagType.Boolean:
                return bool.TryParse(text, out bool boolean) ? JsonValue.Boolean(boolean) : null;
            case FlagType.String:
                return JsonValue.StringFrom(text);
            default:
                JsonText json = JsonText.Parse(text);
                return json.Errors.Count == 0 ? json.Root.ToValue() : null;
        }
    }
}
