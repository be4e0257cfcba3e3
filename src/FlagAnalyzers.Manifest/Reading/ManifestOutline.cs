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
    private readonly ManifestIssue? refusal;
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly List<string> keys = [];
    private readonly List<JsonProperty> flags = [];
    private readonly FlagDefinitionReader definitions = new(issues: null, new RuleReader(checks: null));

    private ManifestOutline(JsonText json)
    {
        this.json = json;
        this.refusal = Refusal.OfText(json);
        if (this.refusal is null && json.Root.TryFind("flags", out JsonProperty section))
        {
            foreach (JsonProperty member in section.Value.Members)
            {
                if (FlagDefinitionReader.IsFlag(member))
                {
                    this.refusal ??= Refusal.OfFlag(member);
                    this.Add(member);
                }
            }
        }
    }

    /// <summary>The keys of all flags, each once, in the order of the file.</summary>
    public IList<string> Keys => this.keys;

    public static ManifestOutline Read(string text) => new(JsonText.Parse(text));

    /// <summary>Why a running program must not take it, as <c>file(line,column): sentence</c>; or null.</summary>
    public string? RefusalReason(string file) => this.refusal is null ? null : Refusal.Describe(this.refusal, this.json, file);

    /// <summary>The place of a flag among the keys; negative where there is none of that key.</summary>
    public int IndexOf(string key) => this.indexes.TryGetValue(key, out int index) ? index : -1;

    /// <summary>What a flag says: of a repeated key, the last time.</summary>
    public Flag ReadFlag(int index) => this.definitions.Read(this.flags[index], out _);

    public EquatableArray<Evaluator> ReadEvaluators() =>
        this.json.Root.TryFind("$evaluators", out JsonProperty section) ? new RuleReader(checks: null).ReadEvaluators(section.Value) : default;

    /// <summary>The metadata of the whole set.</summary>
    public EquatableArray<JsonMember> ReadMetadata() =>
        this.json.Root.TryFind("metadata", out JsonProperty section) ? new MetadataReader(issues: null).Read(section.Value) : default;

    private void Add(JsonProperty flag)
    {
        string key = flag.Name;
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
