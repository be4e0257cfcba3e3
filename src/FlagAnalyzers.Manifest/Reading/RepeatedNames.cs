using System.Globalization;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Finds names that an object gives twice: JSON readers keep the last one without a word.</summary>
internal sealed class RepeatedNames(string text, IssueList issues)
{
    private LineMap? lines;

    public void ReportIn(JsonNode node)
    {
        foreach (JsonNode item in node.Items)
        {
            this.ReportIn(item);
        }

        this.ReportAt(node, "name");
        foreach (JsonProperty member in node.Members)
        {
            this.ReportIn(member.Value);
        }
    }

    /// <summary>Looks at the members of one object only.</summary>
    public void ReportAt(JsonNode node, string noun)
    {
        if (node.Kind != JsonKind.Object)
        {
            return;
        }

        Dictionary<string, TextRange>? first = null;
        string? single = null;
        TextRange singleRange = default;
        foreach (JsonProperty member in node.Members)
        {
            string name = member.Name;
            if (single is null)
            {
                (single, singleRange) = (name, member.NameRange);
                continue;
            }

            first ??= new Dictionary<string, TextRange>(StringComparer.Ordinal) { [single] = singleRange };
            if (!first.TryGetValue(name, out TextRange range))
            {
                first.Add(name, member.NameRange);
                continue;
            }

            this.lines ??= new LineMap(text);
            string line = this.lines.At(range.Start).Line.ToString(CultureInfo.InvariantCulture);
            issues.Report("FLAG1004", member.NameRange, $"The {noun} '{name}' is given twice, first in line {line}; readers keep the last one only. Remove one of them.");
        }
    }
}
