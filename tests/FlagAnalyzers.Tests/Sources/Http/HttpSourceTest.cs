using FlagAnalyzers.Flags;

namespace FlagAnalyzers.Sources.Http;

/// <summary>A server, a clock, and a store that knows the manifest with the number 1 before it asks the server.</summary>
internal sealed class HttpSourceTest : IAsyncDisposable
{
    private HttpSourceTest(FlagServer server) => this.Server = server;

    public FlagServer Server { get; }

    public PollClock Clock { get; } = new();

    public HttpFlagSourceOptions Options { get; } = new();

    public FlagStore Store { get; private set; } = null!;

    public HttpFlagSource Source { get; private set; } = null!;

    public List<string> Failures { get; } = [];

    public int Number => new ShopFlags(this.Store, new ShopContext()).Short;

    public FlagSourceHealth Health => this.Store.Health.Sources.Single();

    public static async Task<HttpSourceTest> ServeAsync(Func<Microsoft.AspNetCore.Http.HttpContext, Task> answer) => new(await FlagServer.StartAsync(answer));

    /// <summary>Adds the source, and comes back when its first answer has been dealt with.</summary>
    public async Task<HttpSourceTest> StartAsync(Uri? address = null)
    {
        this.Begin(address);
        await this.Source.FirstAnswer;
        await this.Clock.WaitAsync(1);
        return this;
    }

    public void Begin(Uri? address = null)
    {
        this.Store = new FlagStore(FlagSnapshot.Parse(FlagServer.Numbered(1)), this.Clock);
        this.Store.SourceFailed += (_, failure) => this.Failures.Add(failure.Error);
        this.Source = new HttpFlagSource(address ?? this.Server.Address, this.Options, seed: 1);
        this.Store.AddSource(this.Source);
    }

    public async ValueTask DisposeAsync()
    {
        this.Store?.Dispose();
        await this.Server.DisposeAsync();
    }
}
