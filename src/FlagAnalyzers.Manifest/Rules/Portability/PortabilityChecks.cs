using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;

namespace FlagAnalyzers.Manifests.Rules.Portability;

/// <summary>
/// FLAG1006: what flagd's implementations answer differently. Walks a rule and asks of each operation whether its arguments can be such that they disagree; what
/// nothing tells (an attribute that no context declares) gets the benefit of the doubt.
/// </summary>
internal sealed class PortabilityChecks
{
    private readonly PortabilityFindings findings;
    private readonly ComparisonPortability comparisons;
    private readonly TextPortability texts;
    private readonly BucketPortability buckets;
    private readonly LoopPortability loops;
    private int elementDepth;

    public PortabilityChecks(IssueList issues, IReadOnlyList<ContextAttribute> declared, JsonNode? evaluators)
    {
        this.findings = new PortabilityFindings(issues, new ValueReading(declared, evaluators));
        this.comparisons = new ComparisonPortability(this.findings);
        this.texts = new TextPortability(this.findings);
        this.buckets = new BucketPortability(this.findings);
        this.loops = new LoopPortability(this.findings);
    }

    /// <summary>The rule and the variant names of one flag.</summary>
    public void CheckFlag(JsonNode flag)
    {
        if (!flag.TryFind("targeting", out JsonProperty targeting) || targeting.Value.IsBroken)
        {
            return;
        }

        string? served = flag.TryFind("defaultVariant", out JsonProperty property) && property.Value.Kind == JsonKind.String ? property.Value.Text : null;
        if (this.CheckTargeting(targeting.Value, served))
        {
            this.CheckVariantNames(flag);
        }
    }

