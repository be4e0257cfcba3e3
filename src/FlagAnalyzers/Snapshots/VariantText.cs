using System.Text;
using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.Snapshots;

/// <summary>The name of the variant that the result of a rule stands for: its JSON text, with all quotation marks taken out.</summary>
/// <remarks>So flagd does it (core/pkg/evaluator/json.go), and Go's JSON text escapes more than others do. Names with such characters cannot be reached by their
/// own text; most names have none.</remarks>
internal static class VariantText
{
    /// <summary>Null for a list or an object: no variant is named so.</summary>
    public static string? Of(RuleValue result) => result.Kind switch
    {
        RuleValueKind.Boolean => result.Boolean ? "true" : "false",
        RuleValueKind.Number => NumberText.ToJson(result.Number),
        RuleValueKind.String => Of(result.String),
        _ => null,
    };

    public static string Of(string result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            if (IsEscaped(result[i]))
            {
                return Escape(result);
            }
        }

        return result;
    }

    private static bool IsEscaped(char c) => c is < ' ' or '"' or '\\' or '<' or '>' or '&' or '\u2028' or '\u2029';

    private static string Escape(string result)
    {
        StringBuilder text = new();
        foreach (char c in result)
        {
            text.Append(c switch
            {
                '"' => "\\",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when IsEscaped(c) => "\\u" + ((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return text.ToString();
    }
}
