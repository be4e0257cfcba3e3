using FlagAnalyzers.Manifests.Model;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Generators.Rules.Declarations;

/// <summary>
/// The flags a compilation may name: those of its manifests, and those that its own and referenced assemblies carry as <c>[Flag]</c> members. What a
/// manifest says goes before the attributes, which may come from an older build.
/// </summary>
internal sealed class DeclaredFlags
{
    private readonly Dictionary<string, DeclaredFlag> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DeclaredFlag> byKeyIgnoringCase = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, DeclaredFlag> retired = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DeclaredFlag> retiredIgnoringCase = new(StringComparer.OrdinalIgnoreCase);

    private DeclaredFlags()
    {
    }

    public bool IsEmpty => this.byKey.Count == 0;

    public IEnumerable<string> Keys => this.byKey.Keys;

    public static DeclaredFlags Of(Compilation compilation, IReadOnlyList<ManifestFile> manifests)
    {
        DeclaredFlags flags = new();
        foreach (ManifestFile file in manifests)
        {
            foreach (Flag flag in file.Reading.Manifest.Flags)
            {
                flags.Add(DeclaredFlag.FromManifest(flag));
            }
        }

        foreach (RetiredFlag flag in manifests.SelectMany(static file => file.Reading.Manifest.Retired))
        {
            flags.AddRetired(flag);
        }

        foreach (DeclaredFlag flag in FlagClass.All(compilation).SelectMany(static type => type.Flags))
        {
            flags.Add(flag);
        }

        return flags;
    }

    public DeclaredFlag? Find(string key, bool ignoreCase)
    {
        if (this.byKey.TryGetValue(key, out DeclaredFlag? flag) || (ignoreCase && this.byKeyIgnoringCase.TryGetValue(key, out flag)))
        {
            return flag;
        }

        return null;
    }

    /// <summary>A flag that a manifest lists as retired, and that no manifest declares.</summary>
    public DeclaredFlag? FindRetired(string key, bool ignoreCase) =>
        this.retired.TryGetValue(key, out DeclaredFlag? flag) || (ignoreCase && this.retiredIgnoringCase.TryGetValue(key, out flag)) ? flag : null;

    private void AddRetired(RetiredFlag flag)
    {
        if (!this.byKey.ContainsKey(flag.Key) && !this.retired.ContainsKey(flag.Key))
        {
            DeclaredFlag declared = new(flag.Key, Expires: null, Owner: null, Issue: null) { RetiredOn = flag.Date };
            this.retired.Add(flag.Key, declared);
            this.retiredIgnoringCase[flag.Key] = declared;
        }
    }

    // An assembly that was built before the flag retired still has it.
    private void Add(DeclaredFlag flag)
    {
        if (!this.byKey.ContainsKey(flag.Key) && !this.retired.ContainsKey(flag.Key))
        {
            this.byKey.Add(flag.Key, flag);
            if (!this.byKeyIgnoringCase.ContainsKey(flag.Key))
            {
                this.byKeyIgnoringCase.Add(flag.Key, flag);
            }
        }
    }
}
