using System.Globalization;
using FlagAnalyzers.Manifests.Diagnostics;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Rules;
using FlagAnalyzers.Manifests.Rules.Portability;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Reads the text of a manifest. Takes any text: what is wrong is reported, the rest is read.</summary>
internal sealed class ManifestReader
{
    private static readonly string[] RootProperties = ["$schema", "context", "$evaluators", "flags", "retired", "metadata"];

    private readonly JsonText json;
    private readonly IssueList issues = new();
    private readonly List<AttributeUse> uses = [];
    private ManifestIssue? refusal;

    private ManifestReader(JsonText json)
    {
        this.json = json;
        this.refusal = Refusal.OfText(json);
    }

    public static ManifestReading Read(string text) => new ManifestReader(JsonText.Parse(text)).Read();

    private ManifestReading Read()
    {
        JsonNode root = this.json.Root;
        foreach (JsonError error in this.json.Errors)
        {
            this.issues.Report("FLAG0001", error.Range, error.Message);
        }

        if (Refusal.OfShape(root) is { } shape)
        {
            this.issues.Report(shape.Id, shape.Range, shape.Message);
        }

        if (root.Kind != JsonKind.Object)
        {
            return new ManifestReading(this.json, Manifest.Empty, this.issues.InOrder(), this.refusal);
        }

        RepeatedNames repeated = new(this.json.Text, this.issues);
        repeated.ReportAt(root, "section");
        this.ReportUnknownSections(root);
        List<ContextAttribute>? context = root.TryFind("context", out JsonProperty contextSection) ? new ContextReader(this.issues).Read(contextSection.Value) : null;
        EquatableArray<Evaluator> evaluators = this.ReadEvaluators(root, repeated);
        List<RetiredFlag> retired = this.ReadRetired(root, repeated);
        EquatableArray<JsonMember> metadata = root.TryFind("metadata", out JsonProperty set)
            ? new MetadataReader(this.issues).Read(set.Value)
            : default;
        EquatableArray<Flag> flags = this.ReadFlags(root, repeated, evaluators, retired);
        IReadOnlyList<ContextAttribute> attributes = this.FinishContext(root, context);
        this.CheckPortability(root, context);
        Manifest manifest = new(new EquatableArray<ContextAttribute>([.. attributes]), context is not null, evaluators, flags, retired.ToEquatableArray(), metadata);
        return new ManifestReading(this.json, manifest, this.issues.InOrder(), this.refusal);
    }

    private void ReportUnknownSections(JsonNode root)
    {
        foreach (JsonProperty member in root.Members)
        {
            if (!RootProperties.Contains(member.Name))
            {
                this.issues.Report("FLAG1007", member.NameRange, $"A manifest has no section '{member.Name}'.{NearestName.Hint(member.Name, RootProperties)}");
            }
        }
    }

    private EquatableArray<Evaluator> ReadEvaluators(JsonNode root, RepeatedNames repeated)
    {
        if (!root.TryFind("$evaluators", out JsonProperty section))
        {
            return default;
        }

        if (section.Value.Kind != JsonKind.Object)
        {
            this.ReportShape(section.Value, "\"$evaluators\" is an object of names and rules");
            return default;
        }

        repeated.ReportIn(section.Value);
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (JsonProperty member in section.Value.Members)
        {
            names.Add(member.Name);
        }

        EquatableArray<Evaluator> evaluators = new RuleReader(new RuleChecks(this.issues, names, this.uses)).ReadEvaluators(section.Value);
        EvaluatorCycles cycles = new(evaluators);
        foreach (JsonProperty member in section.Value.Members)
        {
            if (cycles.PathBackTo(member.Name) is { } path)
            {
                this.issues.Report("FLAG1005", member.NameRange, $"The evaluator '{member.Name}' refers to itself: {path}.");
            }
        }

        return evaluators;
    }

    private List<RetiredFlag> ReadRetired(JsonNode root, RepeatedNames repeated)
    {
        OrderedMembers<string> retired = new();
        if (!root.TryFind("retired", out JsonProperty section))
        {
            return [];
        }

        if (section.Value.Kind != JsonKind.Object)
        {
            this.ReportShape(section.Value, "\"retired\" is an object of keys and the dates of their retirement");
        }

        repeated.ReportAt(section.Value, "retired key");
        foreach (JsonProperty member in section.Value.Members)
        {
            JsonNode date = member.Value;
            if (!date.IsBroken && (date.Kind != JsonKind.String || !FlagDate.TryParse(date.Text, out _)))
            {
                this.issues.Report("FLAG1007", date.Range, $"The date of retirement is written YYYY-MM-DD; found {Place.Describe(date)}.");
            }

            retired.Set(member.Name, date.Kind == JsonKind.String ? date.Text : "");
        }

        return [.. retired.Select(static (key, date) => new RetiredFlag(key, date))];
    }

