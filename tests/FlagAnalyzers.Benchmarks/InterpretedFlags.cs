using FlagAnalyzers.CompilerServices;

namespace FlagAnalyzers.Benchmarks;

/// <summary>The same flags through the interpreter, as they are read when the manifest in force is not the compiled one.</summary>
internal sealed class InterpretedFlags(FlagStore store, FlagContext context) : FlagSet(store, context)
{
    private static readonly FlagValueReader<Flags.ThreeVariantsVariant> VariantReader =
        static (FlagValue value, out Flags.ThreeVariantsVariant read) => value.TryGetString(out string text) & Enum.TryParse(text, ignoreCase: true, out read);

    public bool PlainSwitch => this.ReadBoolean(Flags.Keys.PlainSwitch, false);

    public bool OneCondition => this.ReadBoolean(Flags.Keys.OneCondition, false);

    public bool NewCheckout => this.ReadBoolean(Flags.Keys.NewCheckout, false);

    public bool ThreeConditions => this.ReadBoolean(Flags.Keys.ThreeConditions, false);

    public Flags.ThreeVariantsVariant ThreeVariants => this.ReadChoice(Flags.Keys.ThreeVariants, VariantReader, Flags.ThreeVariantsVariant.Control);

    protected override IReadOnlyList<string> DeclaredKeys => [];

    protected override FlagEvaluation<T> EvaluateDeclared<T>(string key) => this.EvaluateUndeclared<T>(key);
}
