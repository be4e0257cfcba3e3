using System.Text.Json;
using System.Text.RegularExpressions;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers.Conformance;

/// <summary>One row of the JsonLogic matrix: a rule, a context, and what the Go daemon makes of them.</summary>
/// <param name="Name">The first column, without its mark.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Context">The context.</param>
/// <param name="Outcomes">The outcome columns, each written out.</param>
internal sealed partial record MatrixRow(string Name, string Rule, string Context, string[] Outcomes)
{
    /// <summary>What each rule may name: every text that some implementation resolves some rule to.</summary>
    private static readonly Lazy<string[]> Variants = new(() => [.. ReadAll().SelectMany(row => row.Outcomes).Where(outcome => outcome[0] == '"').Distinct().Append("\"DFT\"")]);

    public string Go => this.Outcomes[2];

    public static IEnumerable<MatrixRow> ReadAll()
    {
        foreach (string line in ConformanceFile.ReadLines("jsonlogic-matrix.md"))
        {
            if (Pattern().Match(line) is { Success: true } match)
            {
                // "=" stands for the first outcome column.
                string[] outcomes = [.. match.Groups[4].Captures.Select(cell => cell.Value.Trim().Trim('`'))];
                yield return new MatrixRow(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, [.. outcomes.Select(cell => cell == "=" ? outcomes[0] : cell)]);
            }
        }
    }

    public override string ToString() => this.Name;

    /// <summary>The outcome in the notation of the matrix.</summary>
    public string Evaluate()
    {
        string variants = string.Join(",", Variants.Value.Select(name => $"{name}: {name}"));
        FlagSnapshot snapshot = FlagSnapshot.Parse(
            $$"""{ "flags": { "f": { "state": "ENABLED", "variants": { {{variants}} }, "defaultVariant": "DFT", "targeting": {{this.Rule}} } } }""");
        JsonEvaluation evaluation = snapshot.Evaluate("f", FlagType.String, null, JsonContext.Open(JsonDocument.Parse(this.Context).RootElement), 1_700_000_000);
        string variant = evaluation.Variant is null ? "" : JsonValue.StringFrom(evaluation.Variant).ToString();
        return evaluation.ErrorCode ?? (evaluation.Reason == EvaluationReason.TargetingMatch ? variant : $"{evaluation.Reason} {variant}");
    }

    [GeneratedRegex(@"^\| (?:\*\*≠\*\* )?(.*?) \| `(.*?)` \| `(.*?)` \|(?: (`?(?:(?! \| ).)+`?) \|){3}$")]
    private static partial Regex Pattern();
}
