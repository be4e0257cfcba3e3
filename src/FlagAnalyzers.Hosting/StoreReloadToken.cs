using System.Runtime.CompilerServices;
using Microsoft.Extensions.Primitives;

namespace FlagAnalyzers.Hosting;

/// <summary>Turns the event of a store into change tokens, one for all who wait for the same change.</summary>
internal sealed class StoreReloadToken
{
    private static readonly ConditionalWeakTable<FlagStore, StoreReloadToken> All = new();

    private CancellationTokenSource next = new();

    private StoreReloadToken(FlagStore store) => store.Changed += (_, _) => this.Fire();

    public static IChangeToken Of(FlagStore store) =>
        new CancellationChangeToken(Volatile.Read(ref All.GetValue(store, static store => new StoreReloadToken(store)).next).Token);

    private void Fire()
    {
        // Those who are told ask for the next token at once.
        Interlocked.Exchange(ref this.next, new CancellationTokenSource()).Cancel();
    }
}