    private EquatableArray<Flag> ReadFlags(JsonNode root, RepeatedNames repeated, EquatableArray<Evaluator> evaluators, List<RetiredFlag> retired)
    {
        if (!root.TryFind("flags", out JsonProperty section))
        {
            this.issues.Report("FLAG1002", new TextRange(root.Range.Start, 1), "The manifest has no \"flags\". Expected {\"flags\": {\"my-flag\": {\"flagType\": \"boolean\", \"defaultValue\": false}}}.");
            return default;
        }

        if (section.Value.Kind != JsonKind.Object)
        {
            return default;
        }

        repeated.ReportAt(section.Value, "flag");
        JsonNode? evaluatorSection = root.TryFind("$evaluators", out JsonProperty found) ? found.Value : null;
        HashSet<string> names = new(evaluators.Select(evaluator => evaluator.Name), StringComparer.Ordinal);
        FlagReader reader = new(this.issues, new RuleReader(new RuleChecks(this.issues, names, this.uses)), evaluatorSection, repeated);
        OrderedMembers<FlagDraft> drafts = new();
        foreach (JsonProperty member in section.Value.Members)
        {
            this.issues.FlagKey = member.Name;
            if (reader.Read(member) is { } draft)
            {
                drafts.Set(member.Name, draft);
                this.refusal ??= Refusal.OfFlag(new FlagNode(member));
            }
        }

        this.issues.FlagKey = null;
        return new FlagNaming(this.issues, retired).Name(drafts);
    }

    private IReadOnlyList<ContextAttribute> FinishContext(JsonNode root, List<ContextAttribute>? declared)
    {
        if (declared is not null)
        {
            new AttributeChecks(this.issues, declared).Check(this.uses);
            return declared;
        }

        List<ContextAttribute> inferred = AttributeInference.Infer(this.uses);
        if (inferred.Count > 0)
        {
            string proposal = string.Join(", ", inferred.Select(static attribute => $"\"{attribute.Path}\": \"{ContextReader.NameOf(attribute.Type)}\""));
            this.issues.Report("FLAG1008", new TextRange(root.Range.Start, 1), $"Rules read attributes that no \"context\" section declares; their types are guessed from the rules. To have them checked add \"context\": {{ {proposal} }}.");
        }

        return inferred;
    }

    private void CheckPortability(JsonNode root, List<ContextAttribute>? declared)
    {
        JsonNode? evaluators = root.TryFind("$evaluators", out JsonProperty section) ? section.Value : null;
        PortabilityChecks checks = new(this.issues, declared ?? [], evaluators);
        if (evaluators is { } named)
        {
            foreach (JsonProperty evaluator in named.Members)
            {
                checks.CheckEvaluator(evaluator.Value);
            }
        }

        if (root.TryFind("flags", out JsonProperty flags))
        {
            foreach (JsonProperty flag in flags.Value.Members)
            {
                this.issues.FlagKey = flag.Name;
                checks.CheckFlag(flag.Value);
            }
        }

        this.issues.FlagKey = null;
        this.ReportLenience(this.json.Comments, "comment", "comments", "Say it in \"description\" or \"metadata\" instead.");
        this.ReportLenience(this.json.TrailingCommas, "comma behind the last value", "such commas", "Remove it.");
    }

    // Once a file: where one comment is wanted, there are many.
    private void ReportLenience(IReadOnlyList<TextRange> places, string noun, string plural, string repair)
    {
        if (places.Count > 0)
        {
            string others = places.Count == 1 ? "" : $" (and there are {(places.Count - 1).ToString(CultureInfo.InvariantCulture)} more {plural})";
            this.issues.Report("FLAG1006", places[0], $"flagd and other strict readers refuse a file with a {noun}{others}. {repair}");
        }
    }

    private void ReportShape(JsonNode node, string expectation)
    {
        if (!node.IsBroken)
        {
            this.issues.Report("FLAG1002", node.Range, $"{expectation}; found {Place.Describe(node)}.");
        }
    }
}
