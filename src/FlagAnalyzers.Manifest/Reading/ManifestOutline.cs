using FlagAnalyzers.Manifests.Diagnostics;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>A manifest as far as a running program looks at it at once: whether it may be taken, and where its flags stand. What a flag says is read when somebody
/// asks for it, by the same readers that read it for the compiler.</summary>
internal sealed class ManifestOutline
{
    private readonly JsonText json;
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly List<string> keys = [];
    private readonly List<FlagNode> flags = [];
    private readonly List<string> undeclaredKeys = [];
    private readonly FlagDefinitionReader definitions = new(issues: null, new RuleReader(checks: null));

    private ManifestOutline(ManifestDocument manifest, IReadOnlyList<ManifestDocument> overlays)
    {
        this.Document = manifest;
        this.json = JsonText.Parse(manifest.Text);
        if (!this.IsRefused(this.json, manifest.Name, Refusal.OfText(this.json)))
        {
            this.AddFlags(manifest);
            foreach (ManifestDocument overlay in overlays)
            {
                this.AddOverlay(overlay);
            }
        }
    }

    /// <summary>The manifest, without the overlays.</summary>
    public ManifestDocument Document { get; }

    /// <summary>The keys of all flags, each once, in the order of the file.</summary>
    public IList<string> Keys => this.keys;

    /// <summary>Keys that overlays name and the manifest does not: what is said of them is passed over.</summary>
    public IReadOnlyList<string> UndeclaredKeys => this.undeclaredKeys;

    /// <summary>Why a running program must not take it, as <c>file(line,column): sentence</c>; or null.</summary>
    public string? RefusalReason { get; private set; }

    /// <summary>Reads a manifest with the overlays that lie on it.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="overlays">The overlays, the one that counts last behind the others.</param>
    public static ManifestOutline Read(ManifestDocument manifest, params IReadOnlyList<ManifestDocument> overlays) => new(manifest, overlays);

    /// <summary>The place of a flag among the keys; negative where there is none of that key.</summary>
    public int IndexOf(string key) => this.indexes.TryGetValue(key, out int index) ? index : -1;

    /// <summary>What a flag says: of a repeated key, the last time.</summary>
    public Flag ReadFlag(int index) => this.definitions.Read(this.flags[index], out _);

    /// <summary>Whether an overlay says something of a flag.</summary>
    public bool IsOverlaid(int index) => this.flags[index].IsOverlaid;

    public EquatableArray<Evaluator> ReadEvaluators() =>
        this.json.Root.TryFind("$evaluators", out JsonProperty section) ? new RuleReader(checks: null).ReadEvaluators(section.Value) : default;

    /// <summary>The metadata of the whole set.</summary>
    public EquatableArray<JsonMember> ReadMetadata() =>
        this.json.Root.TryFind("metadata", out JsonProperty section) ? new MetadataReader(issues: null).Read(section.Value) : default;

    private void AddFlags(ManifestDocument manifest)
    {
        if (!this.json.Root.TryFind("flags", out JsonProperty section))
        {
            return;
        }

        foreach (JsonProperty member in section.Value.Members)
        {
            if (FlagDefinitionReader.IsFlag(member))
            {
                FlagNode flag = new(member);
                this.IsRefused(this.json, manifest.Name, Refusal.OfFlag(flag));
                this.Add(member.Name, flag);
            }
        }
    }

    private void AddOverlay(ManifestDocument overlay)
    {
        JsonText text = JsonText.Parse(overlay.Text);
        if (this.IsRefused(text, overlay.Name, Refusal.OfText(text)) || !text.Root.TryFind("flags", out JsonProperty section))
        {
            return;
        }

        foreach (JsonProperty member in section.Value.Members)
        {
            if (!FlagDefinitionReader.IsFlag(member))
            {
                continue;
            }

            int index = this.IndexOf(member.Name);
            if (index < 0)
            {
                this.undeclaredKeys.Add(member.Name);
                continue;
            }

            this.flags[index] = this.flags[index].With(member.Value);
            ManifestIssue? issue = Refusal.OfFlag(this.flags[index], out JsonText? place);
            if (place == text)
            {
                this.IsRefused(text, overlay.Name, issue);
            }
        }
    }

    /// <summary>Keeps the first reason.</summary>
    private bool IsRefused(JsonText text, string name, ManifestIssue? issue)
    {
        if (issue is not null)
        {
            this.RefusalReason ??= Refusal.Describe(issue, text, name);
        }

        return issue is not null;
    }

    private void Add(string key, FlagNode flag)
    {
        if (this.indexes.TryGetValue(key, out int index))
        {
            this.flags[index] = flag;
            return;
        }

        this.indexes.Add(key, this.keys.Count);
        this.keys.Add(key);
        this.flags.Add(flag);
    }
}
