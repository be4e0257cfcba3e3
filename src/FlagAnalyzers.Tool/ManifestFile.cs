using FlagAnalyzers.Manifests.Model;
using FlagAnalyzers.Manifests.Reading;

namespace FlagAnalyzers.Tool;

/// <summary>The manifest that a command works with.</summary>
/// <param name="Name">Its path as messages give it: relative to the folder in which the command was started.</param>
/// <param name="Manifest">What it says.</param>
/// <param name="Snapshot">The same, as a program loads it.</param>
internal sealed record ManifestFile(string Name, Manifest Manifest, FlagSnapshot Snapshot)
{
    public const string DefaultName = "flags.json";

    /// <summary>Reads the named file; without a name the nearest <c>flags.json</c>, as the build finds it: here or above, but not above the repository.</summary>
    /// <param name="path">The file, or null.</param>
    /// <param name="folder">Where to start.</param>
    /// <param name="error">Why it cannot be read, in sentences; or null.</param>
    public static ManifestFile? Read(string? path, string folder, out string? error)
    {
        string? file = path is null ? FindFrom(folder) : Path.GetFullPath(path, folder);
        if (file is null)
        {
            error = $"There is no {DefaultName} here or above, up to the root of the repository. Name one with --manifest.";
            return null;
        }

        string name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error = exception is FileNotFoundException or DirectoryNotFoundException ? $"There is no file {name}."
                : Directory.Exists(file) ? $"{name} is a folder. Name the file in it."
                : $"{name} cannot be read: {exception.Message}";
            return null;
        }

        ManifestReading reading = ManifestReader.Read(text);
        error = reading.RefusalReason(name);
        return error is null ? new ManifestFile(name, reading.Manifest, FlagSnapshot.Parse(text)) : null;
    }

    /// <summary>The nearest <c>flags.json</c>, here or above up to the root of the repository; or null.</summary>
    public static string? FindFrom(string start)
    {
        for (string? folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string candidate = Path.Combine(folder, DefaultName);
            if (File.Exists(candidate))
            {
                return candidate;
            }

            // A file in the worktrees and submodules of Git.
            string git = Path.Combine(folder, ".git");
            if (Directory.Exists(git) || File.Exists(git))
            {
                return null;
            }
        }

        return null;
    }
}
