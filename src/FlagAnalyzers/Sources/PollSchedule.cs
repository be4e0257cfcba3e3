namespace FlagAnalyzers.Sources;

/// <summary>When a server is asked next. The instances of a program are spread, when all is well and when all have failed together.</summary>
/// <param name="interval">Between two answers.</param>
/// <param name="firstRetry">After the first failure in a row.</param>
/// <param name="longestRetry">After many.</param>
/// <param name="seed">The same seed gives the same waits.</param>
internal sealed class PollSchedule(TimeSpan interval, TimeSpan firstRetry, TimeSpan longestRetry, int seed)
{
    /// <summary>A server that asks for more is taken to be mistaken.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    private const double Spread = 0.1;

    private readonly Random random = new(seed);
    private int failures;

    public TimeSpan AfterAnswer()
    {
        this.failures = 0;
        return Scale(interval, 1 - Spread + (2 * Spread * this.random.NextDouble()));
    }

    /// <param name="retryAfter">What the server asked for, or null.</param>
    public TimeSpan AfterFailure(TimeSpan? retryAfter)
    {
        double doubled = firstRetry.Ticks * Math.Pow(2, Math.Min(this.failures, 60));
        this.failures++;
        TimeSpan own = Scale(TimeSpan.FromTicks((long)Math.Min(doubled, longestRetry.Ticks)), 0.5 + (0.5 * this.random.NextDouble()));
        TimeSpan asked = retryAfter is { } time ? Scale(time < LongestRetryAfter ? time : LongestRetryAfter, 1 + (Spread * this.random.NextDouble())) : TimeSpan.Zero;
        return asked > own ? asked : own;
    }

    private static TimeSpan Scale(TimeSpan time, double factor) => TimeSpan.FromTicks((long)(time.Ticks * factor));
}
