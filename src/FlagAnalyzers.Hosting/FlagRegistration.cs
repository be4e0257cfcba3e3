namespace FlagAnalyzers.Hosting;

/// <summary>What a generated class brings with it.</summary>
internal sealed class FlagRegistration<TFlags, TContext>(
    FlagStore shared,
    Func<FlagStore> createStore,
    Func<FlagStore, TContext, TFlags> createFlags,
    Func<TContext> createContext) : FlagRegistration(typeof(TFlags))
    where TFlags : FlagSet
    where TContext : EvaluationContext
{
    public FlagStore Shared => shared;

    public Func<FlagStore> CreateStore => createStore;

    public Func<FlagStore, TContext, TFlags> CreateFlags => createFlags;

    public Func<TContext> CreateContext => createContext;
}

/// <summary>One for each generated class of a host.</summary>
internal abstract class FlagRegistration(Type flags)
{
    public Type Flags => flags;
}
