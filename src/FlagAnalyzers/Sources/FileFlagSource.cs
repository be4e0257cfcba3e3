using System.Diagnostics.CodeAnalysis;
using FlagAnalyzers.Layers;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Sources;

namespace FlagAnalyzers;

/// <summary>A <c>flags.json</c> on disk and the overlay of the environment beside it, <c>flags.&lt;Environment&gt;.json</c>; both are followed while the program runs.</summary>
/// <remarks>Saves in place, saves by renaming, links that are led elsewhere, files that come later or come back: all are seen. A file that is half written, broken or
/// gone leaves its last good content in force. To take an overlay back, write <c>{ "flags": {} }</c> into it.</remarks>
public sealed class FileFlagSource : FlagSource
{
    /// <summary>Editors touch a file several times for one save.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(15);

    /// <summary>What is broken may be half written: it is looked at once more before anybody is told.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    private readonly object looking = new();
    private readonly string path;
    private readonly FileFlagSourceOptions options;
    private readonly bool isLibraryOverlay;
    private FolderWatch? watch;
    private ITimer? soon;
    private ITimer? poll;
    private bool isSoon;
    private bool isDisposed;

    /// <summary>What was published last, and what the files were then.</summary>
    private SourceDocument published = SourceDocument.None;
    private (FileStamp?, FileStamp?, string?) seen;

    /// <summary>Whether that was found again by a later look: the clocks of file systems are coarse, and a file may change twice in one of their ticks.</summary>
    private bool isConfirmed;

    /// <summary>What was found wrong at the last look, since when, and whether it has been told.</summary>
    private string? suspicion;
    private long suspectedAt;
    private bool isReported;

    /// <summary>A source for a file that may not be there yet.</summary>
    /// <param name="path">The file; a relative path is taken from the current directory of the process.</param>
    /// <param name="options">How it is looked at; null: watched, and polled every 2 seconds.</param>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> cannot be a path.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The poll interval is not positive.</exception>
    public FileFlagSource(string path, FileFlagSourceOptions? options = null)
        : this(path, options, isLibraryOverlay: false)
    {
    }

