using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shop;

namespace FlagAnalyzers.Hosting;

/// <summary>A real host, with the flags of the shop in a store of its own unless a test says otherwise.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly IHost host;

    private TestHost(IHost host, LogRecorder log)
    {
        this.host = host;
        this.Log = log;
    }

    public LogRecorder Log { get; }

    public IServiceProvider Services => this.host.Services;

    public FlagStore Store => this.Services.GetRequiredService<FlagStore>();

    /// <summary>The flags of a new scope.</summary>
    public Flags Flags
    {
        get
        {
            using IServiceScope scope = this.Services.CreateScope();
            return scope.ServiceProvider.GetRequiredService<Flags>();
        }
    }

    public static TestHost Create(Action<FlagStoreOptions<FlagContext>>? configure = null, string environment = "Production", Action<HostApplicationBuilder>? build = null, params string[] args)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment, Args = args });
        LogRecorder log = new();
        builder.Logging.ClearProviders().AddProvider(log);
        build?.Invoke(builder);
        builder.Services.AddFlags(options =>
        {
            options.OwnStore = true;
            configure?.Invoke(options);
        });
        return new TestHost(builder.Build(), log);
    }

    public static async Task<TestHost> StartAsync(Action<FlagStoreOptions<FlagContext>>? configure = null, string environment = "Production", Action<HostApplicationBuilder>? build = null, params string[] args)
    {
        TestHost test = Create(configure, environment, build, args);
        await test.host.StartAsync();
        return test;
    }

    /// <summary>Sets a value of the configuration and tells of it, as a provider that follows a file does.</summary>
    public void Set(string key, string? value)
    {
        IConfiguration configuration = this.Services.GetRequiredService<IConfiguration>();
        configuration[key] = value;
        ((IConfigurationRoot)configuration).Reload();
    }

    /// <summary>For hosts that must not start.</summary>
    public async Task DisposeAfterStartAsync()
    {
        using (this.host)
        {
            await this.host.StartAsync();
        }
    }

    public Task StopAsync() => this.host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await this.host.StopAsync();
        this.host.Dispose();
    }
}
