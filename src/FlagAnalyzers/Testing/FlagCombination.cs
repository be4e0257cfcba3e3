using System.Collections.ObjectModel;

namespace FlagAnalyzers.Testing;

/// <summary>On or off for each of some boolean flags: a row of a test. <c>Flags.Fixed(combination)</c> makes flags of it.</summary>
public sealed class FlagCombination
{
    internal FlagCombination(IReadOnlyList<KeyValuePair<string, bool>> values) => this.Values = new ReadOnlyCollection<KeyValuePair<string, bool>>([.. values]);

    /// <summary>The flags by key, in the order in which they were given.</summary>
    public IReadOnlyList<KeyValuePair<string, bool>> Values { get; }

    /// <summary>Whether a flag is on; false for one that is not part of it.</summary>
    /// <param name="key">The key of the flag.</param>
    public bool IsOn([FlagKey] string key)
    {
        foreach (KeyValuePair<string, bool> value in this.Values)
        {
            if (value.Key == key)
            {
                return value.Value;
            }
        }

        return false;
    }

    /// <summary>Overrides the flags of a store, for tests of a program that reads its store itself. Other tests that use the store at the same time see it too.</summary>
    /// <param name="store">The store.</param>
    /// <returns>Ends the overrides when it is disposed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="store"/> is null.</exception>
    /// <exception cref="ArgumentException">The store has no such flag, or it is not boolean; no override is left behind.</exception>
    public IDisposable Apply(FlagStore store)
    {
        if (store is null)
        {
            throw new ArgumentNullException(nameof(store));
        }

        OverrideGroup group = new();
        try
        {
            foreach (KeyValuePair<string, bool> value in this.Values)
            {
                group.Add(store.Override(value.Key, value.Value));
            }
        }
        catch (ArgumentException)
        {
            group.Dispose();
            throw;
        }

        return group;
    }

    /// <summary>The row as test runners show it: <c>new-checkout on, beta-dashboard off</c>.</summary>
    public override string ToString() => string.Join(", ", this.Values.Select(static value => $"{value.Key} {(value.Value ? "on" : "off")}"));

    private sealed class OverrideGroup : IDisposable
    {
        private readonly List<IDisposable> overrides = [];

        public void Add(IDisposable one) => this.overrides.Add(one);

        public void Dispose()
        {
            foreach (IDisposable one in this.overrides)
            {
                one.Dispose();
            }
        }
    }
}
