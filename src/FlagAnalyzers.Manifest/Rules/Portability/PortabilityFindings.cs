using System.Globalization;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Rules.Portability;

/// <summary>What the checks of portability share: where findings go, what parts of rules may give, and the words for a repair.</summary>
internal sealed class PortabilityFindings(IssueList issues, ValueReading values)
{
    private const string Id = "FLAG1006";

    public ValueReading Values => values;

    public void Report(TextRange range, string message) => issues.Report(Id, range, message);

    public ValueKinds KindsOf(JsonNode node) => values.KindsOf(node);

    /// <summary>A part as the file spells it, on one line; what is long in short.</summary>
    public string Source(JsonNode node)
    {
        const int Longest = 80;
        string text = node.ToValue().ToString();
        return text.Length <= Longest ? text : "…";
    }

    /// <summary>A part in few words: an attribute by its name, else what stands there.</summary>
    public static string Describe(JsonNode node) => RuleSyntax.IsVar(node, out JsonNode name, out _) ? $"'{name.Text}'"
        : RuleSyntax.TryGetOperation(node, out JsonProperty operation) ? $"the result of '{operation.Name}'"
        : Place.Describe(node);

    /// <summary>How to give a part a value where it has none: a default where it is an attribute.</summary>
    /// <param name="node">The part.</param>
    /// <param name="example">A default as JSON.</param>
    public static string GiveDefault(JsonNode node, string example) => RuleSyntax.IsVar(node, out JsonNode name, out _)
        ? $"Give it a default: {{\"var\": [{JsonValue.StringFrom(name.Text)}, {example}]}}."
        : "Give its attributes defaults, so that it always answers.";

    /// <summary>Whether a number is written otherwise by some implementation when it becomes text: in exponent form.</summary>
    public static bool IsSpelledDifferently(JsonNode node)
    {
        double number = node.Kind == JsonKind.Number && double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? Math.Abs(value) : 0;
        return number >= 1e21 || (number > 0 && number < 1e-6);
    }
}
