namespace FlagAnalyzers.Manifests.Diagnostics;

/// <summary>How much a diagnostic weighs where nobody configures it.</summary>
internal enum DiagnosticLevel : byte
{
    Off,
    Info,
    Warning,
    Error,
}

/// <summary>What every reporter of a diagnostic must agree on.</summary>
/// <param name="Id">FLAGnnnn.</param>
/// <param name="Title">What is wrong, in a few words, without a full stop.</param>
/// <param name="Category">The group it is configured with.</param>
/// <param name="Level">Its weight by default.</param>
/// <param name="Summary">One sentence: what it finds and why that matters.</param>
internal sealed record DiagnosticInfo(string Id, string Title, string Category, DiagnosticLevel Level, string Summary);

/// <summary>The one list of diagnostics: compiler, runtime and documentation take them from here.</summary>
internal static class DiagnosticCatalogue
{
    public const string ManifestCategory = "FlagAnalyzers.Manifest";
    public const string ProjectCategory = "FlagAnalyzers.Project";
    public const string UsageCategory = "FlagAnalyzers.Usage";
    public const string DesignCategory = "FlagAnalyzers.Design";
    public const string LifecycleCategory = "FlagAnalyzers.Lifecycle";

    public static readonly IReadOnlyList<DiagnosticInfo> All =
    [
        new("FLAG0001", "The manifest is not valid JSON", ManifestCategory, DiagnosticLevel.Error,
            "A flags.json that is not JSON is refused when the program starts; the flags that can still be read are generated."),
        new("FLAG0002", "Flags cannot be generated for this project", ProjectCategory, DiagnosticLevel.Error,
            "Generated flags need C# 8 or newer, the FlagAnalyzers runtime assembly, and property values that are valid names."),
        new("FLAG1001", "The flag has no default", ManifestCategory, DiagnosticLevel.Warning,
            "Without defaultValue a flag that cannot be evaluated answers false, 0 or null, which nobody decided."),
        new("FLAG1002", "A value does not fit", ManifestCategory, DiagnosticLevel.Error,
            "A value of the manifest is not of the type, or not one of the words, that its place requires."),
        new("FLAG1003", "The variant does not exist", ManifestCategory, DiagnosticLevel.Error,
            "defaultVariant or the targeting rule names a variant that the flag does not have, so evaluation would fail."),
        new("FLAG1004", "The name is taken", ManifestCategory, DiagnosticLevel.Error,
            "A key is given twice, two keys give the same C# name, a name is no C# identifier, or a retired key is declared again."),
        new("FLAG1005", "The targeting rule cannot work", ManifestCategory, DiagnosticLevel.Error,
            "The rule would fail or never match when it is evaluated: unknown operator, wrong arguments, undeclared attribute."),
        new("FLAG1006", "The result differs between flagd implementations", ManifestCategory, DiagnosticLevel.Warning,
            "flagd's daemon, its libraries and other readers of the file would answer differently here, or refuse the file."),
        new("FLAG1007", "The manifest contradicts itself", ManifestCategory, DiagnosticLevel.Warning,
            "A date, kind or property of the manifest is not what it looks like, so whoever relies on it is misled."),
        new("FLAG1008", "The manifest can be completed", ManifestCategory, DiagnosticLevel.Info,
            "The flag works, and says less than it could: short form, no context section, a string that is a choice."),
        new("FLAG1009", "The overlay does not fit the manifest", ManifestCategory, DiagnosticLevel.Error,
            "An overlay names a flag that the manifest does not declare, or changes what is compiled in: types, values and names."),
        new("FLAG1010", "The flag does not keep the policy", ManifestCategory, DiagnosticLevel.Warning,
            "The repository asks of every flag what this one lacks: an end, a lifetime, an owner, a description, an issue, a name."),
        new("FLAG2001", "The flag key is not declared", UsageCategory, DiagnosticLevel.Warning,
            "A key that no manifest declares always answers the fallback, usually because it is misspelt or was removed."),
        new("FLAG2002", "The flag key is a literal", UsageCategory, DiagnosticLevel.Info,
            "A literal key is not checked by the compiler; the generated constant is, and renames with the flag."),
        new("FLAG2003", "The flag is read as something else", UsageCategory, DiagnosticLevel.Warning,
            "A flag read as another type than it is declared with never answers its value, and a fallback that is not its default answers what nobody decided."),
        new("FLAG2004", "The flag key is not known at compile time", UsageCategory, DiagnosticLevel.Off,
            "A key that is put together when the program runs cannot be checked: a typo in it answers the fallback for ever."),
        new("FLAG2005", "The rule asks for what the code does not give", UsageCategory, DiagnosticLevel.Info,
            "A percentage without a targeting key and a condition on an attribute that is never set decide the same for everybody."),
        new("FLAG3001", "A stale flag is used", LifecycleCategory, DiagnosticLevel.Warning,
            "The flag is past its expiry date: decide it, remove it from the code and retire its key."),
        new("FLAG3002", "The flag expires soon", LifecycleCategory, DiagnosticLevel.Info,
            "The flag will be stale within days: its removal can be planned now, and need not be an alarm later."),
        new("FLAG3003", "The flag is decided", LifecycleCategory, DiagnosticLevel.Warning,
            "Everybody gets the same value in every environment, so the flag decides nothing any more: keep that value and remove it."),
        new("FLAG3004", "A retired flag is used", LifecycleCategory, DiagnosticLevel.Error,
            "The manifest lists the flag as retired, so nothing evaluates it and the code gets its fallback for ever."),
        new("FLAG3005", "The flag is not used", LifecycleCategory, DiagnosticLevel.Off,
            "The manifest declares a flag that nothing in the project uses, or only its tests."),
        new("FLAG4001", "The flag is read again", DesignCategory, DiagnosticLevel.Info,
            "Each read through an asynchronous or string-keyed SDK evaluates the flag anew; two reads may even answer differently."),
        new("FLAG4002", "Flags are tangled", DesignCategory, DiagnosticLevel.Info,
            "A flag is read inside the branch of another one, so that every combination of the two is a program that nobody tests."),
        new("FLAG4003", "The flag is captured for the life of the process", DesignCategory, DiagnosticLevel.Warning,
            "The answer is kept where it lives as long as the process, so that no later change and no other user is seen."),
        new("FLAG4004", "The branch of a flag is unfinished", DesignCategory, DiagnosticLevel.Warning,
            "The flag can send users into a branch that throws NotImplementedException, or decides between nothing and nothing."),
    ];

    private static readonly Dictionary<string, DiagnosticInfo> ById = All.ToDictionary(info => info.Id, StringComparer.Ordinal);

    /// <summary>The diagnostic of that id, or null.</summary>
    public static DiagnosticInfo? Find(string id) => ById.TryGetValue(id, out DiagnosticInfo? info) ? info : null;
}
