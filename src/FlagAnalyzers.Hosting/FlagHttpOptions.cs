namespace FlagAnalyzers.Hosting;

/// <summary>A manifest on a server. See <see cref="HttpFlagSourceOptions"/>.</summary>
public sealed class FlagHttpOptions
{
    /// <summary>Where it is, https or http. Null: no server is asked.</summary>
    public Uri? Address { get; set; }

    /// <summary>See <see cref="HttpFlagSourceOptions.Interval"/>.</summary>
    public TimeSpan Interval { get; set; } = new HttpFlagSourceOptions().Interval;

    /// <summary>See <see cref="HttpFlagSourceOptions.Timeout"/>.</summary>
    public TimeSpan Timeout { get; set; } = new HttpFlagSourceOptions().Timeout;

    /// <summary>See <see cref="HttpFlagSourceOptions.MaximumSize"/>.</summary>
    public int MaximumSize { get; set; } = new HttpFlagSourceOptions().MaximumSize;

    /// <summary>See <see cref="HttpFlagSourceOptions.RetryDelay"/>.</summary>
    public TimeSpan RetryDelay { get; set; } = new HttpFlagSourceOptions().RetryDelay;

    /// <summary>See <see cref="HttpFlagSourceOptions.MaximumRetryDelay"/>.</summary>
    public TimeSpan MaximumRetryDelay { get; set; } = new HttpFlagSourceOptions().MaximumRetryDelay;

    /// <summary>Gives the client for each request, such as one of an <c>IHttpClientFactory</c>; called with the services of the host. See
    /// <see cref="HttpFlagSourceOptions.Client"/>.</summary>
    public Func<IServiceProvider, HttpClient>? Client { get; set; }

    /// <summary>Null where there is no address.</summary>
    internal HttpFlagSource? CreateSource(IServiceProvider services)
    {
        if (this.Address is not { } address)
        {
            return null;
        }

        Func<IServiceProvider, HttpClient>? client = this.Client;
        return new HttpFlagSource(address, new HttpFlagSourceOptions
        {
            Interval = this.Interval,
            Timeout = this.Timeout,
            MaximumSize = this.MaximumSize,
            RetryDelay = this.RetryDelay,
            MaximumRetryDelay = this.MaximumRetryDelay,
            Client = client is null ? null : () => client(services),
        });
    }
}
