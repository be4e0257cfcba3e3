using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Rules.Portability;

/// <summary>
/// Operators that run a rule for each element of a list: flagd's daemon also sees the attributes around an element in <c>filter</c>, <c>some</c> and
/// <c>none</c>, its evaluator for JavaScript sees the element only.
/// </summary>
internal sealed class LoopPortability(PortabilityFindings findings)
{
    public void Check(RuleOperator operation, JsonProperty place, List<JsonNode> arguments)
    {
        if (arguments.Count < 2)
        {
            return;
        }

        JsonNode list = arguments[0];
        if (operation is RuleOperator.All or RuleOperator.Reduce && findings.KindsOf(list).MayBe(ValueKinds.Missing))
        {
            string found = operation == RuleOperator.All ? "'all' is false in flagd's daemon and true in its evaluator for JavaScript" : "'reduce' gives 0 in flagd's daemon and the first value in its evaluator for JavaScript";
            findings.Report(list.Range, $"Where {PortabilityFindings.Describe(list)} is missing, {found}. {PortabilityFindings.GiveDefault(list, "[]")}");
        }

        if (operation == RuleOperator.Reduce && arguments.Count == 2)
        {
            findings.Report(place.NameRange, "Without a first value 'reduce' gives 0 in flagd's daemon, and starts with the first element in its evaluator for JavaScript. Add the first value as third argument; flagd's schema requires it.");
        }

        bool seesContext = operation is RuleOperator.Filter or RuleOperator.Some or RuleOperator.None;
        this.CheckElementRule(place.Name, arguments[1], seesContext, isScalar: this.HoldsScalars(list));
    }

    // Nothing but texts in it: such elements have no attributes of their own.
    private bool HoldsScalars(JsonNode list)
    {
        if (RuleSyntax.IsVar(list, out JsonNode name, out _))
        {
            return findings.Values.Find(name.Text)?.Type == AttributeType.StringList;
        }

        bool isLiteral = list.Kind == JsonKind.Array;
        foreach (JsonNode item in list.Items)
        {
            isLiteral &= item.Kind is not (JsonKind.Object or JsonKind.Array);
        }

        return isLiteral;
    }

    private void CheckElementRule(string name, JsonNode node, bool seesContext, bool isScalar)
    {
        if (RuleSyntax.IsVar(node, out JsonNode attribute, out _))
        {
            string path = attribute.Text;
            bool isOuter = seesContext && (AttributeUse.IsBuiltIn(path) ? path.Length > 0 : (isScalar && path.Length > 0) || findings.Values.Find(path) is not null);
            if (isOuter)
            {
                findings.Report(node.Range, $"'{path}' belongs to the context, not to the element: inside of '{name}' flagd's daemon finds it and its evaluator for JavaScript does not. Compare it outside of '{name}', joined with \"and\".");
            }

            return;
        }

        if (RuleSyntax.TryGetOperation(node, out JsonProperty operation) && operation.IsNamed("fractional"))
        {
            findings.Report(operation.NameRange, $"Inside of '{name}' there is no targeting key for 'fractional' in flagd's evaluator for JavaScript. Move it outside.");
        }

        foreach (JsonNode item in node.Items)
        {
            this.CheckElementRule(name, item, seesContext, isScalar);
        }

        foreach (JsonProperty member in node.Members)
        {
            this.CheckElementRule(name, member.Value, seesContext, isScalar);
        }
    }
}
