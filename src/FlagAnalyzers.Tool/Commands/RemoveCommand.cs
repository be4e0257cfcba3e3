using System.CommandLine;
using System.Globalization;
using FlagAnalyzers.Manifests.Lifecycle;
using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Naming;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Removal;
using FlagAnalyzers.Tool.Removal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Tool.Commands;

/// <summary><c>dotnet flags remove</c>.</summary>
internal static class RemoveCommand
{
    private const string Help = """
        dotnet flags remove: takes a flag out of the code, as if it had one value for ever, and retires it in flags.json.

        Usage:
          dotnet flags remove KEY --keep on|off|VARIANT PATH [options]
          dotnet flags remove --all-stale --dry-run PATH

        KEY is the flag's key. PATH is a solution (.sln, .slnx) or a project (.csproj).

        Options:
          --keep VALUE          what the flag is from now on: on, off, or the name of one of its variants
          --all-stale           with --dry-run: for each flag that expired, that has given everybody the same for more than 30 days,
                                or that is retired and still used, how many uses and lines would go, and what is in the way
          --dry-run             write nothing; show the changes as a diff
          --keep-declaration    leave flags.json as it is
          -h, --help            this text

        The code does the same afterwards as with the flag at that value, and compiles where it compiled: a use that cannot
        be removed safely is left, and listed with the reason. Then the flag moves to "retired" in flags.json, and goes from
        the overlays beside it (flags.*.json). What became unused with it goes too where it is private; members that others
        could use stay, and are listed ("unused now").

        Of a flag with several variants the comparisons and switches go; where its text or number is used as such, it is
        written out. The enumeration that is generated for a choice goes with the flag, so code that uses it otherwise is left.

        Examples:
          dotnet flags remove new-checkout --keep on Shop.sln --dry-run
          dotnet flags remove new-checkout --keep on Shop.sln
          dotnet flags remove buy-button --keep sticky Shop.sln

        Exit codes:
          0  every use is gone
          1  some uses are left; they are listed, and the flag stays declared
          2  nothing was done: wrong arguments, code that cannot be loaded, or no such flag

        """;

    public static Command Create(Surroundings surroundings)
    {
        Argument<string?> key = new("KEY") { Arity = ArgumentArity.ZeroOrOne };
        Argument<string?> path = new("PATH") { Arity = ArgumentArity.ZeroOrOne };
        Option<string?> keep = new("--keep");
        Option<bool> allStale = new("--all-stale");
        Option<bool> dryRun = new("--dry-run");
        Option<bool> keepDeclaration = new("--keep-declaration");
        Command command = new("remove") { key, path, keep, allStale, dryRun, keepDeclaration };
        HelpText.Attach(command, Help, surroundings);
        command.SetAction(parsed => (int)Run(
            new Arguments(parsed.GetValue(key), parsed.GetValue(path), parsed.GetValue(keep), parsed.GetValue(allStale), parsed.GetValue(dryRun), parsed.GetValue(keepDeclaration)),
            surroundings));
        return command;
    }

    private static ExitCode Run(Arguments arguments, Surroundings surroundings)
    {
        if (arguments.IsAllStale)
        {
            return arguments is { Keep: null, Path: null, IsDryRun: true, Key: { } only } && IsCode(Path.GetFullPath(only, surroundings.Folder))
                ? PlanAsync(only, surroundings).GetAwaiter().GetResult()
                : Refuse("--all-stale makes a plan for a solution or project: dotnet flags remove --all-stale --dry-run PATH.", surroundings);
        }

        if (arguments.Key is null || arguments.Path is null)
        {
            return Refuse("Which flag, and where? Give its key and a solution or project.", surroundings);
        }

        string path = Path.GetFullPath(arguments.Path, surroundings.Folder);
        if (!IsCode(path))
        {
            return Refuse($"PATH is a solution (.sln, .slnx) or a project (.csproj); '{arguments.Path}' is none.", surroundings);
        }

        if (arguments.Keep is not { } variant)
        {
            return Refuse("What is the flag from now on? Give --keep on, --keep off or --keep and the name of a variant.", surroundings);
        }

        return RemoveAsync(arguments.Key, variant, path, arguments, surroundings).GetAwaiter().GetResult();
    }

    private static async Task<ExitCode> RemoveAsync(string key, string variant, string path, Arguments arguments, Surroundings surroundings)
    {
        using CodeBase code = await LoadAsync(path, surroundings);
        (string? manifest, Flag? flag) = ManifestsOf(code, path)
            .Select(file => (File: file, Flag: ManifestReader.Read(File.ReadAllText(file)).Manifest.Flags.FirstOrDefault(flag => flag.Key == key)))
            .FirstOrDefault(static declared => declared.Flag is not null);
        if (flag is not null && FlagValues.Find(flag, variant) is null)
        {
            string[] names = [.. FlagValues.NamesOf(flag)];
            return Refuse($"'{flag.Key}' has no variant '{variant}'. --keep takes {Place.OneOf(names)}.{NearestName.Hint(variant, names)}", surroundings);
        }

        RemovalResult result = await FlagRemover.RemoveAsync(WithManifest(code.Solution, manifest), key, variant);
        List<FileEdit> edits = await EditsAsync(code.Solution, result);
        if (result.IsComplete && !arguments.KeepsDeclaration && manifest is not null)
        {
            edits.AddRange(ManifestRetirement.Of(manifest, key, surroundings.Today));
        }

        foreach (FileEdit edit in edits)
        {
            string name = surroundings.NameOf(edit.Path);
            if (arguments.IsDryRun)
            {
                surroundings.Out.Write(LineDiff.Of(name, edit.Before, edit.After));
            }
            else
            {
                edit.Write();
                surroundings.Out.Write($"changed    {name}\n");
            }
        }

        return Report(key, result, edits, surroundings);
    }

