using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Rules;
using FlagAnalyzers.Manifests.Rules.Portability;
using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Reads the text of an overlay against the manifest it lies on, with the readers of the manifest. Takes any text: what is wrong is reported, in its place in
/// the overlay.</summary>
internal sealed class OverlayReader
{
    private static readonly string[] RootProperties = ["$schema", "flags"];

    private readonly ManifestReading manifest;
    private readonly IssueList issues = new();
    private readonly List<AttributeUse> uses = [];
    private readonly Dictionary<string, Flag> declared = new(StringComparer.Ordinal);
    private readonly FlagDefinitionReader definitions;
    private readonly ResultChecks results;
    private readonly PortabilityChecks portability;

    private OverlayReader(ManifestReading manifest)
    {
        this.manifest = manifest;
        foreach (Flag flag in manifest.Manifest.Flags)
        {
            this.declared[flag.Key] = flag;
        }

        HashSet<string> evaluators = new(manifest.Manifest.Evaluators.Select(evaluator => evaluator.Name), StringComparer.Ordinal);
        this.definitions = new FlagDefinitionReader(this.issues, new RuleReader(new RuleChecks(this.issues, evaluators, this.uses)));
        JsonNode? rules = manifest.Json.Root.TryFind("$evaluators", out JsonProperty section) ? section.Value : null;
        this.results = new ResultChecks(this.issues, rules);
        this.portability = new PortabilityChecks(this.issues, manifest.Manifest.ContextIsDeclared ? [.. manifest.Manifest.Context] : [], rules);
    }

    public static OverlayReading Read(string text, ManifestReading manifest) => new OverlayReader(manifest).Read(JsonText.Parse(text));

    private OverlayReading Read(JsonText overlay)
    {
        foreach (JsonError error in overlay.Errors)
        {
            this.issues.Report("FLAG0001", error.Range, error.Message);
        }

        if (Refusal.OfShape(overlay.Root) is { } shape)
        {
            this.issues.Report(shape.Id, shape.Range, shape.Message);
        }

        IReadOnlyList<Flag> flags = overlay.Root.Kind == JsonKind.Object ? this.ReadRoot(overlay) : [];
        if (this.manifest.Manifest.ContextIsDeclared)
        {
            new AttributeChecks(this.issues, [.. this.manifest.Manifest.Context]).Check(this.uses);
        }

        return new OverlayReading(flags, this.issues.InOrder());
    }

    private IReadOnlyList<Flag> ReadRoot(JsonText overlay)
    {
        JsonNode root = overlay.Root;
        RepeatedNames repeated = new(overlay.Text, this.issues);
        repeated.ReportAt(root, "section");
        foreach (JsonProperty member in root.Members)
        {
            if (!RootProperties.Contains(member.Name))
            {
                this.issues.Report("FLAG1007", member.NameRange, $"An overlay has no section '{member.Name}', only \"flags\".{NearestName.Hint(member.Name, RootProperties)}");
            }
        }

        if (!root.TryFind("flags", out JsonProperty section))
        {
            this.issues.Report("FLAG1002", new TextRange(root.Range.Start, 1), "The overlay has no \"flags\". Expected {\"flags\": {\"my-flag\": {\"defaultVariant\": \"on\"}}}.");
            return [];
        }

        repeated.ReportAt(section.Value, "flag");
        OrderedMembers<Flag> flags = new();
        foreach (JsonProperty member in section.Value.Members)
        {
            this.issues.FlagKey = member.Name;
            if (this.ReadFlag(member, repeated) is { } flag)
            {
                flags.Set(flag.Key, flag);
            }
        }

        this.issues.FlagKey = null;
        return [.. flags.Select(static (_, flag) => flag)];
    }

    /// <summary>The flag as it is under the overlay; null for what is no flag of the manifest.</summary>
    private Flag? ReadFlag(JsonProperty member, RepeatedNames repeated)
    {
        if (!this.declared.TryGetValue(member.Name, out Flag? flag) || !this.TryFindDeclaration(member.Name, out JsonProperty declaration))
        {
            this.ReportUndeclared(member);
            return null;
        }

        foreach (string id in flag.Suppressed)
        {
            this.issues.Suppress(flag.Key, id);
        }

        if (member.Value.Kind != JsonKind.Object)
        {
            if (!member.Value.IsBroken)
            {
                this.issues.Report("FLAG1002", member.Value.Range, $"What differs of a flag is an object, for example {{ \"defaultVariant\": \"on\" }}; found {Place.Describe(member.Value)}.");
            }

            return null;
        }

        repeated.ReportIn(member.Value);
        this.ReportProperties(member, flag);
        flag = this.definitions.ReadOverlay(declaration, member.Value, flag);
        if (flag.Targeting is not null && flag.Variants.Count > 0 && member.Value.TryFind("targeting", out JsonProperty targeting))
        {
            this.results.Check(targeting.Value, flag.Variants);
            this.portability.CheckTargeting(targeting.Value, flag.DefaultVariant);
        }

        return flag;
    }

    private bool TryFindDeclaration(string key, out JsonProperty declaration)
    {
        declaration = default;
        return this.manifest.Json.Root.TryFind("flags", out JsonProperty section) && section.Value.TryFind(key, out declaration);
    }

    private void ReportUndeclared(JsonProperty member)
    {
        // What a broken manifest declares is not known in full.
        if (this.manifest.Json.Errors.Count > 0 || this.TryFindDeclaration(member.Name, out _))
        {
            return;
        }

        string retired = this.manifest.Manifest.Retired.Any(flag => flag.Key == member.Name) ? " It was retired." : "";
        this.issues.Report("FLAG1009", member.NameRange, $"The manifest declares no flag '{member.Name}', so nothing differs here.{retired}{NearestName.Hint(member.Name, this.declared.Keys)}");
    }

    private void ReportProperties(JsonProperty member, Flag flag)
    {
        foreach (JsonProperty property in member.Value.Members)
        {
            string name = property.Name;
            if (OverlayProperties.Layered.Contains(name))
            {
                if (name != "state" && flag.IsShortForm)
                {
                    this.issues.Report("FLAG1002", property.NameRange, $"The flag '{flag.Key}' has no variants in the manifest, so there is nothing to serve here. Add \"variants\" there.");
                }
            }
            else if (OverlayProperties.Compiled.Contains(name))
            {
                this.issues.Report("FLAG1009", property.NameRange, this.Recompiled(property, flag));
            }
            else if (OverlayProperties.Descriptive.Contains(name))
            {
                this.issues.Report("FLAG1007", property.NameRange, $"'{name}' is the same in every environment and stands in the manifest; here it means nothing.");
            }
            else
            {
                this.issues.Report("FLAG1007", property.NameRange, $"An overlay gives {Place.OneOf(OverlayProperties.Layered)} of a flag, and no '{name}'.{NearestName.Hint(name, OverlayProperties.Layered)}");
            }
        }
    }

    private string Recompiled(JsonProperty property, Flag flag)
    {
        string found = property.IsNamed("flagType") && property.Value.Kind == JsonKind.String && property.Value.Text != FlagTypeReader.NameOf(flag.Type)
            ? $"The flag '{flag.Key}' is of type '{FlagTypeReader.NameOf(flag.Type)}', and '{property.Value.Text}' here."
            : $"'{property.Name}' of the flag '{flag.Key}' cannot differ here.";
        return $"{found} Types, values and names are compiled in and stand in the manifest; an overlay gives {Place.OneOf(OverlayProperties.Layered)}.";
    }
}
