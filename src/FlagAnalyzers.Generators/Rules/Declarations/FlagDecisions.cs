using FlagAnalyzers.Manifests.Lifecycle;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Generators.Rules.Declarations;

/// <summary>The flags of a compilation that answer everybody the same, in the manifest and in every overlay that the project has.</summary>
internal sealed class FlagDecisions
{
    private readonly Dictionary<string, string?> values = new(StringComparer.Ordinal);

    private FlagDecisions()
    {
    }

    public static FlagDecisions Of(FlagCompilation compilation)
    {
        FlagDecisions decisions = new();
        ILookup<string, Flag> elsewhere = compilation.Overlays.SelectMany(static overlay => overlay.Reading.Flags).ToLookup(static flag => flag.Key, StringComparer.Ordinal);

        // What is not JSON may say something else where reading stopped.
        bool isCertain = compilation.Overlays.All(static overlay => !overlay.Reading.Issues.Any(static issue => issue.Id == "FLAG0001"));

        // Overlays of a file found above are not among the files of the project; there the accessors of its owner tell.
        foreach (ManifestFile file in compilation.Manifests.Where(static file => file.Role == ManifestRole.Manifest))
        {
            FlagDecision decision = new(file.Reading.Manifest.Evaluators);
            foreach (Flag flag in file.Reading.Manifest.Flags)
            {
                bool isKnown = isCertain && file.Reading.Json.Errors.Count == 0;
                decisions.values[flag.Key] = isKnown ? decision.ValueOf(flag, elsewhere[flag.Key])?.ToString() : null;
            }
        }

        foreach (DeclaredFlag flag in FlagClass.InReferences(compilation.Compilation).SelectMany(static type => type.Flags))
        {
            if (!decisions.values.ContainsKey(flag.Key))
            {
                decisions.values.Add(flag.Key, flag.Decided);
            }
        }

        return decisions;
    }

    /// <summary>The value that everybody gets, as JSON; null for a flag that is not decided.</summary>
    public string? ValueOf(DeclaredFlag flag) => this.values.TryGetValue(flag.Key, out string? value) ? value : flag.Decided;
}
