using FlagAnalyzers.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FlagAnalyzers.Hosting;

/// <summary>Registers flags with a host.</summary>
public static class FlagServiceCollectionExtensions
{
    /// <summary>Registers the flags of a generated class. Programs call the generated <c>AddFlags</c>, which calls this.</summary>
    /// <remarks>Registers <typeparamref name="TFlags"/> per scope, the <see cref="FlagStore"/> as a singleton, and a hosted service. Called again for the same class, it only
    /// adds <paramref name="configure"/>.</remarks>
    /// <typeparam name="TFlags">The generated class.</typeparam>
    /// <typeparam name="TContext">Its context.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="shared">The store of the generated class; it lives as long as the process.</param>
    /// <param name="createStore">Makes another store for the same manifest.</param>
    /// <param name="createFlags">Makes flags.</param>
    /// <param name="createContext">Makes an empty context.</param>
    /// <param name="configure">Sets options; null: none.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null that must not be.</exception>
    public static IServiceCollection AddFlagStore<TFlags, TContext>(
        IServiceCollection services,
        FlagStore shared,
        Func<FlagStore> createStore,
        Func<FlagStore, TContext, TFlags> createFlags,
        Func<TContext> createContext,
        Action<FlagStoreOptions<TContext>>? configure)
        where TFlags : FlagSet
        where TContext : EvaluationContext
    {
        Require(services, nameof(services));
        Require(shared, nameof(shared));
        Require(createStore, nameof(createStore));
        Require(createFlags, nameof(createFlags));
        Require(createContext, nameof(createContext));
        if (!services.Any(static service => service.ServiceType == typeof(FlagRegistration<TFlags, TContext>)))
        {
            // The container disposes of what its factories give.
            SharedStores.Keep(shared);
            FlagRegistration<TFlags, TContext> registration = new(shared, createStore, createFlags, createContext);
            services.AddSingleton(registration);
            services.AddSingleton<FlagRegistration>(registration);
            services.AddOptions();
            services.AddSingleton<IConfigureOptions<FlagStoreOptions<TContext>>>(static provider => new ConfigureOptions<FlagStoreOptions<TContext>>(options => Configure<TFlags, TContext>(provider, options)));
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FlagStoreOptions<TContext>>, FlagStoreOptionsValidation<TContext>>());
            services.AddSingleton<HostedFlags<TFlags, TContext>>();
            services.AddSingleton<IHostedFlags<TFlags>>(static provider => provider.GetRequiredService<HostedFlags<TFlags, TContext>>());
            services.AddHostedService<FlagHostedService<TFlags, TContext>>();
            services.TryAddSingleton(static provider => provider.GetRequiredService<HostedFlags<TFlags, TContext>>().Store);
            services.AddScoped(static scope => scope.GetRequiredService<HostedFlags<TFlags, TContext>>().CreateFlags(scope));
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        return services;
    }

    /// <summary>The store of a generated class. In a host with one such class the <see cref="FlagStore"/> among its services is the same.</summary>
    /// <typeparam name="TFlags">The generated class.</typeparam>
    /// <param name="services">The services of the host.</param>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The flags of the class are not registered.</exception>
    public static FlagStore GetFlagStore<TFlags>(this IServiceProvider services)
        where TFlags : FlagSet
    {
        Require(services, nameof(services));
        return services.GetService<IHostedFlags<TFlags>>()?.Store
            ?? throw new InvalidOperationException($"The flags of {typeof(TFlags).FullName} are not registered. Expected a call of AddFlags.");
    }

    private static void Configure<TFlags, TContext>(IServiceProvider services, FlagStoreOptions<TContext> options)
        where TFlags : FlagSet
        where TContext : EvaluationContext
    {
        if (services.GetService<IConfiguration>() is { } configuration)
        {
            FlagStoreSection.Apply(configuration, typeof(TFlags), services.GetServices<FlagRegistration>().Count() == 1, options);
        }
    }

    private static void Require(object? argument, string name)
    {
        if (argument is null)
        {
            throw new ArgumentNullException(name);
        }
    }
}
