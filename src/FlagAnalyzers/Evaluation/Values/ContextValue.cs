using System.Collections;
using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Evaluation.Values;

/// <summary>What an object of the program is as a JSON value. What is none counts as missing, and so does a number that is not finite, which JSON does not have.</summary>
internal static class ContextValue
{
    /// <summary>A sequence that is no list is copied when it is read; one longer than this counts as missing, because it may have no end.</summary>
    private const int LongestSequence = 65536;

    public static RuleValue From(object? value) => value switch
    {
        null => RuleValue.Null,
        string text => RuleValue.Text(text),
        bool boolean => RuleValue.From(boolean),
        double number => From(number),
        int number => RuleValue.From(number),
        long number => RuleValue.From(number),
        float number => From(NumberText.Widen(number)),
        decimal number => RuleValue.From((double)number),
        short number => RuleValue.From(number),
        byte number => RuleValue.From(number),
        sbyte number => RuleValue.From(number),
        ushort number => RuleValue.From(number),
        uint number => RuleValue.From(number),
        ulong number => RuleValue.From(number),
        AttributeValue attribute => attribute.Value,
        FlagValue flag => RuleValue.From(flag.Json),
        JsonValue json => RuleValue.From(json),
        IReadOnlyDictionary<string, object?> or IDictionary<string, object?> or IDictionary => RuleValue.ObjectOf(value),
        IReadOnlyList<string?> or IReadOnlyList<object?> or IList => RuleValue.ListOf(value),
        IEnumerable sequence => Copy(sequence),
        _ => RuleValue.Null,
    };

    public static RuleValue From(string? text) => text is null ? RuleValue.Null : RuleValue.Text(text);

    public static RuleValue From(double number) => double.IsNaN(number) || double.IsInfinity(number) ? RuleValue.Null : RuleValue.From(number);

    private static RuleValue Copy(IEnumerable sequence)
    {
        List<RuleValue> items = [];
        foreach (object? item in sequence)
        {
            if (items.Count == LongestSequence)
            {
                return RuleValue.Null;
            }

            items.Add(From(item));
        }

        return RuleValue.List(items.ToArray());
    }
}
