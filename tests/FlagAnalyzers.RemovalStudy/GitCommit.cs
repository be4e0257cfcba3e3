using System.Diagnostics;
using System.Formats.Tar;

namespace FlagAnalyzers.RemovalStudy;

/// <summary>The C# and project files of one commit, read from git without a working tree.</summary>
internal static class GitCommit
{
    /// <summary>One pattern for <c>.cs</c>, <c>.csproj</c> and <c>.props</c>: git refuses patterns that match nothing.</summary>
    private const string Patterns = ":(glob)**/*.[cp][sr]*";

    /// <summary>The text of every file that matters, by its path with slashes.</summary>
    public static Dictionary<string, string> Read(string repository, string commit)
    {
        Dictionary<string, string> files = new(StringComparer.Ordinal);
        using Process git = Start(repository, "archive", "--format=tar", commit, Patterns);
        using TarReader reader = new(git.StandardOutput.BaseStream, leaveOpen: true);
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } content)
            {
                using StreamReader text = new(content);
                files[entry.Name] = text.ReadToEnd();
            }
        }

        git.WaitForExit();
        return git.ExitCode == 0 ? files : throw new InvalidOperationException($"git has no commit '{commit}' in '{repository}'.");
    }

    private static Process Start(string repository, params string[] arguments)
    {
        ProcessStartInfo start = new("git") { RedirectStandardOutput = true, WorkingDirectory = repository };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("git cannot be started.");
    }
}
