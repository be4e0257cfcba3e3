using System.Net;

namespace FlagAnalyzers.Sources;

/// <summary>The client of a source that was given none.</summary>
internal static class OwnHttpClient
{
    public static HttpClient Create()
    {
        // The source has a timeout of its own, on the clock of the store.
        return new HttpClient(CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
    }

#if NET
    private static HttpMessageHandler CreateHandler() => OperatingSystem.IsBrowser()
        ? new HttpClientHandler()
        : new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,

            // Follows a name to its new address, in a process that runs for months.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
#else
    private static HttpMessageHandler CreateHandler() => new HttpClientHandler
    {
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        UseCookies = false,
    };
#endif
}
