using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace FlagAnalyzers.Sources.Http;

/// <summary>A clock that a test moves, and that remembers which waits were begun.</summary>
internal sealed class PollClock : FakeTimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> waits = new();
    private readonly ConcurrentQueue<TimeSpan> timeouts = new();

    public PollClock()
        : base(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>The waits between two requests, in their order.</summary>
    public IReadOnlyCollection<TimeSpan> Waits => this.waits;

    public IReadOnlyCollection<TimeSpan> Timeouts => this.timeouts;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = new RecordedTimer(this.waits, base.CreateTimer(callback, state, dueTime, period));
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            this.timeouts.Enqueue(dueTime);
        }

        return timer;
    }

    /// <summary>Comes back when a source has begun its n-th wait; how long that is.</summary>
    public async Task<TimeSpan> WaitAsync(int number)
    {
        await Until.TrueAsync(() => this.waits.Count >= number);
        return this.waits.ElementAt(number - 1);
    }

    /// <summary>Lets the n-th wait end, and comes back when the next one has begun.</summary>
    public async Task<TimeSpan> PassAsync(int number)
    {
        this.Advance(await this.WaitAsync(number));
        return await this.WaitAsync(number + 1);
    }

    private sealed class RecordedTimer(ConcurrentQueue<TimeSpan> waits, ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool isChanged = inner.Change(dueTime, period);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                waits.Enqueue(dueTime);
            }

            return isChanged;
        }

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
