using System.Diagnostics;
using System.Globalization;
using FlagAnalyzers.Removal;
using Microsoft.CodeAnalysis;

namespace FlagAnalyzers.RemovalStudy;

/// <summary>One commit: what people made of its parent, what the remover makes of it, and the difference.</summary>
internal static class Study
{
    public static async Task RunAsync(StudyArguments arguments, TextWriter output)
    {
        Dictionary<string, string> before = GitCommit.Read(arguments.Repository, arguments.Commit + "^");
        Dictionary<string, string> human = GitCommit.Read(arguments.Repository, arguments.Commit);
        long start = Stopwatch.GetTimestamp();
        Solution solution = CommitSolution.Of(before, arguments.Apis, arguments.References);
        foreach (ProjectId id in solution.ProjectIds)
        {
            await solution.GetProject(id)!.GetCompilationAsync();
        }

        TimeSpan load = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        Solution changed = solution;
        foreach ((string key, bool keep) in arguments.Flags)
        {
            RemovalResult result = await FlagRemover.RemoveAsync(changed, key, keep);
            changed = result.Solution;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"flag {key}: {result.Uses.Count(static use => use.IsRemoved)} uses removed, {result.Uses.Count(static use => !use.IsRemoved)} left"));
            foreach (RemovedUse use in result.Uses.Where(static use => !use.IsRemoved))
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  left {use.File}:{use.Line}: {use.Obstacle}\n       {use.Text}"));
            }
        }

        TimeSpan engine = Stopwatch.GetElapsedTime(start);
        Dictionary<string, string> ours = await TextsAsync(solution, changed, before);
        Compare(before, human, ours, arguments.Output, output);
        if (arguments.Compiles)
        {
            (int known, IReadOnlyList<Diagnostic> added) = await CompileErrors.CompareAsync(solution, changed);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"errors: {known} before in what was changed and what depends on it, {added.Count} new"));
            foreach (Diagnostic error in added)
            {
                output.WriteLine("  " + error.ToString());
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load {load.TotalSeconds:F1} s, engine {engine.TotalSeconds:F1} s"));
    }

    private static async Task<Dictionary<string, string>> TextsAsync(Solution solution, Solution changed, Dictionary<string, string> before)
    {
        Dictionary<string, string> texts = new(before, StringComparer.Ordinal);
        foreach (ProjectChanges project in changed.GetChanges(solution).GetProjectChanges())
        {
            foreach (DocumentId id in project.GetRemovedDocuments())
            {
                texts.Remove(solution.GetDocument(id)!.FilePath!);
            }

            foreach (DocumentId id in project.GetChangedDocuments())
            {
                texts[changed.GetDocument(id)!.FilePath!] = (await changed.GetDocument(id)!.GetTextAsync()).ToString();
            }
        }

        return texts;
    }

    private static void Compare(Dictionary<string, string> before, Dictionary<string, string> human, Dictionary<string, string> ours, string? folder, TextWriter output)
    {
        int byHand = 0;
        int apart = 0;
        int files = 0;
        foreach (string path in before.Keys.Union(human.Keys).Union(ours.Keys).Where(CommitSolution.IsCode).Order(StringComparer.Ordinal))
        {
            string? then = before.GetValueOrDefault(path);
            string? wanted = human.GetValueOrDefault(path);
            string? got = ours.GetValueOrDefault(path);
            if (then == wanted && then == got)
            {
                continue;
            }

            int changedByHand = TokenDistance.Between(then, wanted);
            int distance = TokenDistance.Between(got, wanted);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{changedByHand,6} {distance,6}  {path}{(then == got ? " (not changed by us)" : then == wanted ? " (not changed by hand)" : string.Empty)}"));
            byHand += changedByHand;
            apart += distance;
            files++;
            if (folder is not null && (distance > 0 || then != got))
            {
                Write(folder, "before", path, then);
                Write(folder, "human", path, wanted);
                Write(folder, "ours", path, got);
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{byHand,6} {apart,6}  tokens changed by hand, and left between the results, in {files} files"));
    }

    private static void Write(string folder, string side, string path, string? text)
    {
        if (text is not null)
        {
            string file = Path.Combine(folder, side, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}
