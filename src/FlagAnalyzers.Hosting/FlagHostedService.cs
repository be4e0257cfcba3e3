using Microsoft.Extensions.Hosting;

namespace FlagAnalyzers.Hosting;

/// <summary>Starts and stops the flags of a generated class with the host: before all other services, and after them.</summary>
internal sealed class FlagHostedService<TFlags, TContext>(HostedFlags<TFlags, TContext> flags) : IHostedLifecycleService
    where TFlags : FlagSet
    where TContext : EvaluationContext
{
    public Task StartingAsync(CancellationToken cancellationToken) => flags.WaitForServerAsync(cancellationToken);

    // Hosts before .NET 8 know only this one.
    public Task StartAsync(CancellationToken cancellationToken) => flags.WaitForServerAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        flags.Release();
        return Task.CompletedTask;
    }
}
