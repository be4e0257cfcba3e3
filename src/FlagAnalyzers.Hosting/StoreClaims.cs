using System.Runtime.CompilerServices;

namespace FlagAnalyzers.Hosting;

/// <summary>What hosts have told a store that they may share: the newest counts, and when the last has stopped, the store is as it was.</summary>
internal sealed class StoreClaims
{
    private static readonly ConditionalWeakTable<FlagStore, StoreClaims> All = new();

    private readonly object gate = new();
    private readonly FlagStore store;
    private readonly List<Claim> claims = [];
    private Claim? original;

    private StoreClaims(FlagStore store) => this.store = store;

    public static StoreClaims Of(FlagStore store) => All.GetValue(store, static store => new StoreClaims(store));

    /// <summary>Sets environment and settings; null: as they are without a host.</summary>
    public Claim Add(string? environment, IReadOnlyList<KeyValuePair<string, string?>>? settings)
    {
        Claim claim = new(this, environment, settings);
        lock (this.gate)
        {
            this.original ??= new Claim(this, this.store.Environment, Optional(this.store.Settings));
            this.claims.Add(claim);
            this.Apply();
        }

        return claim;
    }

    private static List<KeyValuePair<string, string?>> Optional(IEnumerable<KeyValuePair<string, string>> settings) =>
        [.. settings.Select(static setting => new KeyValuePair<string, string?>(setting.Key, setting.Value))];

    private void Change(Claim claim, IReadOnlyList<KeyValuePair<string, string?>> settings)
    {
        lock (this.gate)
        {
            claim.Settings = settings;
            if (this.claims.Contains(claim))
            {
                this.Apply();
            }
        }
    }

    private void Remove(Claim claim)
    {
        lock (this.gate)
        {
            if (this.claims.Remove(claim))
            {
                this.Apply();
                this.original = this.claims.Count == 0 ? null : this.original;
            }
        }
    }

    private void Apply()
    {
        Claim? newest = this.claims.LastOrDefault();
        this.store.UseEnvironment(newest?.Environment ?? this.original?.Environment);
        this.store.UseSettings(newest?.Settings ?? this.original?.Settings ?? []);
    }

    /// <summary>What one host says; taken back when it is disposed.</summary>
    internal sealed class Claim(StoreClaims owner, string? environment, IReadOnlyList<KeyValuePair<string, string?>>? settings) : IDisposable
    {
        public string? Environment => environment;

        public IReadOnlyList<KeyValuePair<string, string?>>? Settings { get; set; } = settings;

        public void Use(IReadOnlyList<KeyValuePair<string, string?>> values) => owner.Change(this, values);

        public void Dispose() => owner.Remove(this);
    }
}
