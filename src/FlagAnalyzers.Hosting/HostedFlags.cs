using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace FlagAnalyzers.Hosting;

/// <summary>The store of a generated class within one host, from the first use, be it the host's start or not, until the host is gone.</summary>
/// <remarks>When it is made, environment, settings and server are told to the store, so nobody in the host gets flags without them.</remarks>
internal sealed class HostedFlags<TFlags, TContext> : IHostedFlags<TFlags>, IDisposable
    where TFlags : FlagSet
    where TContext : EvaluationContext
{
    private readonly FlagRegistration<TFlags, TContext> registration;
    private readonly FlagStoreOptions<TContext> options;
    private readonly IServiceProvider services;
    private readonly ILogger logger;
    private readonly StoreReporter reporter;
    private readonly StoreClaims.Claim claim;
    private readonly IDisposable? configurationWatch;
    private readonly HttpFlagSource? source;
    private int isWaitedFor;
    private int isReleased;

    public HostedFlags(FlagRegistration<TFlags, TContext> registration, IOptions<FlagStoreOptions<TContext>> options, IServiceProvider services)
    {
        this.registration = registration;
        this.options = options.Value;
        this.services = services;
        this.logger = services.GetService<ILoggerFactory>()?.CreateLogger("FlagAnalyzers.FlagStore") ?? Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;
        this.Store = this.options.OwnStore ? registration.CreateStore() : registration.Shared;
        this.reporter = new StoreReporter(this.Store, this.logger);
        IConfiguration? configuration = this.options.ConfigurationSection is null ? null : services.GetService<IConfiguration>();
        this.claim = StoreClaims.Of(this.Store).Add(
            this.options.Environment ?? services.GetService<IHostEnvironment>()?.EnvironmentName,
            configuration is null ? null : this.ReadSettings(configuration));
        if (configuration is not null)
        {
            this.configurationWatch = ChangeToken.OnChange(configuration.GetReloadToken, () => this.FollowConfiguration(configuration));
        }

        this.source = this.options.Http.CreateSource(services);
        if (this.source is not null)
        {
            this.Store.AddSource(this.source);
        }

        ThreadPool.QueueUserWorkItem(static reporter => ((StoreReporter)reporter!).ReportHealth(), this.reporter);
    }

    public FlagStore Store { get; }

    public TFlags CreateFlags(IServiceProvider scope)
    {
        TContext context = this.options.Context is { } create
            ? create(scope) ?? throw new InvalidOperationException($"The function of FlagStoreOptions<{typeof(TContext).Name}>.Context gave null. Expected the context of the scope.")
            : this.registration.CreateContext();
        return this.registration.CreateFlags(this.Store, context);
    }

    /// <summary>Waits until the server has answered for the first time, but not for long, and but once.</summary>
    public async Task WaitForServerAsync(CancellationToken cancellationToken)
    {
        if (this.source is null || this.options.StartupTimeout == TimeSpan.Zero || Interlocked.Exchange(ref this.isWaitedFor, 1) != 0)
        {
            return;
        }

        TimeProvider time = this.services.GetService<TimeProvider>() ?? TimeProvider.System;
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
#if NET
        Task timeout = Task.Delay(this.options.StartupTimeout, time, enough.Token);
#else
        Task timeout = time.Delay(this.options.StartupTimeout, enough.Token);
#endif
        if (await Task.WhenAny(this.source.FirstAnswer, timeout).ConfigureAwait(false) == timeout)
        {
            cancellationToken.ThrowIfCancellationRequested();
            this.logger.ServerLate(this.source.Name, this.options.StartupTimeout);
        }

        enough.Cancel();
    }

    /// <summary>Leaves the store as it was found.</summary>
    public void Release()
    {
        if (Interlocked.Exchange(ref this.isReleased, 1) != 0)
        {
            return;
        }

        this.configurationWatch?.Dispose();
        this.reporter.Dispose();
        this.source?.Dispose();
        this.claim.Dispose();
        if (this.options.OwnStore)
        {
            this.Store.Dispose();
        }
    }

    public void Dispose() => this.Release();

    private List<KeyValuePair<string, string?>> ReadSettings(IConfiguration configuration) => FlagSettings.Of(configuration, this.options.ConfigurationSection!);

    private void FollowConfiguration(IConfiguration configuration)
    {
        this.claim.Use(this.ReadSettings(configuration));
        this.reporter.ReportHealth();
    }
}

/// <summary>The same for those who do not know the context.</summary>
internal interface IHostedFlags<TFlags>
    where TFlags : FlagSet
{
    FlagStore Store { get; }
}
