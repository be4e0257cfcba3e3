using System.Globalization;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Reading;

namespace FlagAnalyzers.Manifests.Rules;

/// <summary>What one operation asks of its arguments: literals are checked here, attributes are noted with the type that is expected of them.</summary>
internal sealed class OperationChecks(IssueList issues, List<AttributeUse> uses, OperatorInfo info, bool speaksOfElement)
{
    private const string Id = "FLAG1005";

    public void Check(JsonProperty operation)
    {
        List<JsonNode> arguments = RuleSyntax.ArgumentsOf(operation.Value);
        switch (info.Operator)
        {
            case RuleOperator.Var:
                this.CheckVar(operation);
                break;
            case RuleOperator.StartsWith or RuleOperator.EndsWith:
                this.ExpectAll(arguments, AttributeType.String, AttributeUseKind.ComparedAsText);
                break;
            case RuleOperator.SemVer:
                this.CheckSemVer(arguments);
                break;
            case RuleOperator.Less or RuleOperator.LessOrEqual or RuleOperator.Greater or RuleOperator.GreaterOrEqual
                or RuleOperator.Equal or RuleOperator.NotEqual or RuleOperator.StrictEqual or RuleOperator.StrictNotEqual:
                this.CheckComparison(arguments);
                break;
            case RuleOperator.Add or RuleOperator.Subtract or RuleOperator.Multiply or RuleOperator.Divide or RuleOperator.Remainder
                or RuleOperator.Max or RuleOperator.Min or RuleOperator.Abs:
                this.ExpectAll(arguments, AttributeType.Number, AttributeUseKind.Calculated);
                break;
            case RuleOperator.In:
                this.CheckIn(arguments);
                break;
            case RuleOperator.Concatenate:
                foreach (JsonNode argument in arguments)
                {
                    this.NoteUse(argument, AttributeUseKind.Joined);
                }

                break;
            case RuleOperator.Filter or RuleOperator.Map or RuleOperator.Reduce or RuleOperator.All or RuleOperator.None or RuleOperator.Some when arguments.Count > 0:
                this.NoteUse(arguments[0], AttributeUseKind.Looped);
                break;
            case RuleOperator.Not or RuleOperator.Truthy or RuleOperator.And or RuleOperator.Or or RuleOperator.If:
                this.NoteConditions(info.Operator, arguments);
                break;
            case RuleOperator.Fractional:
                this.CheckFractional(operation, arguments);
                break;
        }
    }

    private static AttributeType? TypeOf(JsonNode literal) => literal.Kind switch
    {
        JsonKind.String => AttributeType.String,
        JsonKind.Number => AttributeType.Number,
        JsonKind.True or JsonKind.False => AttributeType.Boolean,
        JsonKind.Array => AttributeType.StringList,
        _ => null,
    };

    private void CheckVar(JsonProperty operation)
    {
        List<JsonNode> arguments = RuleSyntax.ArgumentsOf(operation.Value);
        if (arguments.Count == 0 || arguments[0].Kind != JsonKind.String)
        {
            return;
        }

        string path = arguments[0].Text;
        if (path.StartsWith("$flagd", StringComparison.Ordinal) && !AttributeUse.IsBuiltIn(path))
        {
            issues.Report(Id, arguments[0].Range, $"flagd adds no '{path}' to the context.{NearestName.Hint(path, ["$flagd.flagKey", "$flagd.timestamp"])}");
            return;
        }

        AttributeType? fallback = arguments.Count > 1 ? TypeOf(arguments[1]) : null;
        this.Note(arguments[0], fallback, fallback is null ? AttributeUseKind.Plain : AttributeUseKind.WithDefault, fallback is null ? null : arguments[1]);
    }

    private void CheckSemVer(List<JsonNode> arguments)
    {
        for (int i = 0; i < arguments.Count; i += 2)
        {
            JsonNode version = arguments[i];
            this.Expect(version, AttributeType.SemVer, AttributeUseKind.ComparedAsVersion);
            if (version.Kind is JsonKind.String or JsonKind.Number && !SemanticVersion.TryParse(version.Text, out _))
            {
                issues.Report(Id, version.Range, $"{Capitalised(Place.Describe(version))} is no version, so the comparison never holds. Expected MAJOR.MINOR.PATCH, for example \"2.4.0\" (semver.org).");
            }
        }

        if (arguments.Count > 1 && arguments[1].Kind == JsonKind.String && !SemanticVersion.Operators.Contains(arguments[1].Text))
        {
            string hint = arguments[1].Text switch
            {
                "==" or "===" => " Did you mean '='?",
                "<>" or "!==" => " Did you mean '!='?",
                _ => "",
            };
            issues.Report(Id, arguments[1].Range, $"sem_ver has no comparison '{arguments[1].Text}'. Expected {Place.OneOf(SemanticVersion.Operators)}.{hint}");
        }
    }

    private void CheckComparison(List<JsonNode> arguments)
    {
        foreach (JsonNode argument in arguments)
        {
            foreach (JsonNode other in arguments)
            {
                if (argument.Range != other.Range && TypeOf(other) is { } type)
                {
                    this.Expect(argument, type, AttributeUseKind.ComparedWith, other);
                }
            }
        }
    }

