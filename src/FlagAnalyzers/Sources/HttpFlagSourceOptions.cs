namespace FlagAnalyzers;

/// <summary>How an <see cref="HttpFlagSource"/> asks its server. Read once, when the source is made.</summary>
public sealed class HttpFlagSourceOptions
{
    /// <summary>How long it waits after an answer before it asks again, give or take a tenth at random, so that the instances of a program do not ask all at once; 30 seconds.
    /// At most a day.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an answer may take, its last byte included; 10 seconds. At most a day.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many bytes a manifest may have, decompressed; 16 MiB. Of a longer one no more is read.</summary>
    public int MaximumSize { get; set; } = 16 * 1024 * 1024;

    /// <summary>How long it waits after the first failure, 1 second; twice as long after each further one. From the half of that to the whole, at random. A <c>Retry-After</c>
    /// of the server, up to an hour, counts where it is longer. At most a day.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest such wait; 1 minute. At most a day.</summary>
    public TimeSpan MaximumRetryDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gives the client for each request, with the headers, the credentials or the proxy that the server wants. It stays the caller's: it is not disposed of. Null:
    /// a client of the source's own, which follows redirects and keeps no cookies.</summary>
    public Func<HttpClient>? Client { get; set; }
}
