using Microsoft.Extensions.Logging;

namespace FlagAnalyzers.Hosting;

/// <summary>Logs what happens to a store, each thing once.</summary>
internal sealed class StoreReporter : IDisposable
{
    private readonly object gate = new();
    private readonly FlagStore store;
    private readonly ILogger logger;
    private readonly Dictionary<string, string> failures = new(StringComparer.Ordinal);
    private HashSet<string> problems = new(StringComparer.Ordinal);
    private bool isDisposed;

    public StoreReporter(FlagStore store, ILogger logger)
    {
        this.store = store;
        this.logger = logger;
        store.Changed += this.OnChanged;
        store.SourceFailed += this.OnSourceFailed;
        store.SourceRecovered += this.OnSourceRecovered;
    }

    /// <summary>Logs what was wrong already before anybody listened, and settings and overlays without effect. Looks at all flags: not for a thread that somebody waits
    /// for.</summary>
    public void ReportHealth()
    {
        FlagStoreHealth health = this.store.Health;
        foreach (FlagSourceHealth source in health.Sources)
        {
            if (source.Error is { } error)
            {
                this.Fail(source.Name, error);
            }
        }

        lock (this.gate)
        {
            if (this.isDisposed)
            {
                return;
            }

            foreach (string problem in health.Problems)
            {
                if (!this.problems.Contains(problem))
                {
                    this.logger.SettingIgnored(problem);
                }
            }

            this.problems = new HashSet<string>(health.Problems, StringComparer.Ordinal);
        }
    }

    public void Dispose()
    {
        this.store.Changed -= this.OnChanged;
        this.store.SourceFailed -= this.OnSourceFailed;
        this.store.SourceRecovered -= this.OnSourceRecovered;
        lock (this.gate)
        {
            this.isDisposed = true;
        }
    }

    private void OnChanged(object? sender, FlagsChangedEventArgs change) => this.logger.FlagsChanged(string.Join(", ", change.Keys));

    private void OnSourceFailed(object? sender, FlagSourceFailedEventArgs failure) => this.Fail(failure.Source, failure.Error);

    private void OnSourceRecovered(object? sender, FlagSourceRecoveredEventArgs recovery)
    {
        lock (this.gate)
        {
            this.failures.Remove(recovery.Source);
        }

        this.logger.SourceRecovered(recovery.Source);
    }

    private void Fail(string source, string error)
    {
        lock (this.gate)
        {
            if (this.isDisposed || (this.failures.TryGetValue(source, out string? told) && told == error))
            {
                return;
            }

            this.failures[source] = error;
        }

        this.logger.SourceFailed(source, error);
    }
}
