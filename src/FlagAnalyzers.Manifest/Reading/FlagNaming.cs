using System.Globalization;
using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Gives the flags their C# names: the words of the key, or what <c>name</c> says; each name once.</summary>
internal sealed class FlagNaming(IssueList issues, IReadOnlyList<RetiredFlag> retired)
{
    // The members that the generated class has or inherits, and its usual name.
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "Flags", "Store", "For", "Fixed", "Keys", "Values", "HotReload", "Context", "Snapshot", "ManifestText", "Declared",
        "Evaluate", "EvaluateAll", "EvaluateDeclared", "EvaluateUndeclared", "EvaluateFixed", "DeclaredKeys", "Convert",
        "ReadBoolean", "ReadString", "ReadInteger", "ReadFloat", "ReadChoice", "ReadObject",
        "EvaluateBoolean", "EvaluateString", "EvaluateInteger", "EvaluateFloat", "EvaluateChoice", "EvaluateObject",
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    };

    public EquatableArray<Flag> Name(OrderedMembers<FlagDraft> drafts)
    {
        List<FlagDraft> flags = [.. drafts.Select(static (_, draft) => draft)];
        Dictionary<string, FlagDraft> holders = new(StringComparer.Ordinal);
        Dictionary<string, string> retiredOn = retired.ToDictionary(flag => flag.Key, flag => flag.Date, StringComparer.Ordinal);
        string[] names = new string[flags.Count];
        for (int i = 0; i < names.Length; i++)
        {
            FlagDraft draft = flags[i];
            issues.FlagKey = draft.Flag.Key;
            names[i] = this.TakeName(draft, holders);
            if (retiredOn.TryGetValue(draft.Flag.Key, out string? date))
            {
                issues.Report("FLAG1004", draft.KeyRange, $"The key '{draft.Flag.Key}' was retired{(date.Length > 0 ? $" on {date}" : "")}; old programs still ask for it. Choose another key.");
            }
        }

        issues.FlagKey = null;
        HashSet<string> taken = new(names, StringComparer.Ordinal);
        Flag[] named = new Flag[names.Length];
        for (int i = 0; i < named.Length; i++)
        {
            named[i] = flags[i].Flag with { Name = names[i], ValueTypeName = TypeNameOf(flags[i].Flag, names[i], taken) };
        }

        return new EquatableArray<Flag>(named);
    }

    // A flag may be called what another flag's type would be called; then the type gives way.
    private static string? TypeNameOf(Flag flag, string name, HashSet<string> taken)
    {
        string? type = flag.IsChoice ? name + "Variant" : flag.Type == FlagType.Object ? name + "Value" : null;
        while (type is not null && (Members.Contains(type) || !taken.Add(type)))
        {
            type += "Type";
        }

        return type;
    }

    private static string Unique(string name, Dictionary<string, FlagDraft> holders)
    {
        string unique = name;
        for (int i = 2; holders.ContainsKey(unique); i++)
        {
            unique = name + "_" + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    private string TakeName(FlagDraft draft, Dictionary<string, FlagDraft> holders)
    {
        string? chosen = draft.ChosenName;
        if (chosen is not null && !CSharpName.IsIdentifier(chosen))
        {
            issues.Report("FLAG1004", draft.ChosenNameRange, $"'{chosen}' is no C# identifier{(CSharpName.IsKeyword(chosen) ? " but a keyword" : "")}. Did you mean '{CSharpName.FromKey(chosen)}'?");
            chosen = null;
        }

        string name = chosen ?? CSharpName.FromKey(draft.Flag.Key);
        if (Members.Contains(name) || name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal))
        {
            name += "Flag";
        }

        string unique = Unique(name, holders);
        if (unique != name)
        {
            FlagDraft holder = holders[name];
            issues.Report("FLAG1004", draft.KeyRange, $"The flags '{holder.Flag.Key}' and '{draft.Flag.Key}' both give the C# name '{name}'. Tell them apart with \"name\": \"{unique}\".");
        }

        holders.Add(unique, draft);
        return unique;
    }
}
