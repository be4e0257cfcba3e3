using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Reads <c>metadata</c>: flat, because flagd's schema refuses anything but texts, numbers and booleans in it.</summary>
/// <param name="issues">Where problems go; null where nobody asks for them.</param>
internal sealed class MetadataReader(IssueList? issues)
{
    private static readonly string[] Kinds = ["release", "experiment", "operational", "kill-switch", "permission"];
    private static readonly string[] Known = ["owner", "kind", "created", "expires", "decided", "permanent", "issue", "usedBy"];

    public EquatableArray<JsonMember> Read(JsonNode section)
    {
        OrderedMembers<JsonValue> members = new();
        if (section.Kind != JsonKind.Object && !section.IsBroken)
        {
            issues?.Report("FLAG1002", section.Range, $"\"metadata\" is an object of names and scalars; found {Place.Describe(section)}.");
        }

        foreach (JsonProperty member in section.Members)
        {
            if (member.Value.Kind is JsonKind.Array or JsonKind.Object or JsonKind.Null)
            {
                if (!member.Value.IsBroken)
                {
                    issues?.Report("FLAG1002", member.Value.Range, $"Metadata is flat: '{member.Name}' is a text, a number or a boolean; found {Place.Describe(member.Value)}.");
                }
            }
            else
            {
                members.Set(member.Name, member.Value.ToValue());
            }
        }

        return members.Select(static (name, value) => new JsonMember(name, value));
    }

    /// <summary>What a flag's metadata says of its life; reports what is no date, no kind, or contradicts itself.</summary>
    public FlagLifecycle ReadLifecycle(JsonNode section)
    {
        string? owner = this.ReadText(section, "owner");
        string? kind = this.ReadText(section, "kind");
        string? issue = this.ReadText(section, "issue");
        string? usedBy = this.ReadText(section, "usedBy");
        bool isPermanent = this.ReadPermanent(section);
        FlagDate? created = this.ReadDate(section, "created");
        FlagDate? expires = this.ReadDate(section, "expires");
        FlagDate? decided = this.ReadDate(section, "decided");
        if (kind is not null && !Kinds.Contains(kind) && section.TryFind("kind", out JsonProperty kindProperty))
        {
            issues?.Report("FLAG1007", kindProperty.Value.Range, $"'{kind}' is no kind of flag. Expected {Place.OneOf(Kinds)}.{NearestName.Hint(kind, Kinds)}");
        }

        if (expires is { } end && created is { } start && end.DaysSince(start) < 0 && section.TryFind("expires", out JsonProperty expiry))
        {
            issues?.Report("FLAG1007", expiry.Value.Range, $"The flag expires on {end}, before it was created on {start}.");
        }

        if (expires is not null && isPermanent && section.TryFind("permanent", out JsonProperty permanent))
        {
            issues?.Report("FLAG1007", permanent.NameRange, $"The flag is permanent and expires on {expires}: remove one of the two.");
        }

        this.ReportMisspelt(section);
        return new FlagLifecycle(owner, kind, created, expires, decided, isPermanent, issue, usedBy);
    }

    // Any name is allowed here, so only one that is very near to a known name counts as misspelt.
    private void ReportMisspelt(JsonNode section)
    {
        foreach (JsonProperty member in section.Members)
        {
            string name = member.Name;
            if (name.Length > 3 && !Known.Contains(name) && NearestName.Find(name, Known) is { } nearest
                && Math.Abs(nearest.Length - name.Length) <= 1 && !section.TryFind(nearest, out _)
                && (char.ToLowerInvariant(name[0]) == nearest[0]))
            {
                issues?.Report("FLAG1007", member.NameRange, $"The metadata '{name}' means nothing to FlagAnalyzers. Did you mean '{nearest}'?");
            }
        }
    }

    private string? ReadText(JsonNode section, string name)
    {
        if (!section.TryFind(name, out JsonProperty property) || property.Value.Kind is JsonKind.Array or JsonKind.Object or JsonKind.Null)
        {
            return null;
        }

        if (property.Value.Kind != JsonKind.String)
        {
            issues?.Report("FLAG1007", property.Value.Range, $"The metadata '{name}' is a text; found {Place.Describe(property.Value)}.");
        }

        return property.Value.Text;
    }

    private bool ReadPermanent(JsonNode section)
    {
        if (!section.TryFind("permanent", out JsonProperty property) || property.Value.Kind is JsonKind.Array or JsonKind.Object or JsonKind.Null)
        {
            return false;
        }

        if (property.Value.Kind is not (JsonKind.True or JsonKind.False))
        {
            issues?.Report("FLAG1007", property.Value.Range, $"The metadata 'permanent' is true or false; found {Place.Describe(property.Value)}.");
        }

        return property.Value.Kind == JsonKind.True;
    }

    private FlagDate? ReadDate(JsonNode section, string name)
    {
        if (!section.TryFind(name, out JsonProperty property) || property.Value.Kind is JsonKind.Array or JsonKind.Object or JsonKind.Null)
        {
            return null;
        }

        if (property.Value.Kind == JsonKind.String && FlagDate.TryParse(property.Value.Text, out FlagDate date))
        {
            return date;
        }

        issues?.Report("FLAG1007", property.Value.Range, $"The date '{name}' is a day of the calendar written YYYY-MM-DD; found {Place.Describe(property.Value)}.");
        return null;
    }
}
