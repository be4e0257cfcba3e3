using System.Globalization;
using FlagAnalyzers;

namespace Shop;

/// <summary>One flag as it was evaluated for somebody, in words.</summary>
internal sealed record FlagRow(string Key, string Value, string Variant, string Reason)
{
    /// <summary>Every flag of the manifest, in its order.</summary>
    public static IReadOnlyList<FlagRow> Of(Flags flags) => [.. flags.EvaluateAll().Keys.Select(key => Of(key, flags.Evaluate<object>(key)))];

    private static FlagRow Of(string key, FlagEvaluation<object> evaluation) => new(
        key,
        Text(evaluation.Value),
        evaluation.Variant ?? "-",
        evaluation.ErrorCode is null ? evaluation.Reason : $"{evaluation.Reason} {evaluation.ErrorCode}");

    private static string Text(object? value) => value switch
    {
        null => "(null)",
        "" => "(empty)",
        string text => text,
        bool truth => truth ? "true" : "false",
        Flags.SearchSettingsValue settings => $"{settings.Engine}, {settings.PageSize} a page, by {string.Join(", ", settings.Facets)}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
