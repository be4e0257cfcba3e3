using System.Globalization;
using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.Tool.Removal;

/// <summary><c>dotnet flags remove --all-stale --dry-run</c>: what it would take to remove each flag whose time is over. Nothing is written.</summary>
internal static class RemovalPlan
{
    public static async Task<ExitCode> WriteAsync(Solution solution, IReadOnlyList<string> manifests, Surroundings surroundings)
    {
        int free = 0;
        int blocked = 0;
        foreach (StaleFlag flag in manifests.SelectMany(manifest => StaleFlags.In(manifest, surroundings.Today)))
        {
            List<(string Keep, RemovalResult Result)> choices = [];
            foreach (string keep in flag.Choices)
            {
                choices.Add((keep, await FlagRemover.RemoveAsync(solution, flag.Key, keep)));
            }

            // Retired, and gone from the code: that is how it should be.
            if (flag.Flag is null && choices.TrueForAll(static choice => choice.Result.Uses.Count == 0))
            {
                continue;
            }

            bool isFree = flag.Decided is not null && choices.TrueForAll(static choice => choice.Result.IsComplete);
            free += isFree ? 1 : 0;
            blocked += isFree ? 0 : 1;
            Write(flag, choices, surroundings);
        }

        surroundings.Out.Write(free + blocked == 0
            ? $"No flag of {string.Join(", ", manifests.Select(surroundings.NameOf))} is stale.\n"
            : string.Create(CultureInfo.InvariantCulture, $"{free + blocked} stale: {free} can go now, {blocked} cannot. Nothing was written; dotnet flags remove KEY --keep VALUE PATH removes one.\n"));
        return blocked == 0 ? ExitCode.Fine : ExitCode.Findings;
    }

    private static void Write(StaleFlag flag, List<(string Keep, RemovalResult Result)> choices, Surroundings surroundings)
    {
        string responsible = string.Join(", ", new[] { Part("owner", flag.Flag?.Lifecycle.Owner), Part("issue", flag.Flag?.Lifecycle.Issue) }.OfType<string>());
        surroundings.Out.Write($"{flag.Key} {flag.Reason}{(responsible.Length > 0 ? " (" + responsible + ")" : string.Empty)}\n");
        foreach ((string keep, RemovalResult result) in choices)
        {
            surroundings.Out.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"  --keep {keep}: {result.Uses.Count(static use => use.IsRemoved)} of {result.Uses.Count} uses, {result.DeletedLines} lines fewer in {result.ChangedDocuments.Count} {(result.ChangedDocuments.Count == 1 ? "file" : "files")}\n"));
            foreach (RemovedUse use in result.Uses.Where(static use => !use.IsRemoved))
            {
                surroundings.Out.Write(string.Create(CultureInfo.InvariantCulture, $"    left {surroundings.NameOf(use.File)}:{use.Line}: {use.Obstacle}\n"));
            }
        }

        if (flag.Decided is null)
        {
            surroundings.Out.Write(flag.Flag is null
                ? "  blocked: the manifest does not say what it was; choose what to keep\n"
                : "  blocked: not everybody gets the same; decide it first, or choose what to keep\n");
        }
    }

    private static string? Part(string label, string? text) => string.IsNullOrEmpty(text) ? null : label + " " + text;
}
