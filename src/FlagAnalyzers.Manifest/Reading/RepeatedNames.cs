using System.Globalization;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Finds names that an object gives twice: JSON readers keep the last one without a word.</summary>
internal sealed class RepeatedNames(string text, IssueList issues)
{
    private const int ComparedInPairs = 16;

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

        // Most objects have few members, and then comparing each with each allocates nothing.
        int count = 0;
        foreach (JsonProperty member in node.Members)
        {
            if (count++ == ComparedInPairs)
            {
                this.ReportAmongMany(node, noun);
                return;
            }
        }

        foreach (JsonProperty member in node.Members)
        {
            foreach (JsonProperty earlier in node.Members)
            {
                if (earlier.NameRange.Start == member.NameRange.Start)
                {
                    break;
                }

                if (member.IsNamedAs(earlier))
                {
                    this.Report(member, earlier.NameRange, noun);
                    break;
                }
            }
        }
    }

    private void ReportAmongMany(JsonNode node, string noun)
    {
        Dictionary<string, TextRange> first = new(StringComparer.Ordinal);
        foreach (JsonProperty member in node.Members)
        {
            string name = member.Name;
            if (first.TryGetValue(name, out TextRange range))
            {
                this.Report(member, range, noun);
            }
            else
            {
                first.Add(name, member.NameRange);
            }
        }
    }

    private void Report(JsonProperty member, TextRange first, string noun)
    {
        this.lines ??= new LineMap(text);
        string line = this.lines.At(first.Start).Line.ToString(CultureInfo.InvariantCulture);
        issues.Report("FLAG1004", member.NameRange, $"The {noun} '{member.Name}' is given twice, first in line {line}; readers keep the last one only. Remove one of them.");
    }
}
