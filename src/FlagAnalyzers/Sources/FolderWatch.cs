using System.Diagnostics.CodeAnalysis;

namespace FlagAnalyzers.Sources;

/// <summary>Tells that something in a folder may have changed: any name, because a mounted ConfigMap changes a link beside the file and not the file.</summary>
internal sealed class FolderWatch : IDisposable
{
    private readonly FileSystemWatcher watcher;

    private FolderWatch(FileSystemWatcher watcher) => this.watcher = watcher;

    /// <summary>Null where the folder cannot be watched: there is none, the platform cannot, or too many are watched already.</summary>
    /// <param name="folder">The folder, without those below it.</param>
    /// <param name="changed">Called on any thread, and more often than necessary.</param>
    /// <param name="lost">Called when it stops telling.</param>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the platform from watching, polling goes on.")]
    public static FolderWatch? TryStart(string folder, Action changed, Action lost)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(folder)
            {
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime,
            };
            watcher.Changed += (_, _) => changed();
            watcher.Created += (_, _) => changed();
            watcher.Deleted += (_, _) => changed();
            watcher.Renamed += (_, _) => changed();
            watcher.Error += (_, _) => lost();
            watcher.EnableRaisingEvents = true;
            return new FolderWatch(watcher);
        }
        catch (Exception)
        {
            watcher?.Dispose();
            return null;
        }
    }

    public void Dispose() => this.watcher.Dispose();
}
