using Microsoft.Extensions.Primitives;

namespace FlagAnalyzers.Hosting;

/// <summary>What the abstractions of hosts add to a store.</summary>
public static class FlagStoreExtensions
{
    /// <summary>A token that fires at the next change of flags; ask for another one then, or use <see cref="ChangeToken.OnChange(Func{IChangeToken}, Action)"/>.</summary>
    /// <param name="store">The store.</param>
    /// <exception cref="ArgumentNullException"><paramref name="store"/> is null.</exception>
    public static IChangeToken GetReloadToken(this FlagStore store) => StoreReloadToken.Of(store ?? throw new ArgumentNullException(nameof(store)));
}
