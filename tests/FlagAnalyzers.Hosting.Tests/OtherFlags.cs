using FlagAnalyzers.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace FlagAnalyzers.Hosting;

/// <summary>The flags of a second generated class in the same host, a library's.</summary>
public sealed class OtherFlags(FlagStore store, OtherContext context) : FlagSet(store, context)
{
    public static FlagStore Store { get; } = CreateStore();

    public int Limit => this.ReadInteger("limit", 5);

    protected override IReadOnlyList<string> DeclaredKeys { get; } = ["limit"];

    public static FlagStore CreateStore() =>
        new(FlagSnapshot.Parse("""{ "flags": { "limit": { "flagType": "integer", "defaultValue": 5, "variants": { "few": 7 }, "defaultVariant": "few" } } }"""));

    protected override FlagEvaluation<T> EvaluateDeclared<T>(string key) =>
        key == "limit" ? Convert<int, T>(this.EvaluateInteger("limit", 5)) : this.EvaluateUndeclared<T>(key);
}

public sealed class OtherContext : EvaluationContext
{
    protected override IReadOnlyList<string> DeclaredPaths { get; } = [];

    protected override bool TryGetDeclared(string path, out AttributeValue value)
    {
        value = default;
        return false;
    }
}

internal static class OtherFlagsServiceCollectionExtensions
{
    public static IServiceCollection AddOtherFlags(this IServiceCollection services, Action<FlagStoreOptions<OtherContext>>? configure = null) =>
        FlagServiceCollectionExtensions.AddFlagStore<OtherFlags, OtherContext>(
            services, OtherFlags.Store, OtherFlags.CreateStore, (store, context) => new OtherFlags(store, context), () => new OtherContext(), configure);
}
