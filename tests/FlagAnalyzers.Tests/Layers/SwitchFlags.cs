using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Manifests.Rules;

namespace FlagAnalyzers.Layers;

/// <summary>What the generator makes of a small manifest: three flags, the compiled rule of the first counts its runs.</summary>
internal sealed class SwitchFlags(FlagStore store, EvaluationContext context) : FlagSet(store, context, Compiled)
{
    public const string Manifest = """
        {
          "flags": {
            "alpha": {
              "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off",
              "targeting": { "if": [{ "==": [{ "var": "plan" }, "pro"] }, "on", null] }
            },
            "beta-mode": { "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off" },
            "size": { "flagType": "integer", "defaultValue": 7, "state": "ENABLED", "variants": { "small": 1, "large": 100 }, "defaultVariant": "small" },
            "colour": {
              "flagType": "string", "choice": true, "defaultValue": "red", "state": "ENABLED", "variants": { "r": "red", "g": "green" }, "defaultVariant": "r"
            },
            "limits": {
              "flagType": "object", "defaultValue": { "most": 1 }, "state": "ENABLED", "variants": { "few": { "most": 1 }, "many": { "most": 9 } }, "defaultVariant": "few"
            }
          }
        }
        """;

    public static readonly CompiledManifest Compiled = Compile(Manifest, []);

    private readonly EvaluationContext context = context;

    public bool Alpha
    {
        get
        {
            if (this.IsCompiled(0))
            {
                return this.RuleAlpha() == 0;
            }

            return this.ReadBoolean("alpha", false);
        }
    }

    public bool BetaMode => !this.IsCompiled(1) && this.ReadBoolean("beta-mode", false);

    public int Size => this.IsCompiled(2) ? 1 : this.ReadInteger("size", 7);

    /// <summary>How often compiled code has answered for <see cref="Alpha"/>.</summary>
    public int CompiledReads { get; private set; }

    protected override IReadOnlyList<string> DeclaredKeys { get; } = ["alpha", "beta-mode", "size", "colour", "limits"];

    /// <summary>What the generator writes down of a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="overlays">Overlays by environment.</param>
    public static CompiledManifest Compile(string manifest, params (string Environment, string Text)[] overlays)
    {
        ManifestReading reading = ManifestReader.Read(manifest);
        DefinitionHash hash = new(reading.Manifest.Evaluators);
        return new CompiledManifest(
            () => [manifest],
            () => [.. reading.Manifest.Flags.Select(hash.Of)],
            () => ManifestFingerprint.Of(manifest))
        {
            Overlays = () => [.. overlays.Select(overlay => new[] { overlay.Environment, overlay.Text })],
        };
    }

    protected override FlagEvaluation<T> EvaluateDeclared<T>(string key) => key switch
    {
        "alpha" => Convert<bool, T>(this.IsRuleInForce(0) ? this.EvaluateBoolean(key, false, this.RuleAlpha()) : this.EvaluateBoolean(key, false)),
        "beta-mode" => Convert<bool, T>(this.IsRuleInForce(1) ? this.EvaluateBoolean(key, false, NoVariant) : this.EvaluateBoolean(key, false)),
        "size" => Convert<int, T>(this.IsRuleInForce(2) ? this.EvaluateInteger(key, 7, NoVariant) : this.EvaluateInteger(key, 7)),
        _ => this.EvaluateUndeclared<T>(key),
    };

    private int RuleAlpha()
    {
        this.CompiledReads++;
        return this.context["plan"] is "pro" ? 0 : NoVariant;
    }
}