    private void CheckIn(List<JsonNode> arguments)
    {
        if (arguments.Count != 2)
        {
            return;
        }

        if (arguments[1].Kind == JsonKind.Array)
        {
            foreach (JsonNode item in arguments[1].Items)
            {
                if (TypeOf(item) is { } type && item.Kind != JsonKind.Array)
                {
                    this.Expect(arguments[0], type, AttributeUseKind.SoughtAmong, item);
                }
            }
        }
        else if (arguments[1].Kind == JsonKind.String)
        {
            this.Expect(arguments[0], AttributeType.String, AttributeUseKind.SoughtInText);
        }
        else if (RuleSyntax.IsVar(arguments[1], out JsonNode name, out JsonNode? fallback) && fallback is null)
        {
            // A text or a list: both can be searched.
            this.Note(name, null, AttributeUseKind.Haystack);
        }
    }

    private void NoteConditions(RuleOperator operation, List<JsonNode> arguments)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            bool isCondition = operation != RuleOperator.If || (i % 2 == 0 && i < arguments.Count - 1);
            if (isCondition && RuleSyntax.IsVar(arguments[i], out JsonNode name, out JsonNode? fallback) && fallback is null)
            {
                this.Note(name, null, AttributeUseKind.Condition);
            }
        }
    }

    private void CheckFractional(JsonProperty operation, List<JsonNode> arguments)
    {
        bool hasExpression = arguments.Count > 0 && arguments[0].Kind != JsonKind.Array;
        if (hasExpression)
        {
            this.Expect(arguments[0], AttributeType.String, AttributeUseKind.Bucketing);
            if (arguments[0].Kind is not (JsonKind.String or JsonKind.Object))
            {
                issues.Report(Id, arguments[0].Range, $"The first argument of fractional is a bucket or the bucketing value, which is a text; found {Place.Describe(arguments[0])}.");
            }
        }

        double sum = 0;
        bool isKnown = true;
        int buckets = 0;
        foreach (JsonNode bucket in arguments.Skip(hasExpression ? 1 : 0))
        {
            buckets++;
            sum += this.CheckBucket(bucket, ref isKnown);
        }

        if (buckets == 0)
        {
            issues.Report(Id, operation.NameRange, "'fractional' takes buckets: [\"variant\", weight]; found none.");
        }
        else if (isKnown && sum == 0)
        {
            issues.Report(Id, operation.NameRange, "All weights of this fractional rule are 0, so it never answers. Give at least one bucket a weight.");
        }
        else if (isKnown && sum > int.MaxValue)
        {
            issues.Report(Id, operation.NameRange, "The weights of this fractional rule add up to more than 2147483647, so it never answers.");
        }
    }

    private double CheckBucket(JsonNode bucket, ref bool isKnown)
    {
        if (bucket.Kind != JsonKind.Array || bucket.ItemCount is 0 or > 2)
        {
            issues.Report(Id, bucket.Range, $"A bucket is [\"variant\"] or [\"variant\", weight]; found {Place.Describe(bucket)}{(bucket.Kind == JsonKind.Array ? $" of {bucket.ItemCount.ToString(CultureInfo.InvariantCulture)} elements" : "")}.");
            isKnown = false;
            return 0;
        }

        List<JsonNode> parts = RuleSyntax.ArgumentsOf(bucket);
        if (parts[0].Kind == JsonKind.Array)
        {
            issues.Report(Id, parts[0].Range, "The first element of a bucket is the name of a variant; found an array.");
        }

        if (parts.Count == 1)
        {
            return 1;
        }

        JsonNode weight = parts[1];
        if (weight.Kind is JsonKind.Object)
        {
            this.Expect(weight, AttributeType.Number, AttributeUseKind.Weight);
            isKnown = false;
            return 0;
        }

        JsonValue value = weight.ToValue();
        if (value.Kind != JsonKind.Number || Math.Floor(value.Number) != value.Number)
        {
            issues.Report(Id, weight.Range, $"A weight is a whole number; found {Place.Describe(weight)}.{(value.Kind == JsonKind.Number ? " Scale all weights up instead: 0.5 and 99.5 are 5 and 995." : "")}");
            isKnown = false;
            return 0;
        }

        if (value.Number > int.MaxValue)
        {
            issues.Report(Id, weight.Range, $"A weight is at most 2147483647; found {Place.Describe(weight)}.");
            isKnown = false;
        }

        return Math.Max(0, value.Number);
    }

    private void ExpectAll(List<JsonNode> arguments, AttributeType type, AttributeUseKind kind)
    {
        foreach (JsonNode argument in arguments)
        {
            this.Expect(argument, type, kind);
        }
    }

    // Notes what is asked of an argument that is an attribute. The plain reading of it was noted already; this adds the type.
    private void Expect(JsonNode argument, AttributeType type, AttributeUseKind kind, JsonNode? other = null)
    {
        if (RuleSyntax.IsVar(argument, out JsonNode name, out _))
        {
            this.Note(name, type, kind, other);
        }
    }

    // The same where several types will do.
    private void NoteUse(JsonNode argument, AttributeUseKind kind)
    {
        if (RuleSyntax.IsVar(argument, out JsonNode name, out JsonNode? fallback) && fallback is null)
        {
            this.Note(name, null, kind);
        }
    }

    private void Note(JsonNode name, AttributeType? type, AttributeUseKind kind, JsonNode? other = null)
    {
        string path = name.Text;
        if (!speaksOfElement && !AttributeUse.IsBuiltIn(path) && !path.StartsWith("$flagd", StringComparison.Ordinal))
        {
            uses.Add(new AttributeUse(path, name.Range, type, kind, info.Name, other, issues.FlagKey));
        }
    }

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
