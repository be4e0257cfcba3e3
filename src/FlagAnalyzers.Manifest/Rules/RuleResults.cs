using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Rules;

/// <summary>What a rule may answer, as far as the text shows: names of variants, and true or false from conditions.</summary>
internal sealed class RuleResults(JsonNode? evaluators)
{
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);

    // Where a rule of an overlay refers to an evaluator, which stands in another text.
    private TextRange? reference;

    /// <summary>Names that the rule answers literally, with their places.</summary>
    public List<(string Name, TextRange Range)> Names { get; } = [];

    /// <summary>Operators whose true or false is the answer, with their places.</summary>
    public List<(string Operator, TextRange Range)> Conditions { get; } = [];

    public void Collect(JsonNode rule) => this.Collect(rule, mayBeDropped: false);

    private void Collect(JsonNode node, bool mayBeDropped)
    {
        switch (node.Kind)
        {
            case JsonKind.String or JsonKind.Number or JsonKind.True or JsonKind.False when !node.IsBroken:
                if (!mayBeDropped)
                {
                    this.Names.Add((node.Text, this.reference ?? node.Range));
                }

                break;
            case JsonKind.Object:
                foreach (JsonProperty operation in node.Members)
                {
                    this.CollectOperation(operation, mayBeDropped);
                }

                break;
        }
    }

    private void CollectOperation(JsonProperty operation, bool mayBeDropped)
    {
        string name = operation.Name;
        JsonNode value = operation.Value;
        if (name == "$ref")
        {
            if (evaluators is { } section && section.TryFind(value.Text, out JsonProperty evaluator) && this.visited.Add(value.Text))
            {
                TextRange? outer = this.reference;
                this.reference ??= evaluator.Value.Document == value.Document ? null : value.Range;
                this.Collect(evaluator.Value, mayBeDropped);
                this.reference = outer;
            }

            return;
        }

        List<JsonNode> arguments = [];
        foreach (JsonNode item in value.Items)
        {
            arguments.Add(item);
        }

        if (value.Kind != JsonKind.Array)
        {
            arguments.Add(value);
        }

        switch (RuleOperators.Find(name)?.Operator)
        {
            case RuleOperator.If:
                for (int i = 0; i < arguments.Count; i++)
                {
                    if (i % 2 == 1 || i == arguments.Count - 1)
                    {
                        this.Collect(arguments[i], mayBeDropped);
                    }
                }

                break;
            case RuleOperator.And or RuleOperator.Or:
                // The last argument may be the answer whatever it is; an earlier one only when it decides.
                for (int i = 0; i < arguments.Count; i++)
                {
                    this.Collect(arguments[i], mayBeDropped || i < arguments.Count - 1);
                }

                break;
            case RuleOperator.Fractional:
                foreach (JsonNode bucket in arguments)
                {
                    foreach (JsonNode variant in bucket.Items)
                    {
                        this.Collect(variant, mayBeDropped: false);
                        break;
                    }
                }

                break;
            case RuleOperator.Equal or RuleOperator.NotEqual or RuleOperator.StrictEqual or RuleOperator.StrictNotEqual
                or RuleOperator.Less or RuleOperator.LessOrEqual or RuleOperator.Greater or RuleOperator.GreaterOrEqual
                or RuleOperator.Not or RuleOperator.Truthy or RuleOperator.In or RuleOperator.StartsWith or RuleOperator.EndsWith
                or RuleOperator.SemVer or RuleOperator.All or RuleOperator.None or RuleOperator.Some:
                this.Conditions.Add((name, this.reference ?? operation.NameRange));
                break;
        }
    }
}
