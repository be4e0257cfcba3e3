using System.Text;
using Microsoft.AspNetCore.Http;

namespace FlagAnalyzers.Sources.Http;

public sealed class HttpFlagSourceTests
{
    [Fact]
    public async Task Start_GoodAnswer_IsInForceWhenFirstAnswerCompletes()
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Manifest(FlagServer.Numbered(2)));
        await test.StartAsync();

        Assert.Equal(2, test.Number);
        Assert.True(test.Health.IsInForce);
        Assert.Equal(test.Clock.GetUtcNow(), test.Health.LastGood);
        Assert.Equal(test.Server.Address.ToString(), test.Health.Name);
    }

    [Fact]
    public async Task Start_SlowServer_HoldsNobodyUp()
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.NeverAsync);
        test.Begin();

        Assert.Equal(1, test.Number);
        Assert.False(test.Source.FirstAnswer.IsCompleted);
    }

    [Fact]
    public async Task Poll_NewManifest_IsInForceAfterTheInterval()
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Manifest(FlagServer.Numbered(2)));
        await test.StartAsync();
        test.Server.Answer = FlagServer.Manifest(FlagServer.Numbered(3));
        test.Clock.Advance(TimeSpan.FromSeconds(26));
        Assert.Equal(2, test.Number);

        test.Clock.Advance(TimeSpan.FromSeconds(8));
        await test.Clock.WaitAsync(2);

        Assert.Equal(3, test.Number);
    }

    [Fact]
    public async Task Poll_ServerWithETag_IsAskedForNewerOnesOnly()
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Manifest(FlagServer.Numbered(2), "W/\"two\""));
        await test.StartAsync();
        DateTimeOffset before = test.Clock.GetUtcNow();
        await test.Clock.PassAsync(1);

        Assert.Equal(["", "W/\"two\""], test.Server.Requests.Select(headers => headers.GetValueOrDefault("If-None-Match", "")));
        Assert.Equal(2, test.Number);
        Assert.True(test.Health.LastGood > before);

        test.Server.Answer = FlagServer.Manifest(FlagServer.Numbered(3), "\"three\"");
        await test.Clock.PassAsync(2);

        Assert.Equal(3, test.Number);
    }

    [Fact]
    public async Task Poll_ServerWithLastModifiedOnly_IsAskedWithIfModifiedSince()
    {
        const string Date = "Wed, 25 Nov 2026 10:00:00 GMT";
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(async context =>
        {
            context.Response.Headers.LastModified = Date;
            context.Response.StatusCode = context.Request.Headers.IfModifiedSince == Date ? 304 : 200;
            if (context.Response.StatusCode == 200)
            {
                await FlagServer.WriteAsync(context, FlagServer.Numbered(2));
            }
        });
        await test.StartAsync();
        await test.Clock.PassAsync(1);

        Assert.Equal(["", Date], test.Server.Requests.Select(headers => headers.GetValueOrDefault("If-Modified-Since", "")));
        Assert.DoesNotContain(test.Server.Requests, headers => headers.ContainsKey("If-None-Match"));
        Assert.Null(test.Health.Error);
        Assert.Equal(2, test.Number);
    }

    [Fact]
    public async Task Poll_RefusedManifest_IsAskedForAgainInFull()
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Manifest(FlagServer.Numbered(2), "\"two\""));
        await test.StartAsync();
        test.Server.Answer = FlagServer.Manifest("{", "\"broken\"");
        await test.Clock.PassAsync(1);
        TimeSpan wait = await test.Clock.PassAsync(2);

        Assert.Equal(["", "\"two\"", "\"two\""], test.Server.Requests.Select(headers => headers.GetValueOrDefault("If-None-Match", "")));
        Assert.Equal(2, test.Number);
        Assert.Single(test.Failures);
        Assert.InRange(wait, TimeSpan.FromSeconds(27), TimeSpan.FromSeconds(33));
    }

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public async Task Poll_BadAnswer_IsToldOnceAndTheLastGoodStays(string what, string expected)
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Manifest(FlagServer.Numbered(2)));
        test.Options.MaximumSize = 1000;
        await test.StartAsync();
        DateTimeOffset good = test.Clock.GetUtcNow();
        test.Server.Answer = BadAnswer(what);
        await test.Clock.PassAsync(1);
        DateTimeOffset failed = test.Clock.GetUtcNow();
        await test.Clock.PassAsync(2);

        Assert.Equal(2, test.Number);
        string sentence = test.Server.Address + expected.Replace("{0}", test.Server.Address.ToString(), StringComparison.Ordinal);
        Assert.Equal([sentence], test.Failures);
        Assert.Equal(sentence, test.Health.Error);
        Assert.Equal(good, test.Health.LastGood);
        Assert.Equal(failed, test.Health.FailingSince);

        test.Server.Answer = FlagServer.Manifest(FlagServer.Numbered(3));
        await test.Clock.PassAsync(3);

        Assert.Equal(3, test.Number);
        Assert.Null(test.Health.Error);
    }

    public static TheoryData<string, string> BadAnswers() => new()
    {
        { "404", ": answered 404 (NotFound). Expected 200 and a flags.json." },
        { "500", ": answered 500 (InternalServerError). Expected 200 and a flags.json." },
        { "204", ": answered 204 (NoContent). Expected 200 and a flags.json." },
        { "unasked 304", ": answered 304 (NotModified). Expected 200 and a flags.json." },
        { "page", ": answered with the content type text/html. Expected application/json; text/plain and application/octet-stream will do." },
        { "Latin", ": answered in the character set iso-8859-1. Expected UTF-8." },
        { "no UTF-8", ": the answer is not UTF-8." },
        { "announced too long", ": the answer is longer than 1000 bytes, the maximum size." },
        { "too long", ": the answer is longer than 1000 bytes, the maximum size." },
        { "cut off", ": the answer was cut off." },
        { "broken", "(1,11): Expected a value for \"flags\", found the end of the file." },
        { "redirect in a circle", ": answered 302 (Found), a redirect that is not followed, to {0}?…. Expected 200 and a flags.json." },
    };

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/vnd.shop.flags+json")]
    [InlineData("text/plain")]
    [InlineData("application/octet-stream")]
    [InlineData("binary/octet-stream")]
    public async Task Poll_ContentTypeOfAStaticServer_IsTaken(string contentType)
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Text(FlagServer.Numbered(2), contentType));
        await test.StartAsync();

        Assert.Equal(2, test.Number);
    }

    [Fact]
    public async Task Poll_ByteOrderMarkAndLongestManifestInPieces_AreTaken()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(FlagServer.Numbered(2))];
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Chunks(body[..40], body[40..]));
        test.Options.MaximumSize = body.Length;
        await test.StartAsync();

        Assert.Equal(2, test.Number);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Poll_AnswerThatTakesTooLong_IsGivenUp(bool begins)
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(begins ? FlagServer.HalfAsync : FlagServer.NeverAsync);
        test.Begin();
        await Until.TrueAsync(() => !test.Server.Requests.IsEmpty);
        await Task.Delay(begins ? 200 : 0);
        Assert.False(test.Source.FirstAnswer.IsCompleted);

        test.Clock.Advance(TimeSpan.FromSeconds(10));
        await test.Source.FirstAnswer;

        Assert.Equal([$"{test.Server.Address}: did not answer in full within 10 s."], test.Failures);
        Assert.Equal([TimeSpan.FromSeconds(10)], test.Clock.Timeouts);
        Assert.Equal(1, test.Number);
    }

    [Fact]
    public async Task Poll_Redirect_IsFollowed()
    {
        await using FlagServer other = await FlagServer.StartAsync(FlagServer.Manifest(FlagServer.Numbered(2)));
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Redirect(other.Address.ToString()));
        await test.StartAsync();

        Assert.Equal(2, test.Number);
    }

    [Fact]
    public async Task Poll_RedirectFromHttpsToHttp_IsRefused()
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Status(500));
        using HttpClient client = new(new AnswerHandler(() => new HttpResponseMessage
        {
            Content = new StringContent(FlagServer.Numbered(2), Encoding.UTF8, "application/json"),
            RequestMessage = new HttpRequestMessage(HttpMethod.Get, "http://flags.example/flags.json"),
        }));
        test.Options.Client = () => client;
        await test.StartAsync(new Uri("https://flags.example/flags.json"));

        Assert.Equal(1, test.Number);
        Assert.Equal(
            "https://flags.example/flags.json: redirects to http://flags.example/flags.json. What is asked for by https is not taken from http.",
            test.Health.Error);
    }

    [Fact]
    public async Task Poll_NobodyListens_IsToldWithTheReason()
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Status(500));
        Uri address = test.Server.Address;
        await test.Server.DisposeAsync();
        await test.StartAsync(address);

        Assert.StartsWith($"{address}: cannot be reached: ", test.Health.Error, StringComparison.Ordinal);
        Assert.Equal(1, test.Number);
    }

    [Fact]
    public async Task Poll_ClientThatThrows_IsAFailureLikeAnyOther()
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Manifest(FlagServer.Numbered(2)));
        bool isBroken = true;
        using HttpClient client = new();
        test.Options.Client = () => isBroken ? throw new InvalidOperationException("No token for password in sight.") : client;
        await test.StartAsync();
        Assert.Equal($"{test.Server.Address}: cannot be read: No token for password in sight.", test.Health.Error);

        isBroken = false;
        await test.Clock.PassAsync(1);

        Assert.Equal(2, test.Number);
    }

    [Fact]
    public async Task Poll_ClientOfTheUser_SendsItsHeadersAndIsNotDisposed()
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Manifest(FlagServer.Numbered(2)));
        using HttpClient client = new();
        client.DefaultRequestHeaders.Add("X-Token", "secret");
        test.Options.Client = () => client;
        await test.StartAsync();
        test.Source.Dispose();

        Assert.Equal("secret", test.Server.Requests.Single()["X-Token"]);
        Assert.Contains("\"short\"", await client.GetStringAsync(test.Server.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Poll_CredentialsInTheAddress_AreSentAndNotTold()
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Status(403));
        UriBuilder address = new(test.Server.Address) { UserName = "shop", Password = "pa%20ss", Query = "sig=abc123" };
        await test.StartAsync(address.Uri);

        Assert.Equal($"{test.Server.Address}?…", test.Source.Name);
        Assert.Equal($"{test.Server.Address}?…: answered 403 (Forbidden). Expected 200 and a flags.json.", test.Health.Error);
        Assert.Equal("Basic " + Convert.ToBase64String("shop:pa ss"u8), test.Server.Requests.Single()["Authorization"]);
    }

    [Fact]
    public async Task Refresh_WhileWaiting_AsksAtOnce()
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Manifest(FlagServer.Numbered(2)));
        await test.StartAsync();
        test.Server.Answer = FlagServer.Manifest(FlagServer.Numbered(3));
        test.Store.Refresh();
        await test.Clock.WaitAsync(2);

        Assert.Equal(3, test.Number);
    }

    [Fact]
    public async Task Refresh_WhileARequestIsUnderWay_AsksOnceMore()
    {
        TaskCompletionSource release = new();
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(async context =>
        {
            await release.Task;
            await FlagServer.WriteAsync(context, FlagServer.Numbered(2));
        });
        test.Begin();
        await Until.TrueAsync(() => !test.Server.Requests.IsEmpty);
        test.Source.Refresh();
        test.Source.Refresh();
        release.SetResult();
        await test.Clock.WaitAsync(2);

        Assert.Equal(2, test.Server.Requests.Count);
    }

    [Fact]
    public async Task Dispose_Source_StopsAskingAndTheStoreGoesOnWithWhatLiesBelow()
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Manifest(FlagServer.Numbered(2)));
        await test.StartAsync();
        test.Source.Dispose();
        test.Source.Dispose();
        test.Source.Refresh();
        test.Clock.Advance(TimeSpan.FromHours(1));
        await Task.Delay(50);

        Assert.Equal(1, test.Number);
        Assert.Single(test.Server.Requests);
    }

    [Fact]
    public async Task Dispose_WhileARequestIsUnderWay_CancelsIt()
    {
        TaskCompletionSource cancelled = new();
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(async context =>
        {
            await using CancellationTokenRegistration registration = context.RequestAborted.Register(cancelled.SetResult);
            await cancelled.Task;
        });
        test.Begin();
        await Until.TrueAsync(() => !test.Server.Requests.IsEmpty);
        test.Store.Dispose();

        await test.Source.FirstAnswer;
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(test.Failures);
    }

    [Fact]
    public async Task Dispose_Store_KeepsWhatIsInForceAndTakesNothingMore()
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Manifest(FlagServer.Numbered(2)));
        await test.StartAsync();
        test.Server.Answer = FlagServer.Manifest(FlagServer.Numbered(3));
        test.Store.Dispose();
        test.Clock.Advance(TimeSpan.FromHours(1));
        await Task.Delay(50);

        Assert.Equal(2, test.Number);
        Assert.Single(test.Server.Requests);
    }

    [Fact]
    public void Constructor_WhatCannotBe_IsRefused()
    {
        Uri address = new("https://flags.example/flags.json");

        Assert.Throws<ArgumentNullException>(() => new HttpFlagSource(null!));
        Assert.Throws<ArgumentException>(() => new HttpFlagSource(new Uri("flags.json", UriKind.Relative)));
        Assert.Throws<ArgumentException>(() => new HttpFlagSource(new Uri("file:///flags.json")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HttpFlagSource(address, new HttpFlagSourceOptions { Interval = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HttpFlagSource(address, new HttpFlagSourceOptions { Timeout = TimeSpan.FromDays(2) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HttpFlagSource(address, new HttpFlagSourceOptions { RetryDelay = -TimeSpan.FromSeconds(1) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HttpFlagSource(address, new HttpFlagSourceOptions { MaximumSize = 0 }));
    }

    private static Func<HttpContext, Task> BadAnswer(string what) => what switch
    {
        "404" => FlagServer.Status(404),
        "500" => FlagServer.Status(500),
        "204" => FlagServer.Status(204),
        "unasked 304" => FlagServer.Status(304),
        "page" => FlagServer.Text("<html>", "text/html"),
        "Latin" => FlagServer.Text(FlagServer.Numbered(99), "application/json; charset=iso-8859-1"),
        "no UTF-8" => FlagServer.Chunks([.. "{ \"flags\": { \""u8, 0xE9, .. "\": {} } }"u8]),
        "announced too long" => FlagServer.Text(FlagServer.Numbered(99) + new string(' ', 1000), "application/json"),
        "too long" => FlagServer.Chunks(Encoding.UTF8.GetBytes(FlagServer.Numbered(99)), new byte[600], new byte[600]),
        "cut off" => FlagServer.CutOff(TimeSpan.FromSeconds(1)),
        "broken" => FlagServer.Text("{ \"flags\": ", "application/json"),
        "redirect in a circle" => FlagServer.Redirect("/flags.json?token=secret"),
        _ => throw new ArgumentException(what),
    };

    private sealed class AnswerHandler(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer());
    }
}
