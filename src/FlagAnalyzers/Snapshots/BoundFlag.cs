using FlagAnalyzers.Evaluation;
using FlagAnalyzers.Evaluation.Values;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Snapshots;

/// <summary>A flag of a snapshot: what does not depend on the context is decided, the rest is a bound rule.</summary>
internal sealed class BoundFlag
{
    /// <summary>The rule gives null: the default variant, or where there is none the code default.</summary>
    public const int NoVariant = -1;

    /// <summary>The rule gives a name that no variant has.</summary>
    public const int UnknownVariant = -2;

    /// <summary>The rule failed.</summary>
    public const int RuleFailed = -3;

    private readonly BoundVariant[] variants;
    private readonly Dictionary<string, int> variantIndexes;
    private readonly RuleNode? targeting;
    private readonly int trueVariant;
    private readonly int falseVariant;

    /// <summary>What is served without a rule, and where a rule gives null.</summary>
    private readonly Resolution fallback;

    public BoundFlag(Flag flag, EvaluatorTable evaluators, IReadOnlyDictionary<string, object> metadata)
    {
        this.Definition = evaluators.HashDefinition(flag);
        this.Key = flag.Key;
        this.Type = flag.Type;
        this.IsChoice = flag.IsChoice;
        this.DefaultValue = flag.DefaultValue;
        this.Metadata = metadata;
        this.variants = new BoundVariant[flag.Variants.Count];
        this.variantIndexes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < this.variants.Length; i++)
        {
            this.variants[i] = new BoundVariant(flag.Variants[i].Name, flag.Variants[i].Value);
            this.variantIndexes[flag.Variants[i].Name] = i;
        }

        this.trueVariant = this.FindIndex("true");
        this.falseVariant = this.FindIndex("false");
        BoundVariant? defaultVariant = flag.DefaultVariant is { Length: > 0 } name ? this.FindVariant(name) : null;
        if (flag.State == FlagState.Disabled)
        {
            this.fallback = new Resolution(Outcome.Disabled);
        }
        else if (flag.Targeting is { } rule)
        {
            this.fallback = new Resolution(Outcome.Default, defaultVariant);
            this.targeting = new RuleBinder(evaluators, text => this.FindIndex(VariantText.Of(text))).Bind(rule);
        }
        else
        {
            bool isStatic = defaultVariant is not null || flag.IsShortForm;
            this.fallback = new Resolution(isStatic ? Outcome.Static : Outcome.Default, defaultVariant);
        }
    }

    private BoundFlag(BoundFlag flag, BoundVariant value)
    {
        this.Definition = flag.Definition;
        this.Key = flag.Key;
        this.Type = flag.Type;
        this.IsChoice = flag.IsChoice;
        this.DefaultValue = flag.DefaultValue;
        this.Metadata = flag.Metadata;
        this.variants = flag.variants;
        this.variantIndexes = flag.variantIndexes;
        this.fallback = new Resolution(Outcome.Static, value);
        this.FixedValue = value;
    }

    public string Key { get; }

    public FlagType Type { get; }

    /// <summary>Whether a program reads it as one of its variants' values.</summary>
    public bool IsChoice { get; }

    /// <summary>Its <see cref="Manifests.Rules.DefinitionHash"/>.</summary>
    public ulong Definition { get; }

    /// <summary>The code default that the live manifest gives; null where it has none.</summary>
    public JsonValue? DefaultValue { get; }

    public IReadOnlyDictionary<string, object> Metadata { get; }

    /// <summary>What an override has it answer to everybody; else null.</summary>
    public BoundVariant? FixedValue { get; }

    public IReadOnlyList<BoundVariant> Variants => this.variants;

    /// <summary>The code default of an object flag, made on the first read that answers it.</summary>
    public object? ConvertedDefault { get; set; }

    public Resolution Resolve(EvaluationContext context, long timestamp) => this.Resolve(this.EvaluateRule(context, timestamp));

    /// <summary>What is served for a result of the rule: the place of a variant, or one of the constants above.</summary>
    public Resolution Resolve(int rule) => rule switch
    {
        >= 0 when rule < this.variants.Length => new Resolution(Outcome.TargetingMatch, this.variants[rule]),
        NoVariant => this.fallback,
        UnknownVariant => new Resolution(Outcome.General),
        _ => new Resolution(Outcome.ParseError),
    };

    /// <summary>Runs the rule; <see cref="NoVariant"/> where there is none.</summary>
    public int EvaluateRule(EvaluationContext context, long timestamp)
    {
        if (this.targeting is null)
        {
            return NoVariant;
        }

        RuleValue result;
        try
        {
            result = this.targeting.Evaluate(new EvaluationFrame(context, this.Key, timestamp));
        }
        catch (Exception)
        {
            // Rules do not throw. Lists and dictionaries that a program puts into a context may do anything.
            return RuleFailed;
        }

        return result.Kind switch
        {
            RuleValueKind.Failure => RuleFailed,
            RuleValueKind.Null => NoVariant,
            RuleValueKind.Boolean => result.Boolean ? this.trueVariant : this.falseVariant,
            RuleValueKind.String when result.VariantIndex >= 0 => result.VariantIndex,
            _ => this.FindIndex(VariantText.Of(result)),
        };
    }

    /// <summary>The flag with one value for everybody, whatever its state and its rule say.</summary>
    public BoundFlag Fix(BoundVariant value) => new(this, value);

    public BoundVariant? FindVariant(string name) => this.FindIndex(name) is >= 0 and int index ? this.variants[index] : null;

    private int FindIndex(string? name) => name is not null && this.variantIndexes.TryGetValue(name, out int index) ? index : UnknownVariant;
}
