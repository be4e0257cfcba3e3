using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Rules;

/// <summary>Reads a targeting rule into a tree.</summary>
/// <param name="checks">Holds what is read against what can work; null where nobody asks for problems.</param>
internal sealed class RuleReader(RuleChecks? checks)
{
    // Inside filter, map, reduce, all, none and some, `var` speaks of the element.
    private int elementDepth;

    /// <summary>The rules of <c>$evaluators</c>; of a repeated name the last.</summary>
    public EquatableArray<Evaluator> ReadEvaluators(JsonNode section)
    {
        OrderedMembers<Rule> rules = new();
        foreach (JsonProperty member in section.Members)
        {
            rules.Set(member.Name, this.Read(member.Value));
        }

        return rules.Select(static (name, rule) => new Evaluator(name, rule));
    }

    public Rule Read(JsonNode node)
    {
        switch (node.Kind)
        {
            case JsonKind.Array:
                return new Rule.List(this.ReadArguments(node, RuleOperator.Unknown));
            case JsonKind.Object:
                return this.ReadObject(node);
            default:
                return new Rule.Literal(node.ToValue());
        }
    }

    private Rule ReadObject(JsonNode node)
    {
        int count = 0;
        JsonProperty only = default;
        JsonProperty second = default;
        foreach (JsonProperty member in node.Members)
        {
            count++;
            if (count == 1)
            {
                only = member;
            }
            else if (count == 2)
            {
                second = member;
            }
        }

        if (count == 1)
        {
            return this.ReadOperation(only);
        }

        if (count > 1)
        {
            checks?.ReportSeveralOperators(only, second);
        }

        return new Rule.Literal(node.ToValue());
    }

    private Rule ReadOperation(JsonProperty member)
    {
        string name = member.Name;
        JsonNode value = member.Value;
        if (name == "$ref")
        {
            return this.ReadReference(value);
        }

        bool isBare = value.Kind != JsonKind.Array;
        RuleOperator operation = RuleOperators.Find(name)?.Operator ?? RuleOperator.Unknown;
        EquatableArray<Rule> arguments = isBare ? EquatableArray.Of(this.Read(value)) : this.ReadArguments(value, operation);
        checks?.CheckOperation(member, arguments.Count, speaksOfElement: this.elementDepth > 0);
        return new Rule.Operation(name, operation, arguments, isBare);
    }

    private Rule ReadReference(JsonNode value)
    {
        checks?.CheckReference(value);
        return new Rule.Reference(value.Text);
    }

    private EquatableArray<Rule> ReadArguments(JsonNode list, RuleOperator operation)
    {
        bool hasElementScope = operation is RuleOperator.Filter or RuleOperator.Map or RuleOperator.Reduce
            or RuleOperator.All or RuleOperator.None or RuleOperator.Some;
        List<Rule> rules = [];
        foreach (JsonNode item in list.Items)
        {
            bool isElementRule = hasElementScope && rules.Count == 1;
            this.elementDepth += isElementRule ? 1 : 0;
            rules.Add(this.Read(item));
            this.elementDepth -= isElementRule ? 1 : 0;
        }

        return rules.ToEquatableArray();
    }
}
