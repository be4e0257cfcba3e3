using System.Globalization;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Reading;

namespace FlagAnalyzers.Manifests.Rules;

/// <summary>Reports what cannot work in a rule, and notes the attributes it reads.</summary>
/// <param name="issues">Where problems go.</param>
/// <param name="evaluators">The names that <c>$ref</c> may give.</param>
/// <param name="uses">Where the attributes go; they are judged when all rules are read.</param>
internal sealed class RuleChecks(IssueList issues, ICollection<string> evaluators, List<AttributeUse> uses)
{
    private const string Id = "FLAG1005";

    public void ReportSeveralOperators(JsonProperty first, JsonProperty second) =>
        issues.Report(Id, second.NameRange, $"A rule has one operator; '{first.Name}' and '{second.Name}' stand in one object, which is then no rule but a value. Nest one in the other, or join them with \"and\".");

    /// <param name="member">The operator and its arguments.</param>
    /// <param name="count">The number of arguments.</param>
    /// <param name="speaksOfElement">Whether <c>var</c> speaks of the element of a list.</param>
    public void CheckOperation(JsonProperty member, int count, bool speaksOfElement)
    {
        string name = member.Name;
        if (RuleOperators.Find(name) is { } info)
        {
            this.CheckArity(member, info, count);
            new OperationChecks(issues, uses, info, speaksOfElement).Check(member);
            return;
        }

        string hint = evaluators.Contains(name)
            ? $" To use the evaluator of that name write {{\"$ref\": \"{name}\"}}."
            : NearestName.Hint(name, RuleOperators.All.Select(static info => info.Name));
        issues.Report(Id, member.NameRange, $"'{name}' is no operator of JsonLogic or flagd.{hint}");
    }

    public void CheckReference(JsonNode value)
    {
        if (value.Kind != JsonKind.String)
        {
            issues.Report(Id, value.Range, $"\"$ref\" takes the name of an evaluator as text, found {Place.Describe(value)}.");
        }
        else if (!evaluators.Contains(value.Text))
        {
            issues.Report(Id, value.Range, $"There is no evaluator '{value.Text}' in \"$evaluators\".{NearestName.Hint(value.Text, evaluators)}");
        }
    }

    private void CheckArity(JsonProperty member, OperatorInfo info, int count)
    {
        // One argument without an array may be a rule that gives the list of arguments.
        if (member.Value.Kind == JsonKind.Object && info.MinimumArguments != 1)
        {
            return;
        }

        if (count < info.MinimumArguments || count > info.MaximumArguments)
        {
            string found = count == 1 ? "1 argument" : $"{count.ToString(CultureInfo.InvariantCulture)} arguments";
            issues.Report(Id, member.NameRange, $"'{info.Name}' takes {info.Arity}; found {found}.");
        }
    }
}
