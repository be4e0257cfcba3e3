using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Layers;
using FlagAnalyzers.Snapshots;
using FlagAnalyzers.Telemetry;

namespace FlagAnalyzers;

/// <content>How the layers of a store change.</content>
public sealed partial class FlagStore
{
    /// <summary>Takes what a source has read, if it is good.</summary>
    /// <param name="source">The source.</param>
    /// <param name="document">What it has read.</param>
    /// <param name="error">Why that is refused, or null.</param>
    /// <param name="later">Takes what handlers are to be told, for a caller that holds a lock of its own; null: they are told before this returns.</param>
    internal bool TryAccept(SourceLayer source, SourceDocument document, [NotNullWhen(false)] out string? error, PendingNews? later = null)
    {
        string? refused = null;
        this.Change(() =>
        {
            SourceDocument before = source.Document;
            if (document == before || !this.layers.Contains(source))
            {
                source.Succeed(this.TimeProvider.GetUtcNow());
                return;
            }

            source.Document = document;
            if (!LayeredManifest.TryCompose(this.root, this.layers, this.environment, out LayeredManifest? next, out refused)
                || !this.IsGoodItself(source, next, out refused))
            {
                source.Document = before;
                return;
            }

            source.Succeed(this.TimeProvider.GetUtcNow());
            FlagTelemetry.CountReload(source.Name, isAccepted: true);
            this.misfit = null;
            this.layered = next;
            this.Publish();
        }, later);
        error = refused;
        return refused is null;
    }

    /// <summary>A source was looked at and is as it was.</summary>
    internal void Succeed(SourceLayer source)
    {
        lock (this.gate)
        {
            source.Succeed(this.TimeProvider.GetUtcNow());
        }
    }

    /// <summary>A source cannot be read, or what it has was refused.</summary>
    internal void Fail(SourceLayer source, string error, PendingNews? later = null)
    {
        bool isNew;
        lock (this.gate)
        {
            isNew = source.Fail(error, this.TimeProvider.GetUtcNow());
        }

        if (isNew)
        {
            FlagTelemetry.CountReload(source.Name, isAccepted: false);
            this.Tell(later, () => this.Raise(this.SourceFailed, new FlagSourceFailedEventArgs(source.Name, error)));
        }
    }

    internal void Remove(SourceLayer source) => this.Change(() =>
    {
        // A store that is disposed of keeps what was in force.
        if (!this.isDisposed && this.layers.Remove(source))
        {
            this.Recompose();
        }
    });

    internal void Remove(FlagOverride one) => this.Change(() =>
    {
        if (this.overrides.Remove(one))
        {
            this.Publish();
        }
    });

    /// <summary>The program has changed under its compiled manifest. One that cannot be read any more leaves what is in force.</summary>
    internal void Reload(CompiledManifest manifest) => this.Change(() =>
    {
        if (this.root.TryRenew(manifest))
        {
            this.Recompose();
        }
    });

    /// <summary>A manifest that is not in force, because another lies above it, is read all the same: it may have its turn.</summary>
    private bool IsGoodItself(SourceLayer source, LayeredManifest next, [NotNullWhen(false)] out string? error)
    {
        error = null;
        return next.Base == source
            || source.Document.Manifest is not { } manifest
            || this.root.IsText(manifest.Text)
            || FlagSnapshot.TryLoad(manifest, [], out _, out error);
    }

    /// <summary>Puts the layers on each other anew. Each was good when it was taken; where they do not go together any more, what is in force stays.</summary>
    private void Recompose()
    {
        if (LayeredManifest.TryCompose(this.root, this.layers, this.environment, out LayeredManifest? next, out this.misfit))
        {
            this.layered = next;
            this.Publish();
        }
    }

    /// <summary>Puts in force what the layers and the overrides make together.</summary>
    private void Publish()
    {
        StoredManifest next = this.layered.Stored;
        this.overridden = OverrideTable.Empty;
        if (this.settings.Count > 0 || this.overrides.Count > 0)
        {
            this.overridden = OverrideTable.Of(next.Snapshot, this.root.Stored.Snapshot, this.settings, this.overrides);
            if (this.overridden.Flags.Count > 0)
            {
                next = new StoredManifest(next.Snapshot.With(this.overridden.Flags));
            }
        }

        Volatile.Write(ref this.current, next);
    }

    /// <summary>Runs a change alone, and tells of it when it is done and others may change the store again.</summary>
    private void Change(Action change, PendingNews? later = null)
    {
        StoredManifest before;
        StoredManifest after;
        string? problem;
        lock (this.gate)
        {
            before = this.current;
            problem = this.misfit;
            change();
            after = this.current;
            problem = problem == this.misfit ? null : this.misfit;
        }

        if (problem is not null)
        {
            this.Tell(later, () => this.Raise(this.SourceFailed, new FlagSourceFailedEventArgs("layers", problem)));
        }

        if (before != after && this.Changed is not null)
        {
            this.Tell(later, () => this.RaiseChanged(before, after));
        }
    }

    private void Tell(PendingNews? later, Action news)
    {
        if (later is null)
        {
            news();
        }
        else
        {
            later.Add(news);
        }
    }

    private void RaiseChanged(StoredManifest before, StoredManifest after)
    {
        IReadOnlyList<string> keys = ManifestChange.KeysBetween(before, after);
        if (keys.Count > 0)
        {
            this.Raise(this.Changed, new FlagsChangedEventArgs(keys));
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A handler must not stop the thread that watches a file, nor keep the other handlers from being told.")]
    private void Raise<T>(EventHandler<T>? handlers, T arguments)
        where T : EventArgs
    {
        foreach (Delegate handler in handlers?.GetInvocationList() ?? [])
        {
            try
            {
                ((EventHandler<T>)handler)(this, arguments);
            }
            catch (Exception exception)
            {
                Trace.TraceError("A handler of FlagStore failed: {0}", exception);
            }
        }
    }
}