    private static async Task<ExitCode> PlanAsync(string given, Surroundings surroundings)
    {
        string path = Path.GetFullPath(given, surroundings.Folder);
        using CodeBase code = await LoadAsync(path, surroundings);
        string[] manifests = [.. ManifestsOf(code, path)];
        return manifests.Length > 0
            ? await RemovalPlan.WriteAsync(manifests.Aggregate(code.Solution, WithManifest), manifests, surroundings)
            : Refuse($"There is no {ManifestFile.DefaultName} in the projects of {given}, beside it or above, so nothing says which flags are stale.", surroundings);
    }

    /// <summary>The manifest beside or above the solution, and those that its projects have.</summary>
    private static IEnumerable<string> ManifestsOf(CodeBase code, string path) => new[] { ManifestFile.FindFrom(Path.GetDirectoryName(path)!) }
        .Concat(FlagManifests.In(code.Solution).Select(static document => document.FilePath))
        .OfType<string>()
        .Distinct(StringComparer.Ordinal);

    private static bool IsCode(string path) => File.Exists(path) && Path.GetExtension(path) is (".sln" or ".slnx" or ".csproj");

    private static async Task<CodeBase> LoadAsync(string path, Surroundings surroundings)
    {
        surroundings.Error.Write($"Loading {surroundings.NameOf(path)} …\n");
        CodeBase code = await CodeBase.LoadAsync(path);
        foreach (string gap in code.Gaps)
        {
            surroundings.Error.Write($"not resolved: {gap}\n");
        }

        return code;
    }

    /// <summary>The solution with the manifest among its files, from which the remover knows the values of variants.</summary>
    private static Solution WithManifest(Solution solution, string? manifest) =>
        manifest is not null && solution.Projects.FirstOrDefault() is { } project && !solution.Projects.SelectMany(static project => project.AdditionalDocuments).Any(document => document.FilePath == manifest)
            ? solution.AddAdditionalDocument(DocumentId.CreateNewId(project.Id), Path.GetFileName(manifest), SourceText.From(File.ReadAllText(manifest)), filePath: manifest)
            : solution;

    private static ExitCode Report(string key, RemovalResult result, List<FileEdit> edits, Surroundings surroundings)
    {
        int removed = 0;
        foreach (RemovedUse use in result.Uses)
        {
            removed += use.IsRemoved ? 1 : 0;
            if (!use.IsRemoved)
            {
                string name = surroundings.NameOf(use.File);
                surroundings.Error.Write(string.Create(CultureInfo.InvariantCulture, $"left       {name}:{use.Line}: {use.Obstacle}\n           {use.Text}\n"));
            }
        }

        foreach (DeadMember member in result.DeadMembers)
        {
            string name = surroundings.NameOf(member.File);
            surroundings.Error.Write(string.Create(CultureInfo.InvariantCulture, $"unused now {name}:{member.Line}: {member.Name}\n"));
        }

        foreach (string file in result.DeadFiles)
        {
            surroundings.Error.Write($"empty now  {surroundings.NameOf(file)}: nothing in it is used\n");
        }

        if (result.Uses.Count == 0 && edits.Count == 0)
        {
            surroundings.Error.Write($"There is no use of '{key}', and no flags.json declares it.\n");
            return ExitCode.CouldNotRun;
        }

        surroundings.Error.Write(string.Create(CultureInfo.InvariantCulture, $"{removed} of {result.Uses.Count} uses removed, {result.DeletedLines} lines fewer.\n"));
        return result.IsComplete ? ExitCode.Fine : edits.Count > 0 ? ExitCode.Findings : ExitCode.CouldNotRun;
    }

    private static async Task<List<FileEdit>> EditsAsync(Solution before, RemovalResult result)
    {
        Dictionary<string, FileEdit> edits = new(StringComparer.Ordinal);
        foreach (DocumentId id in result.ChangedDocuments)
        {
            // A file that several projects share has the same text in each.
            if (before.GetDocument(id) is { FilePath: { } path } document && !edits.ContainsKey(path))
            {
                string old = (await document.GetTextAsync()).ToString();
                edits.Add(path, new FileEdit(path, old, (await result.Solution.GetDocument(id)!.GetTextAsync()).ToString()));
            }
        }

        return [.. edits.Values.OrderBy(static edit => edit.Path, StringComparer.Ordinal)];
    }

    private static ExitCode Refuse(string message, Surroundings surroundings)
    {
        surroundings.Error.Write($"{message}\nSee dotnet flags remove --help.\n");
        return ExitCode.CouldNotRun;
    }

    private sealed record Arguments(string? Key, string? Path, string? Keep, bool IsAllStale, bool IsDryRun, bool KeepsDeclaration);
}
