using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Rules.Portability;

/// <summary>Comparisons and arithmetic: flagd's daemon and its evaluator for JavaScript differ on null, on text that is no number, and on lists.</summary>
internal sealed class ComparisonPortability(PortabilityFindings findings)
{
    /// <summary><c>==</c> and <c>!=</c>; the strict ones agree everywhere.</summary>
    public void CheckEquality(string name, List<JsonNode> arguments)
    {
        if (arguments.Count != 2)
        {
            return;
        }

        JsonNode left = arguments[0];
        JsonNode right = arguments[1];
        if (!this.ReportNullAgainstZero(name, left, right) && !this.ReportNullAgainstZero(name, right, left)
            && !this.ReportTextAgainst(name, left, right) && !this.ReportTextAgainst(name, right, left))
        {
            this.ReportLists(name, left, right);
        }
    }

    public void CheckOrder(JsonProperty operation, List<JsonNode> arguments)
    {
        string name = operation.Name;
        if (arguments.Count == 3 && name[0] == '>')
        {
            string mirrored = name.Replace('>', '<');
            findings.Report(operation.NameRange, $"flagd's schema has '{name}' for two values only. Turn the order round: {{\"{mirrored}\": [lowest, value, highest]}}.");
        }

        bool comparesTexts = arguments.Any(argument => findings.KindsOf(argument).IsOnly(ValueKinds.Text));
        foreach (JsonNode argument in arguments)
        {
            if (findings.KindsOf(argument).MayBe(ValueKinds.Missing))
            {
                findings.Report(argument.Range, $"{Missing(argument)}, flagd's daemon takes it as 0 in '{name}' and its evaluator for JavaScript otherwise (null <= 0 is false for the one, true for the other). {PortabilityFindings.GiveDefault(argument, comparesTexts ? "\"\"" : "0")}");
            }
        }

        for (int i = 0; i + 1 < arguments.Count; i++)
        {
            _ = this.ReportTextAgainst(name, arguments[i], arguments[i + 1]) || this.ReportTextAgainst(name, arguments[i + 1], arguments[i]);
        }
    }

    public void CheckArithmetic(RuleOperator operation, string name, List<JsonNode> arguments)
    {
        foreach (JsonNode argument in arguments)
        {
            ValueKinds kinds = findings.KindsOf(argument);
            if (kinds.MayBe(ValueKinds.Missing))
            {
                findings.Report(argument.Range, $"{Missing(argument)}, '{name}' fails in flagd's daemon and counts it as 0 in its evaluator for JavaScript. {PortabilityFindings.GiveDefault(argument, "0")}");
            }
            else if (kinds.IsOnly(ValueKinds.Boolean))
            {
                findings.Report(argument.Range, $"'{name}' of true or false fails in flagd's daemon and counts 1 or 0 in its evaluator for JavaScript. Choose the number: {{\"if\": [condition, 1, 0]}}.");
            }
            else if (kinds.IsOnly(ValueKinds.Text) && (operation is RuleOperator.Max or RuleOperator.Min || !IsNumericText(argument)))
            {
                findings.Report(argument.Range, $"'{name}' of a text gives a number in flagd's daemon and can fail in its evaluator for JavaScript. Use a number.");
            }
        }

        if (operation is RuleOperator.Divide or RuleOperator.Remainder && arguments.Count == 2 && !IsOtherThanZero(arguments[1]))
        {
            findings.Report(arguments[1].Range, $"flagd's implementations fail differently when '{name}' divides by 0. Divide by a number that is written out, or multiply the other side instead.");
        }
    }

    private static string Missing(JsonNode argument) => $"Where {PortabilityFindings.Describe(argument)} is missing";

    private static bool IsOtherThanZero(JsonNode node) => node.Kind == JsonKind.Number && node.ToValue().Number != 0;

    // "" and plain decimal numbers are read alike; " 1 " and "0x10" are not.
    private static bool IsNumericText(JsonNode node)
    {
        if (node.Kind != JsonKind.String)
        {
            return false;
        }

        string text = node.Text;
        return text.Length == 0 || (text.All(static c => c is (>= '0' and <= '9') or '.' or '-' or '+' or 'e' or 'E')
            && double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _));
    }

    // For JavaScript null == 0 and null == false; for the daemon null equals null only.
    private bool ReportNullAgainstZero(string name, JsonNode missing, JsonNode other)
    {
        ValueKinds kinds = findings.KindsOf(missing);
        ValueKinds others = findings.KindsOf(other);
        bool mayBeZero = other.Kind switch
        {
            JsonKind.Number => !IsOtherThanZero(other),
            JsonKind.False => true,
            JsonKind.True or JsonKind.String => false,
            _ => others.MayBe(ValueKinds.Number | ValueKinds.Boolean),
        };
        if (!kinds.MayBe(ValueKinds.Missing) || kinds == ValueKinds.Missing || !mayBeZero)
        {
            return false;
        }

        bool isBoolean = others.MayBe(ValueKinds.Boolean);
        string repair = isBoolean && other.Kind == JsonKind.False
            ? $"Ask for {{\"!\": [{findings.Source(missing)}]}}, or give it a default."
            : PortabilityFindings.GiveDefault(missing, isBoolean ? "false" : "0");
        findings.Report(missing.Range, $"{Missing(missing)}, '{name}' takes null for {(isBoolean ? "false" : "0")} in flagd's evaluator for JavaScript and not in its daemon. {repair}");
        return true;
    }

    private bool ReportTextAgainst(string name, JsonNode text, JsonNode other)
    {
        ValueKinds others = findings.KindsOf(other);
        if (!findings.KindsOf(text).IsOnly(ValueKinds.Text) || IsNumericText(text)
            || !(others.IsOnly(ValueKinds.Number) || others.IsOnly(ValueKinds.Boolean)) || this.IsDeclaredAgainstLiteral(text, other))
        {
            return false;
        }

        findings.Report(text.Range, $"'{name}' of a text and {(others.IsOnly(ValueKinds.Number) ? "a number" : "true or false")} is false in flagd's daemon where the text is no number, and fails in its evaluator for JavaScript. Compare two values of one type.");
        return true;
    }

    private void ReportLists(string name, JsonNode left, JsonNode right)
    {
        bool areLists = findings.KindsOf(left).IsOnly(ValueKinds.List | ValueKinds.Object) && findings.KindsOf(right).IsOnly(ValueKinds.List | ValueKinds.Object);
        if (areLists)
        {
            findings.Report(left.Range, $"'{name}' of lists or objects is always unequal in flagd's daemon and fails in its evaluator for JavaScript. Compare what is in them, for example with \"in\".");
        }
    }

    /// <summary>An attribute of the wrong type beside a literal is an error already.</summary>
    private bool IsDeclaredAgainstLiteral(JsonNode one, JsonNode other) => this.IsDeclared(one) && other.Kind != JsonKind.Object || (this.IsDeclared(other) && one.Kind != JsonKind.Object);

    private bool IsDeclared(JsonNode node) => RuleSyntax.IsVar(node, out JsonNode name, out _) && findings.Values.Find(name.Text) is not null;
}
