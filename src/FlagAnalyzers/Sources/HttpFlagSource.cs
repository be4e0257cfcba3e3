using System.Diagnostics.CodeAnalysis;
using FlagAnalyzers.Sources;

namespace FlagAnalyzers;

/// <summary>A <c>flags.json</c> on an HTTP(S) server, asked for again and again. Any static server will do; one with <c>ETag</c> or <c>Last-Modified</c> sends it only when
/// it has changed.</summary>
/// <remarks>The first request starts when the source is added, in the background; <see cref="FirstAnswer"/> tells when it has been answered. Whatever goes wrong, the
/// last good manifest stays in force, and the failure shows in <see cref="FlagStore.Health"/>.</remarks>
public sealed class HttpFlagSource : FlagSource
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly object gate = new();
    private readonly HttpAddress address;
    private readonly HttpFetch fetch;
    private readonly PollSchedule schedule;
    private readonly TaskCompletionSource<bool> first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource stop = new();
    private readonly SemaphoreSlim due = new(0);
    private ITimer? timer;
    private bool isDisposed;

    /// <summary>A source for an address.</summary>
    /// <param name="address">The address. User and password in it are sent as <c>Authorization: Basic</c>; messages show neither them nor the query.</param>
    /// <param name="options">How it is asked; null: every 30 seconds.</param>
    /// <exception cref="ArgumentNullException"><paramref name="address"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="address"/> is no absolute address of http or https.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is not positive or longer than a day, or the size is not positive.</exception>
    public HttpFlagSource(Uri address, HttpFlagSourceOptions? options = null)
        : this(address, options, seed: Guid.NewGuid().GetHashCode())
    {
    }

    /// <param name="address">See the other constructor.</param>
    /// <param name="options">See the other constructor.</param>
    /// <param name="seed">What the random part of the waits is made from.</param>
    internal HttpFlagSource(Uri address, HttpFlagSourceOptions? options, int seed)
        : base(HttpAddress.NameOf(address))
    {
        options ??= new HttpFlagSourceOptions();
        Check(options.Interval, nameof(options.Interval));
        Check(options.Timeout, nameof(options.Timeout));
        Check(options.RetryDelay, nameof(options.RetryDelay));
        Check(options.MaximumRetryDelay, nameof(options.MaximumRetryDelay));
        if (options.MaximumSize is <= 0 or int.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.MaximumSize, "MaximumSize is a number of bytes from 1 to 2,147,483,646.");
        }

        this.address = new HttpAddress(address);
        this.fetch = new HttpFetch(this.address, options);
        this.schedule = new PollSchedule(options.Interval, options.RetryDelay, options.MaximumRetryDelay, seed);
    }

    /// <summary>Completes when the first request has been answered, well or not, and what came is in force; or when the source is disposed of. Never fails.</summary>
    public Task FirstAnswer => this.first.Task;

    /// <summary>Asks the server now, and goes on from there with its intervals. Does not wait for the answer.</summary>
    public override void Refresh()
    {
        lock (this.gate)
        {
            // One that is asked for while another is under way follows it: that one may be too old.
            if (!this.isDisposed && this.timer is not null && this.due.CurrentCount == 0)
            {
                this.due.Release();
            }
        }
    }

    /// <inheritdoc/>
    protected override void Start()
    {
        // Not in the context of whoever happens to add the source: its activity and its user are none of ours.
        ThreadPool.UnsafeQueueUserWorkItem(static source => _ = ((HttpFlagSource)source!).PollAsync(), this);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        lock (this.gate)
        {
            if (this.isDisposed)
            {
                return;
            }

            this.isDisposed = true;
            this.timer?.Dispose();
        }

        this.stop.Cancel();
        this.fetch.Dispose();
        base.Dispose(disposing);
        this.first.TrySetResult(true);
    }

    private static void Check(TimeSpan time, string name)
    {
        if (time <= TimeSpan.Zero || time > Longest)
        {
            throw new ArgumentOutOfRangeException("options", time, $"{name} is a time that is positive and at most a day.");
        }
    }

    private async Task PollAsync()
    {
        lock (this.gate)
        {
            if (this.isDisposed)
            {
                return;
            }

            this.timer = this.TimeProvider.CreateTimer(static source => ((HttpFlagSource)source!).Refresh(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        try
        {
            while (!this.stop.IsCancellationRequested)
            {
                HttpReading reading = await this.fetch.GetAsync(this.TimeProvider, this.stop.Token).ConfigureAwait(false);
                if (!this.stop.IsCancellationRequested)
                {
                    TimeSpan wait = this.Take(reading);
                    this.first.TrySetResult(true);
                    await this.WaitAsync(wait).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed of.
        }
    }

    /// <returns>How long to wait before the next request.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Runs on a thread of its own: the source goes on whatever happens.")]
    private TimeSpan Take(HttpReading reading)
    {
        try
        {
            if (reading.Error is { } error)
            {
                this.ReportFailure(error);
                return this.schedule.AfterFailure(reading.RetryAfter);
            }

            if (reading.Text is not { } text)
            {
                this.ReportUnchanged();
            }
            else if (this.TryPublish(text, out _))
            {
                this.fetch.Keep(reading);
            }

            // A manifest that is refused is no fault of the server: the repaired one is found as soon as any other.
            return this.schedule.AfterAnswer();
        }
        catch (Exception exception)
        {
            this.ReportFailure($"{this.Name}: {this.address.WithoutSecrets(exception.Message)}");
            return this.schedule.AfterFailure(null);
        }
    }

    private async Task WaitAsync(TimeSpan time)
    {
        this.SetTimer(time);
        await this.due.WaitAsync(this.stop.Token).ConfigureAwait(false);
        this.SetTimer(Timeout.InfiniteTimeSpan);
    }

    private void SetTimer(TimeSpan time)
    {
        lock (this.gate)
        {
            if (!this.isDisposed)
            {
                this.timer?.Change(time, Timeout.InfiniteTimeSpan);
            }
        }
    }
}
