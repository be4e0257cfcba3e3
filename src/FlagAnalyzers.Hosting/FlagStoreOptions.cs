namespace FlagAnalyzers.Hosting;

/// <summary>How a host uses the flags of a generated class.</summary>
/// <remarks>The section <c>FlagStore</c> of the configuration can set <c>Environment</c>, <c>StartupTimeout</c> and what <see cref="Http"/> has (<c>FlagStore:Http:Address</c>);
/// what code sets, counts. In a host with several generated classes each has a section of its own, by its full name: <c>FlagStore:Shop.Flags:Http:Address</c>.</remarks>
/// <typeparam name="TContext">The generated <c>FlagContext</c>.</typeparam>
public sealed class FlagStoreOptions<TContext>
    where TContext : EvaluationContext
{
    /// <summary>For whom the flags of a scope are evaluated; called with the services of the scope, once for each. Null: an empty context.</summary>
    public Func<IServiceProvider, TContext>? Context { get; set; }

    /// <summary>The environment whose overlay lies on the manifest. Null: that of the host.</summary>
    public string? Environment { get; set; }

    /// <summary>The section of the configuration that sets flags, <c>Flags</c>: <c>Flags:new-checkout=on</c>, <c>FLAGS__NEW_CHECKOUT=on</c>. Null: none is read, and
    /// variables of the environment set flags as they do without a host.</summary>
    public string? ConfigurationSection { get; set; } = "Flags";

    /// <summary>A manifest on a server.</summary>
    public FlagHttpOptions Http { get; } = new();

    /// <summary>Whether the host has a store of its own; false: it uses the generated <c>Flags.Store</c>, so that <c>Flags.For</c> and injection agree. True is for several
    /// hosts in one process, as tests start them.</summary>
    public bool OwnStore { get; set; }

    /// <summary>How long the start of the host waits for the first answer of the server, 2 seconds; whatever comes of it, the host starts.</summary>
    public TimeSpan StartupTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>What the configuration says and cannot be read, in sentences.</summary>
    internal List<string> Problems { get; } = [];
}
