using FlagAnalyzers.Manifests.Json;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;

namespace FlagAnalyzers.Manifests.Reading;

/// <summary>Gives the flags their C# names: the words of the key, or what <c>name</c> says; each name once.</summary>
internal sealed class FlagNaming(IssueList issues, IReadOnlyList<RetiredFlag> retired)
{
    private const string UsualClassName = "Flags";
    private const string FlagSuffix = "Flag";
    private const string TypeSuffix = "Type";

    public EquatableArray<Flag> Name(OrderedMembers<FlagDraft> drafts)
    {
        List<FlagDraft> flags = [.. drafts.Select(static (_, draft) => draft)];
        Dictionary<string, string> retiredOn = retired.ToDictionary(flag => flag.Key, flag => flag.Date, StringComparer.Ordinal);
        NameScope scope = MemberNames.ScopeOfFlags(UsualClassName);
        Dictionary<string, string> holders = new(StringComparer.Ordinal);
        string[] wanted = new string[flags.Count];
        string?[] names = new string?[flags.Count];
        for (int i = 0; i < names.Length; i++)
        {
            // Names that are free go first, so that no flag loses its name to another one's replacement.
            issues.FlagKey = flags[i].Flag.Key;
            wanted[i] = this.WantedName(flags[i]);
            names[i] = scope.TryTake(wanted[i]) ? wanted[i] : null;
        }

        for (int i = 0; i < names.Length; i++)
        {
            FlagDraft draft = flags[i];
            issues.FlagKey = draft.Flag.Key;
            if (holders.TryGetValue(wanted[i], out string? holder))
            {
                names[i] = scope.Take(wanted[i]);
                issues.Report("FLAG1004", draft.KeyRange, $"The flags '{holder}' and '{draft.Flag.Key}' both give the C# name '{wanted[i]}'. Tell them apart with \"name\": \"{names[i]}\".");
            }
            else
            {
                holders.Add(wanted[i], draft.Flag.Key);
                names[i] ??= scope.Take(wanted[i], FlagSuffix);
            }

            if (retiredOn.TryGetValue(draft.Flag.Key, out string? date))
            {
                issues.Report("FLAG1004", draft.KeyRange, $"The key '{draft.Flag.Key}' was retired{(date.Length > 0 ? $" on {date}" : "")}; old programs still ask for it. Choose another key.");
            }
        }

        issues.FlagKey = null;
        Flag[] named = new Flag[names.Length];
        for (int i = 0; i < named.Length; i++)
        {
            // A flag may be called what another flag's type would be called; then the type gives way.
            string? type = flags[i].Flag.IsChoice ? names[i] + "Variant" : flags[i].Flag.Type == FlagType.Object ? names[i] + "Value" : null;
            named[i] = flags[i].Flag with { Name = names[i]!, ValueTypeName = type is null ? null : scope.Take(type, TypeSuffix) };
        }

        return new EquatableArray<Flag>(named);
    }

    private string WantedName(FlagDraft draft)
    {
        string? chosen = draft.ChosenName;
        if (chosen is not null && !CSharpName.IsIdentifier(chosen))
        {
            issues.Report("FLAG1004", draft.ChosenNameRange, $"'{chosen}' is no C# identifier{(CSharpName.IsKeyword(chosen) ? " but a keyword" : "")}. Did you mean '{CSharpName.FromKey(chosen)}'?");
            chosen = null;
        }

        return MemberNames.WithoutAccessorPrefix(chosen ?? CSharpName.FromKey(draft.Flag.Key));
    }
}
