namespace FlagAnalyzers.Layers;

/// <summary>An override that a program made; it ends when this is disposed, however often and by whichever thread.</summary>
internal sealed class FlagOverride(FlagStore store, string key, OverrideValue value) : IDisposable
{
    public string Key => key;

    public OverrideValue Value => value;

    public void Dispose() => store.Remove(this);
}
