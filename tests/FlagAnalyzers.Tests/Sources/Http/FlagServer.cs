using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FlagAnalyzers.Sources.Http;

/// <summary>A server that answers as a test wants it to.</summary>
internal sealed class FlagServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private FlagServer(WebApplication application) => this.application = application;

    public Func<HttpContext, Task> Answer { get; set; } = Manifest("{}");

    /// <summary>The headers of all requests so far.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Requests { get; } = new();

    public Uri Address => new(this.application.Urls.Single() + "/flags.json");

    public static async Task<FlagServer> StartAsync(Func<HttpContext, Task>? answer = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        FlagServer server = new(application);
        server.Answer = answer ?? server.Answer;
        application.Run(async context =>
        {
            server.Requests.Enqueue(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
            await server.Answer(context);
        });
        await application.StartAsync();
        return server;
    }

    /// <summary>A manifest with two flags that both have a number in their values.</summary>
    public static string Numbered(int number) => $$"""{ "flags": { "short": {{Integer(number)}}, "max-upload-mb": {{Integer(number)}} } }""";

    /// <summary>An answer with a version, and 304 for whoever has it.</summary>
    public static Func<HttpContext, Task> Manifest(string text, string? tag = null) => async context =>
    {
        if (tag is not null)
        {
            context.Response.Headers.ETag = tag;
            if (context.Request.Headers.IfNoneMatch == tag)
            {
                context.Response.StatusCode = 304;
                return;
            }
        }

        await WriteAsync(context, text);
    };

    public static Func<HttpContext, Task> Status(int status, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return Task.CompletedTask;
    };

    public static Func<HttpContext, Task> Text(string text, string contentType) => context => WriteAsync(context, text, contentType);

    /// <summary>Bytes without a length in front.</summary>
    public static Func<HttpContext, Task> Chunks(params byte[][] chunks) => async context =>
    {
        context.Response.ContentType = "application/json";
        foreach (byte[] chunk in chunks)
        {
            await context.Response.Body.WriteAsync(chunk);
            await context.Response.Body.FlushAsync();
        }
    };

    public static Func<HttpContext, Task> Redirect(string target) => context =>
    {
        context.Response.Redirect(target);
        return Task.CompletedTask;
    };

    /// <summary>Half of what was promised, then the connection is gone.</summary>
    /// <param name="later">How long the client has to read the headers; before that, it is a connection that fails.</param>
    public static Func<HttpContext, Task> CutOff(TimeSpan later) => async context =>
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync(Numbered(99));
        await context.Response.Body.FlushAsync();
        await Task.Delay(later);
        context.Abort();
    };

    /// <summary>No answer at all, until the client has enough.</summary>
    public static Task NeverAsync(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    /// <summary>Headers and the first bytes, and no more.</summary>
    public static async Task HalfAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Numbered(99)[..10]);
        await context.Response.Body.FlushAsync();
        await NeverAsync(context);
    }

    public static async Task WriteAsync(HttpContext context, string text, string contentType = "application/json")
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }

    public async ValueTask DisposeAsync()
    {
        // Those who still wait for an answer must not hold the test up.
        using CancellationTokenSource enough = new(TimeSpan.FromMilliseconds(100));
        try
        {
            await this.application.StopAsync(enough.Token);
        }
        catch (OperationCanceledException)
        {
        }

        await this.application.DisposeAsync();
    }

    private static string Integer(int number) => $$"""{ "flagType": "integer", "defaultValue": 0, "variants": { "a": {{number}} }, "defaultVariant": "a" }""";
}
