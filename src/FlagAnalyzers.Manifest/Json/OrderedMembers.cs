using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Manifests.Json;

/// <summary>Named values in the order in which the names first came, each with its last value: how every JSON reader treats a repeated name.</summary>
internal sealed class OrderedMembers<T>
{
    private readonly List<KeyValuePair<string, T>> entries = [];
    private Dictionary<string, int>? positions;

    public int Count => this.entries.Count;

    public void Set(string name, T value)
    {
        int position = this.Find(name);
        if (position >= 0)
        {
            this.entries[position] = new(name, value);
            return;
        }

        this.entries.Add(new(name, value));
        this.positions?.Add(name, this.entries.Count - 1);
    }

    public bool Contains(string name) => this.Find(name) >= 0;

    public EquatableArray<TResult> Select<TResult>(Func<string, T, TResult> selector)
    {
        TResult[] results = new TResult[this.entries.Count];
        for (int i = 0; i < results.Length; i++)
        {
            results[i] = selector(this.entries[i].Key, this.entries[i].Value);
        }

        return new EquatableArray<TResult>(results);
    }

    private int Find(string name)
    {
        const int ScanUpTo = 8;
        if (this.positions is null && this.entries.Count > ScanUpTo)
        {
            this.positions = new Dictionary<string, int>(StringComparer.Ordinal);
            for (int i = 0; i < this.entries.Count; i++)
            {
                this.positions.Add(this.entries[i].Key, i);
            }
        }

        return this.positions is null
            ? this.entries.FindIndex(entry => entry.Key == name)
            : this.positions.TryGetValue(name, out int position) ? position : -1;
    }
}