    /// <param name="path">See the other constructor.</param>
    /// <param name="options">See the other constructor.</param>
    /// <param name="isLibraryOverlay">Whether the file is an overlay on flags that a library has compiled in, rather than a manifest.</param>
    internal FileFlagSource(string path, FileFlagSourceOptions? options, bool isLibraryOverlay)
        : base(Path.GetFullPath(path ?? throw new ArgumentNullException(nameof(path))))
    {
        this.path = this.Name;
        this.options = options ?? new FileFlagSourceOptions();
        this.isLibraryOverlay = isLibraryOverlay;
        if (this.options.PollInterval <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(options), this.options.PollInterval, "The poll interval is not positive.");
        }
    }

    /// <inheritdoc/>
    public override void Refresh() => this.Look(isPoll: false);

    /// <inheritdoc/>
    protected override void Start()
    {
        this.soon = this.TimeProvider.CreateTimer(static source => ((FileFlagSource)source!).LookSoon(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        this.poll = this.TimeProvider.CreateTimer(static source => ((FileFlagSource)source!).Poll(), this, this.options.PollInterval, this.options.PollInterval);
        this.Look(isPoll: false);
        if (this.options.Watch)
        {
            // Asking the operating system takes longer than reading the file, and nobody waits for it.
            ThreadPool.QueueUserWorkItem(static source => ((FileFlagSource)source!).StartWatching(), this);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        lock (this.looking)
        {
            this.isDisposed = true;
            this.watch?.Dispose();
            this.soon?.Dispose();
            this.poll?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void StartWatching()
    {
        lock (this.looking)
        {
            if (this.isDisposed || this.watch is not null || Path.GetDirectoryName(this.path) is not { } folder || !Directory.Exists(folder))
            {
                return;
            }

            this.watch = FolderWatch.TryStart(folder, () => this.LookIn(Settling), this.StopWatching);
        }

        // What changed between the first look and now.
        this.Look(isPoll: false);
    }

    /// <summary>Polling goes on, and finds out whether watching can be had again.</summary>
    private void StopWatching()
    {
        lock (this.looking)
        {
            this.watch?.Dispose();
            this.watch = null;
        }
    }

    private void LookIn(TimeSpan delay)
    {
        lock (this.looking)
        {
            // The first of many touches sets the time; the others do not put it off.
            if (!this.isSoon && !this.isDisposed)
            {
                this.isSoon = true;
                this.soon?.Change(delay, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void LookSoon()
    {
        lock (this.looking)
        {
            this.isSoon = false;
        }

        this.Look(isPoll: false);
    }

    private void Poll()
    {
        if (this.options.Watch && this.watch is null)
        {
            this.StartWatching();
        }

        this.Look(isPoll: true);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Runs on threads of timers and watchers: what is thrown there ends the process.")]
    private void Look(bool isPoll)
    {
        PendingNews news = new();
        try
        {
            lock (this.looking)
            {
                if (!this.isDisposed)
                {
                    this.LookAlone(isPoll, news);
                }
            }
        }
        catch (Exception exception)
        {
            this.ReportFailure($"{this.path}: {exception.Message}", news);
        }

        news.Tell();
    }

    private void LookAlone(bool isPoll, PendingNews news)
    {
        string? environment = this.Environment;
        string? overlayPath = this.OverlayPath(environment);

        // Before reading: what changes while it is read is read again.
        (FileStamp?, FileStamp?, string?) stamps = (FileStamp.Of(this.path), overlayPath is null ? null : FileStamp.Of(overlayPath), environment);
        if (isPoll && this.isConfirmed && this.suspicion is null && stamps == this.seen && stamps.Item1 is not null)
        {
            return;
        }

        FileReading manifest = FileReading.Of(this.path);
        FileReading overlay = overlayPath is null ? FileReading.Missing : FileReading.Of(overlayPath);
        string? problem = manifest.Error ?? overlay.Error ?? this.WhatIsGone(manifest, overlay, overlayPath, environment);
        if (problem is null)
        {
            SourceDocument document = this.Document(manifest, overlay, overlayPath, environment);
            if (document == SourceDocument.None)
            {
                return;
            }

            if (this.TryPublish(document, out problem, news))
            {
                this.isConfirmed = document == this.published;
                this.published = document;
                this.seen = stamps;
                this.suspicion = null;
                return;
            }
        }

        this.Suspect(problem, news);
    }

    /// <summary>Tells what is wrong, once it has been wrong for a while.</summary>
    private void Suspect(string problem, PendingNews news)
    {
        if (problem != this.suspicion)
        {
            this.suspicion = problem;
            this.suspectedAt = this.TimeProvider.GetTimestamp();
            this.isReported = false;
        }

        if (!this.isReported && (this.published == SourceDocument.None || this.TimeProvider.GetElapsedTime(this.suspectedAt) >= Patience))
        {
            this.isReported = true;
            this.ReportFailure(problem, news);
        }

        if (!this.isReported)
        {
            this.LookIn(Patience);
        }
    }

    private string? OverlayPath(string? environment) =>
        environment is not null && FlagEnvironment.IsFileName(environment)
            ? Path.Combine(Path.GetDirectoryName(this.path) ?? "", $"{Path.GetFileNameWithoutExtension(this.path)}.{environment}{Path.GetExtension(this.path)}")
            : null;

    private SourceDocument Document(FileReading manifest, FileReading overlay, string? overlayPath, string? environment)
    {
        ManifestDocument? document = manifest.Text is { } text ? new ManifestDocument(this.path, text) : null;
        ManifestDocument? overlaying = overlay.Text is { } overlayText ? new ManifestDocument(overlayPath ?? "", overlayText) : null;
        return document is null && overlaying is null ? SourceDocument.None
            : this.isLibraryOverlay ? new SourceDocument(null, overlaying, environment, LibraryOverlay: document)
            : new SourceDocument(document, overlaying, environment);
    }

    /// <summary>A file that was there and is not any more.</summary>
    private string? WhatIsGone(FileReading manifest, FileReading overlay, string? overlayPath, string? environment)
    {
        const string WhatNow = "is gone; what it said last stays in force until it is back.";
        return manifest.Text is null && (this.published.Manifest ?? this.published.LibraryOverlay) is not null ? $"{this.path} {WhatNow}"
            : overlay.Text is null && this.published.EnvironmentOverlay is not null && this.published.Environment == environment ? $"{overlayPath} {WhatNow}"
            : null;
    }
}
