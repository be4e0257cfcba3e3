using FlagAnalyzers.CompilerServices;

namespace FlagAnalyzers.Snapshots;

/// <summary>Which flags of a manifest are defined as they are in the compiled one, so that the compiled rules answer for them. Each is compared when it is first
/// read.</summary>
internal sealed class FlagComparison
{
    /// <summary>No compiled rule is in force.</summary>
    public static readonly FlagComparison NoneIsSame = new(FlagSnapshot.Empty, null, [], []);

    private readonly FlagSnapshot snapshot;
    private readonly IReadOnlyList<string> keys;
    private readonly ulong[] definitions;
    private readonly Verdict[] verdicts;

    private FlagComparison(FlagSnapshot snapshot, CompiledManifest? compiled, IReadOnlyList<string> keys, ulong[] definitions)
    {
        this.snapshot = snapshot;
        this.Compiled = compiled;
        this.keys = keys;
        this.definitions = definitions;
        this.verdicts = new Verdict[Math.Min(keys.Count, definitions.Length)];
    }

    private enum Verdict : byte
    {
        Unknown,
        Same,
        Different,
    }

    /// <summary>What the manifest is compared with.</summary>
    public CompiledManifest? Compiled { get; }

    public static FlagComparison Of(FlagSnapshot snapshot, CompiledManifest compiled, IReadOnlyList<string> keys)
    {
        ulong[] definitions;
        try
        {
            definitions = compiled.ReadDefinitions();
        }
        catch (Exception)
        {
            // Generated code does not throw; somebody else's might, and then everything is interpreted.
            definitions = [];
        }

        return new FlagComparison(snapshot, compiled, keys, definitions);
    }

    /// <summary>Whether the compiled rule of a flag is in force.</summary>
    /// <param name="flag">The number that the program gives the flag.</param>
    public bool IsSame(int flag)
    {
        Verdict[] verdicts = this.verdicts;
        return (uint)flag < (uint)verdicts.Length && (verdicts[flag] == Verdict.Unknown ? this.Compare(flag) : verdicts[flag]) == Verdict.Same;
    }

    /// <summary>Racing readers come to the same verdict.</summary>
    private Verdict Compare(int flag)
    {
        Verdict verdict = this.snapshot.Find(this.keys[flag]) is { FixedValue: null } found && found.Definition == this.definitions[flag] ? Verdict.Same : Verdict.Different;
        this.verdicts[flag] = verdict;
        return verdict;
    }
}