    /// <summary>A targeting rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="defaultVariant">The variant that is served when it does not decide, or null.</param>
    /// <returns>Whether it is a rule at all.</returns>
    public bool CheckTargeting(JsonNode rule, string? defaultVariant)
    {
        if (rule.Kind is not (JsonKind.Object or JsonKind.Null))
        {
            this.findings.Report(rule.Range, $"flagd's schema refuses a targeting rule that is no object, and its implementations take {Place.Describe(rule)} differently. Write {{\"if\": [true, {(rule.Kind == JsonKind.Array ? "\"variant\"" : this.findings.Source(rule))}]}}.");
        }

        if (!RuleSyntax.TryGetOperation(rule, out JsonProperty operation))
        {
            return false;
        }

        if (operation.IsNamed("$ref"))
        {
            this.findings.Report(rule.Range, $"Not every implementation of flagd resolves a \"$ref\" that is the whole rule. Put it inside of an operation: {{\"if\": [true, {this.findings.Source(rule)}]}}.");
        }

        this.CheckResult(rule, defaultVariant);
        return true;
    }

    /// <summary>One rule of <c>$evaluators</c>.</summary>
    public void CheckEvaluator(JsonNode rule)
    {
        this.ReportReferences(rule);
        this.CheckResult(rule, defaultVariant: null);
    }

    private void CheckVariantNames(JsonNode flag)
    {
        if (!flag.TryFind("variants", out JsonProperty variants))
        {
            return;
        }

        foreach (JsonProperty variant in variants.Value.Members)
        {
            if (variant.Name.IndexOfAny(['"', '\\', '<', '>', '&']) >= 0)
            {
                this.findings.Report(variant.NameRange, "flagd's daemon does not find a variant by a name with one of \" \\ < > &, because it writes the rule's answer as JSON first. Use letters, digits, '-' and '_'.");
            }
        }
    }

    private void ReportReferences(JsonNode node)
    {
        if (RuleSyntax.TryGetOperation(node, out JsonProperty operation) && operation.IsNamed("$ref"))
        {
            this.findings.Report(node.Range, "flagd does not support references from evaluator to evaluator: some implementations leave it as it is. Write the other evaluator's rule here.");
            return;
        }

        foreach (JsonNode item in node.Items)
        {
            this.ReportReferences(item);
        }

        foreach (JsonProperty member in node.Members)
        {
            this.ReportReferences(member.Value);
        }
    }

    /// <summary>A part that names a variant, or gives null for the default one.</summary>
    private void CheckResult(JsonNode node, string? defaultVariant)
    {
        switch (node.Kind)
        {
            case JsonKind.Array:
                this.findings.Report(node.Range, "A list as answer names no variant in flagd's daemon, and its first element in the evaluator for JavaScript. Answer the name alone.");
                this.CheckAll(node);
                return;
            case JsonKind.Number when PortabilityFindings.IsSpelledDifferently(node):
                this.findings.Report(node.Range, "flagd's implementations spell this number differently when they look for the variant. Answer a name in quotes.");
                return;
            case JsonKind.Object when RuleSyntax.TryGetOperation(node, out JsonProperty operation):
                List<JsonNode> arguments = RuleSyntax.ArgumentsOf(operation.Value);
                switch (RuleOperators.Find(operation.Name)?.Operator)
                {
                    case RuleOperator.If:
                        this.CheckOperation(operation, arguments);
                        for (int i = 0; i < arguments.Count; i++)
                        {
                            if (i % 2 == 1 || i == arguments.Count - 1)
                            {
                                this.CheckResult(arguments[i], defaultVariant);
                            }
                            else
                            {
                                this.Check(arguments[i]);
                            }
                        }

                        return;
                    case RuleOperator.Fractional:
                        this.CheckFractional(arguments, defaultVariant);
                        return;
                }

                if (this.findings.KindsOf(node).IsOnly(ValueKinds.List | ValueKinds.Object) && RuleSyntax.IsVar(node, out JsonNode name, out _))
                {
                    this.findings.Report(node.Range, $"'{name.Text}' is a list or an object; as answer flagd's implementations look for different variants. Answer the name of a variant.");
                }

                this.Check(node);
                return;
        }
    }

    /// <summary>A part whose value is used by what stands around it.</summary>
    private void Check(JsonNode node)
    {
        if (node.Kind == JsonKind.Array)
        {
            this.CheckAll(node);
        }
        else if (RuleSyntax.TryGetOperation(node, out JsonProperty operation))
        {
            List<JsonNode> arguments = RuleSyntax.ArgumentsOf(operation.Value);
            if (operation.IsNamed("fractional"))
            {
                this.CheckFractional(arguments, defaultVariant: null);
                return;
            }

            this.CheckOperation(operation, arguments);
            this.CheckArguments(operation, arguments);
        }
    }

    private void CheckAll(JsonNode list)
    {
        foreach (JsonNode item in list.Items)
        {
            this.Check(item);
        }
    }

    private void CheckArguments(JsonProperty operation, List<JsonNode> arguments)
    {
        bool hasElementRule = RuleOperators.Find(operation.Name)?.Operator is RuleOperator.Filter or RuleOperator.Map or RuleOperator.Reduce
            or RuleOperator.All or RuleOperator.None or RuleOperator.Some;
        for (int i = 0; i < arguments.Count; i++)
        {
            bool speaksOfElement = hasElementRule && i == 1;
            this.elementDepth += speaksOfElement ? 1 : 0;
            this.Check(arguments[i]);
            this.elementDepth -= speaksOfElement ? 1 : 0;
        }
    }

    private void CheckFractional(List<JsonNode> arguments, string? defaultVariant)
    {
        this.buckets.Check(arguments, defaultVariant);
        foreach (JsonNode argument in arguments)
        {
            if (argument.Kind != JsonKind.Array)
            {
                this.Check(argument);
                continue;
            }

            List<JsonNode> parts = RuleSyntax.ArgumentsOf(argument);
            for (int i = 0; i < parts.Count; i++)
            {
                if (i == 0)
                {
                    this.CheckResult(parts[i], defaultVariant: null);
                }
                else
                {
                    this.Check(parts[i]);
                }
            }
        }
    }

    private void CheckOperation(JsonProperty operation, List<JsonNode> arguments)
    {
        if (RuleOperators.Find(operation.Name) is not { } info)
        {
            return;
        }

        bool isBare = operation.Value.Kind != JsonKind.Array;
        switch (info.Operator)
        {
            case RuleOperator.If or RuleOperator.And or RuleOperator.Or or RuleOperator.Not or RuleOperator.Truthy:
                this.CheckForm(operation, isBare);
                break;
            case RuleOperator.Abs or RuleOperator.Set or RuleOperator.ContainsAll or RuleOperator.ContainsAny or RuleOperator.ContainsNone:
                this.findings.Report(operation.NameRange, $"'{info.Name}' is an operator of flagd's daemon only; its schema and its other implementations do not have it. {Replacement(info.Operator)}");
                break;
            case RuleOperator.Var:
                this.CheckVar(operation, arguments);
                break;
            case RuleOperator.Missing or RuleOperator.MissingSome:
                this.findings.Report(operation.NameRange, $"'{info.Name}' counts an attribute that is null as missing in flagd's daemon and not in its evaluator for JavaScript. Compare with null instead: {{\"==\": [{{\"var\": \"plan\"}}, null]}}.");
                break;
        }

        // What an element has nobody declares.
        if (this.elementDepth > 0)
        {
            return;
        }

        switch (info.Operator)
        {
            case RuleOperator.Equal or RuleOperator.NotEqual:
                this.comparisons.CheckEquality(info.Name, arguments);
                break;
            case RuleOperator.Less or RuleOperator.LessOrEqual or RuleOperator.Greater or RuleOperator.GreaterOrEqual:
                this.comparisons.CheckOrder(operation, arguments);
                break;
            case RuleOperator.Add or RuleOperator.Subtract or RuleOperator.Multiply or RuleOperator.Divide or RuleOperator.Remainder
                or RuleOperator.Max or RuleOperator.Min:
                this.comparisons.CheckArithmetic(info.Operator, info.Name, arguments);
                break;
            case RuleOperator.In:
                this.texts.CheckIn(arguments);
                break;
            case RuleOperator.Concatenate:
                this.texts.CheckConcatenation(arguments, isBare);
                break;
            case RuleOperator.Substring:
                this.texts.CheckSubstring(arguments);
                break;
            case RuleOperator.SemVer:
                this.texts.CheckSemVer(arguments);
                break;
            case RuleOperator.Filter or RuleOperator.Map or RuleOperator.Reduce or RuleOperator.All or RuleOperator.None or RuleOperator.Some:
                this.loops.Check(info.Operator, operation, arguments);
                break;
        }
    }

    private static string Replacement(RuleOperator operation) => operation switch
    {
        RuleOperator.Abs => "Write {\"if\": [{\"<\": [x, 0]}, {\"-\": [x]}, x]}.",
        RuleOperator.Set => "Compare the attribute itself.",
        RuleOperator.ContainsAll => "Write {\"and\": [{\"in\": [value, list]}, …]}.",
        RuleOperator.ContainsAny => "Write {\"or\": [{\"in\": [value, list]}, …]}.",
        _ => "Write {\"!\": [{\"or\": [{\"in\": [value, list]}, …]}]}.",
    };

    // A list that stands alone is taken for the arguments by one and for a value by the other.
    private void CheckForm(JsonProperty operation, bool isBare)
    {
        if (operation.IsNamed("?:"))
        {
            this.findings.Report(operation.NameRange, "flagd's schema has no '?:'. Write \"if\", which means the same.");
        }

        ValueKinds kinds = isBare ? this.findings.KindsOf(operation.Value) : ValueKinds.None;
        if (kinds.MayBe(ValueKinds.List | ValueKinds.Unknown))
        {
            this.findings.Report(operation.Value.Range, $"Where this gives a list, '{operation.Name}' looks at its first element in flagd's daemon and at the list in its evaluator for JavaScript. Put it in brackets: {{\"{operation.Name}\": [{this.findings.Source(operation.Value)}]}}.");
        }
    }

    private void CheckVar(JsonProperty operation, List<JsonNode> arguments)
    {
        if (arguments.Count == 0 || arguments[0].Kind is not (JsonKind.String or JsonKind.Number))
        {
            return;
        }

        JsonNode name = arguments[0];
        string path = name.Text;
        string last = path.Substring(path.LastIndexOf('.') + 1);
        if (name.Kind == JsonKind.Number)
        {
            this.findings.Report(name.Range, $"flagd's implementations read a name that is a number differently. Write \"{path}\".");
        }
        else if (path.IndexOf('\\') >= 0)
        {
            this.findings.Report(name.Range, "A backslash in a name hides the dot behind it in flagd's evaluator for JavaScript only. Rename the attribute, without a dot.");
        }
        else if (this.findings.Values.Find(path) is null && (last is "constructor" or "prototype" or "__proto__" || path.StartsWith("constructor.", StringComparison.Ordinal) || (last == "length" && path.Length > last.Length)))
        {
            this.findings.Report(name.Range, $"'{last}' belongs to every value of JavaScript, so flagd's evaluator for JavaScript finds it where its daemon finds nothing. Rename the attribute.");
        }
    }
}
