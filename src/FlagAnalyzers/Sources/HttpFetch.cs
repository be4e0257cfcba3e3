using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace FlagAnalyzers.Sources;

/// <summary>Asks a server for a manifest, one request at a time.</summary>
internal sealed class HttpFetch : IDisposable
{
    private const string Expected = "Expected 200 and a flags.json.";

    private readonly HttpAddress address;
    private readonly TimeSpan timeout;
    private readonly int maximumSize;
    private readonly Func<HttpClient> client;
    private readonly HttpClient? own;
    private HttpValidator? validator;

    public HttpFetch(HttpAddress address, HttpFlagSourceOptions options)
    {
        this.address = address;
        this.timeout = options.Timeout;
        this.maximumSize = options.MaximumSize;
        if (options.Client is { } given)
        {
            this.client = given;
        }
        else
        {
            HttpClient created = OwnHttpClient.Create();
            this.own = created;
            this.client = () => created;
        }
    }

    public void Dispose() => this.own?.Dispose();

    /// <summary>The manifest was taken: the server is asked for newer ones only.</summary>
    public void Keep(HttpReading reading) => this.validator = reading.Validator;

    /// <summary>Does not throw.</summary>
    /// <param name="time">The clock of the timeout and of a <c>Retry-After</c> that is a date.</param>
    /// <param name="stop">Whoever cancels it does not look at the result.</param>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a server or a client of the user's does, it is a failure to be told, not the end of the process.")]
    public async Task<HttpReading> GetAsync(TimeProvider time, CancellationToken stop)
    {
#if NET
        using CancellationTokenSource late = new(this.timeout, time);
#else
        using CancellationTokenSource late = time.CreateCancellationTokenSource(this.timeout);
#endif
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            return await this.ExchangeAsync(time, either.Token).ConfigureAwait(false);
        }
        catch (Exception) when (late.IsCancellationRequested)
        {
            return this.Failed(string.Format(CultureInfo.InvariantCulture, "did not answer in full within {0} s.", this.timeout.TotalSeconds));
        }
        catch (OperationCanceledException)
        {
            return this.Failed("did not answer in full before the client gave up.");
        }
        catch (IOException)
        {
            return this.Failed("the answer was cut off.");
        }
        catch (Exception exception)
        {
            string what = exception is HttpRequestException ? "cannot be reached" : "cannot be read";
            return this.Failed($"{what}: {this.address.WithoutSecrets(exception.GetBaseException().Message)}");
        }
    }

    private async Task<HttpReading> ExchangeAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        HttpValidator? sent = this.validator;
        using HttpRequestMessage request = this.CreateRequest(sent);
        using HttpResponseMessage response = await this.client().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.NotModified && sent is not null)
        {
            return HttpReading.Unchanged;
        }

        if (this.ProblemOf(response) is { } problem)
        {
            return this.Failed(problem, RetryAfterOf(response, time));
        }

        // Streams of some handlers do not look at the token.
        using CancellationTokenRegistration _ = cancellationToken.Register(static response => ((HttpResponseMessage)response!).Dispose(), response);
        long? length = response.Content.Headers.ContentLength;
        HttpValidator? next = ValidatorOf(response);
#if NET
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        if (await HttpBody.ReadAsync(stream, length, this.maximumSize, cancellationToken).ConfigureAwait(false) is not { } body)
        {
            return this.Failed(this.TooLong());
        }

        if (length is { } announced && announced != body.Count)
        {
            return this.Failed("the answer was cut off.");
        }

        return HttpBody.Decode(body) is { } text ? new HttpReading(text, null, next) : this.Failed("the answer is not UTF-8.");
    }

    private HttpRequestMessage CreateRequest(HttpValidator? known)
    {
        HttpRequestMessage request = new(HttpMethod.Get, this.address.Request);
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/plain;q=0.9, */*;q=0.1");
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation(known.Header, known.Value);
        }

        if (this.address.BasicCredentials is { } credentials)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        }

        return request;
    }

    /// <summary>What keeps the body from being read at all; or null.</summary>
    private string? ProblemOf(HttpResponseMessage response)
    {
        string status = string.Format(CultureInfo.InvariantCulture, "answered {0} ({1})", (int)response.StatusCode, response.StatusCode);
        if ((int)response.StatusCode is >= 300 and < 400 and not 304 && response.Headers.Location is { } location)
        {
            Uri target = location.IsAbsoluteUri ? location : new Uri(this.address.Request, location);
            return $"{status}, a redirect that is not followed, to {(target.Scheme is "http" or "https" ? HttpAddress.NameOf(target) : target.Scheme + ":…")}. {Expected}";
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            return $"{status}. {Expected}";
        }

        // Handlers of .NET Framework follow such a redirect.
        if (this.address.Request.Scheme == "https" && response.RequestMessage?.RequestUri is { Scheme: not "https" } unsafeAddress)
        {
            return $"redirects to {HttpAddress.NameOf(unsafeAddress)}. What is asked for by https is not taken from http.";
        }

        MediaTypeHeaderValue? type = response.Content.Headers.ContentType;
        if (!IsJson(type?.MediaType))
        {
            return $"answered with the content type {type?.MediaType}. Expected application/json; text/plain and application/octet-stream will do.";
        }

        if (type?.CharSet?.Trim('"') is { Length: > 0 } charset && charset.ToUpperInvariant() is not ("UTF-8" or "UTF8" or "US-ASCII"))
        {
            return $"answered in the character set {charset}. Expected UTF-8.";
        }

        return response.Content.Headers.ContentLength > this.maximumSize ? this.TooLong() : null;
    }

    /// <summary>What static servers and object stores give a file that they know or do not know.</summary>
    private static bool IsJson(string? mediaType) => mediaType?.ToLowerInvariant() switch
    {
        null or "application/json" or "text/json" or "text/plain" or "application/octet-stream" or "binary/octet-stream" => true,
        string other => other.EndsWith("+json", StringComparison.Ordinal),
    };

    private static HttpValidator? ValidatorOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("ETag", out IEnumerable<string>? tags) && tags.FirstOrDefault() is { Length: > 0 } tag ? new HttpValidator("If-None-Match", tag)
        : response.Content.Headers.TryGetValues("Last-Modified", out IEnumerable<string>? dates) && dates.FirstOrDefault() is { Length: > 0 } date ? new HttpValidator("If-Modified-Since", date)
        : null;

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response, TimeProvider time) =>
        response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - time.GetUtcNow() : null;

    private string TooLong() => string.Format(CultureInfo.InvariantCulture, "the answer is longer than {0} bytes, the maximum size.", this.maximumSize);

    private HttpReading Failed(string problem, TimeSpan? retryAfter = null) => HttpReading.Failed($"{this.address.Name}: {problem}", retryAfter);
}
