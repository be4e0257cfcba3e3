using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Rules.Portability;

/// <summary>Tells what the parts of a rule may give: literals by themselves, attributes by their declaration, operations by what they answer.</summary>
/// <param name="declared">The attributes of the <c>context</c> section; empty where there is none.</param>
/// <param name="evaluators">The section <c>$evaluators</c>, or null.</param>
internal sealed class ValueReading(IReadOnlyList<ContextAttribute> declared, JsonNode? evaluators)
{
    private readonly Dictionary<string, ContextAttribute> byPath = declared.ToDictionary(attribute => attribute.Path, StringComparer.Ordinal);
    private readonly Dictionary<string, JsonNode> evaluatorByName = ByName(evaluators);
    private int referenceDepth;

    /// <summary>The declaration of an attribute, or null.</summary>
    public ContextAttribute? Find(string path) => this.byPath.TryGetValue(path, out ContextAttribute? attribute) ? attribute : null;

    public ValueKinds KindsOf(JsonNode node) => node.Kind switch
    {
        JsonKind.Null => ValueKinds.Missing,
        JsonKind.True or JsonKind.False => ValueKinds.Boolean,
        JsonKind.Number => ValueKinds.Number,
        JsonKind.String => ValueKinds.Text,
        JsonKind.Array => ValueKinds.List,
        _ => this.KindsOfObject(node),
    };

    private static Dictionary<string, JsonNode> ByName(JsonNode? evaluators)
    {
        Dictionary<string, JsonNode> byName = new(StringComparer.Ordinal);
        if (evaluators is { } section)
        {
            foreach (JsonProperty evaluator in section.Members)
            {
                byName[evaluator.Name] = evaluator.Value;
            }
        }

        return byName;
    }

    private ValueKinds KindsOfObject(JsonNode node)
    {
        if (RuleSyntax.IsVar(node, out JsonNode name, out JsonNode? fallback))
        {
            return this.KindsOfAttribute(name.Text, fallback);
        }

        if (!RuleSyntax.TryGetOperation(node, out JsonProperty operation))
        {
            return ValueKinds.Object;
        }

        if (operation.IsNamed("$ref"))
        {
            return this.KindsOfReference(operation.Value);
        }

        switch (RuleOperators.Find(operation.Name)?.Operator)
        {
            case RuleOperator.If:
                return this.KindsOfChoice(RuleSyntax.ArgumentsOf(operation.Value));
            case RuleOperator.And or RuleOperator.Or:
                ValueKinds kinds = ValueKinds.None;
                foreach (JsonNode argument in RuleSyntax.ArgumentsOf(operation.Value))
                {
                    kinds |= this.KindsOf(argument);
                }

                return kinds;
            case RuleOperator.Not or RuleOperator.Truthy
                or RuleOperator.Equal or RuleOperator.NotEqual or RuleOperator.StrictEqual or RuleOperator.StrictNotEqual
                or RuleOperator.Less or RuleOperator.LessOrEqual or RuleOperator.Greater or RuleOperator.GreaterOrEqual
                or RuleOperator.In or RuleOperator.All or RuleOperator.None or RuleOperator.Some:
                return ValueKinds.Boolean;
            case RuleOperator.StartsWith or RuleOperator.EndsWith or RuleOperator.SemVer:
                return ValueKinds.Boolean | ValueKinds.Missing;
            case RuleOperator.Add or RuleOperator.Subtract or RuleOperator.Multiply or RuleOperator.Divide or RuleOperator.Remainder or RuleOperator.Max or RuleOperator.Min:
                return ValueKinds.Number;
            case RuleOperator.Concatenate or RuleOperator.Substring:
                return ValueKinds.Text;
            case RuleOperator.Merge or RuleOperator.Filter or RuleOperator.Map or RuleOperator.Missing or RuleOperator.MissingSome:
                return ValueKinds.List;
            default:
                return ValueKinds.Unknown;
        }
    }

    private ValueKinds KindsOfAttribute(string path, JsonNode? fallback)
    {
        ValueKinds own = path switch
        {
            "" => ValueKinds.Object,
            "$flagd.timestamp" => ValueKinds.Number,
            "$flagd.flagKey" => ValueKinds.Text,
            "targetingKey" => ValueKinds.Text | ValueKinds.Missing,
            _ => this.KindsOfDeclared(path) | ValueKinds.Missing,
        };
        if (fallback is not { } node)
        {
            return own;
        }

        ValueKinds other = this.KindsOf(node);

        // Of an attribute that nobody declared the default is all that is known.
        return own.MayBe(ValueKinds.Unknown) && other != ValueKinds.Missing ? other : (own & ~ValueKinds.Missing) | other;
    }

    private ValueKinds KindsOfDeclared(string path) => this.Find(path)?.Type switch
    {
        AttributeType.String or AttributeType.SemVer => ValueKinds.Text,
        AttributeType.Number => ValueKinds.Number,
        AttributeType.Boolean => ValueKinds.Boolean,
        AttributeType.StringList => ValueKinds.List,

        // Not declared, or declared as an object, which may be a list of anything.
        _ => ValueKinds.Unknown,
    };

    private ValueKinds KindsOfChoice(List<JsonNode> arguments)
    {
        ValueKinds kinds = arguments.Count % 2 == 0 ? ValueKinds.Missing : ValueKinds.None;
        for (int i = 0; i < arguments.Count; i++)
        {
            if (i % 2 == 1 || i == arguments.Count - 1)
            {
                kinds |= this.KindsOf(arguments[i]);
            }
        }

        return kinds;
    }

    // References inside of evaluators are reported themselves; following them further would follow circles too.
    private ValueKinds KindsOfReference(JsonNode name)
    {
        if (this.referenceDepth > 0 || name.Kind != JsonKind.String || !this.evaluatorByName.TryGetValue(name.Text, out JsonNode evaluator))
        {
            return ValueKinds.Unknown;
        }

        this.referenceDepth++;
        ValueKinds kinds = this.KindsOf(evaluator);
        this.referenceDepth--;
        return kinds;
    }
}
