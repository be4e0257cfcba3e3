using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Reading;

namespace FlagAnalyzers.Manifests.Rules;

/// <summary>Reads a targeting rule into a tree, reports what cannot work in it, and notes the attributes it reads.</summary>
/// <param name="issues">Where problems go.</param>
/// <param name="evaluators">The names that <c>$ref</c> may give.</param>
/// <param name="uses">Where the attributes go; they are judged when all rules are read.</param>
internal sealed class RuleReader(IssueList issues, ICollection<string> evaluators, List<AttributeUse> uses)
{
    private const string Id = "FLAG1005";

    // Inside filter, map, reduce, all, none and some, `var` speaks of the element.
    private int elementDepth;

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
            issues.Report(Id, second.NameRange, $"A rule has one operator; '{only.Name}' and '{second.Name}' stand in one object, which is then no rule but a value. Nest one in the other, or join them with \"and\".");
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

        OperatorInfo? info = RuleOperators.Find(name);
        if (info is null)
        {
            string hint = evaluators.Contains(name)
                ? $" To use the evaluator of that name write {{\"$ref\": \"{name}\"}}."
                : NearestName.Hint(name, RuleOperators.All.Select(static info => info.Name));
            issues.Report(Id, member.NameRange, $"'{name}' is no operator of JsonLogic or flagd.{hint}");
        }

        bool isBare = value.Kind != JsonKind.Array;
        RuleOperator operation = info?.Operator ?? RuleOperator.Unknown;
        EquatableArray<Rule> arguments = isBare ? EquatableArray.Of(this.Read(value)) : this.ReadArguments(value, operation);
        if (info is not null)
        {
            this.CheckArity(member, info, arguments.Count, isBare);
            new OperationChecks(issues, uses, info, this.elementDepth > 0).Check(member);
        }

        return new Rule.Operation(name, operation, arguments, isBare);
    }

    private Rule ReadReference(JsonNode value)
    {
        string name = value.Text;
        if (value.Kind != JsonKind.String)
        {
            issues.Report(Id, value.Range, $"\"$ref\" takes the name of an evaluator as text, found {Place.Describe(value)}.");
        }
        else if (!evaluators.Contains(name))
        {
            issues.Report(Id, value.Range, $"There is no evaluator '{name}' in \"$evaluators\".{NearestName.Hint(name, evaluators)}");
        }

        return new Rule.Reference(name);
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

    private void CheckArity(JsonProperty member, OperatorInfo info, int count, bool isBare)
    {
        // One argument without an array may be a rule that gives the list of arguments.
        if (isBare && member.Value.Kind == JsonKind.Object && info.MinimumArguments != 1)
        {
            return;
        }

        if (count < info.MinimumArguments || count > info.MaximumArguments)
        {
            string found = count == 1 ? "1 argument" : $"{count.ToString(System.Globalization.CultureInfo.InvariantCulture)} arguments";
            issues.Report(Id, member.NameRange, $"'{info.Name}' takes {info.Arity}; found {found}.");
        }
    }
}
