using System.Diagnostics.CodeAnalysis;
using FlagAnalyzers.Layers;
using FlagAnalyzers.Manifests.Reading;

namespace FlagAnalyzers;

/// <summary>Brings manifests to a store from outside the program, for as long as it lives: a file, an address, a database.</summary>
/// <remarks>A source belongs to one store. What it publishes is read and checked beside what is in force, and takes its place as a whole or not at all.</remarks>
public abstract class FlagSource : IDisposable
{
    private FlagStore? store;
    private SourceLayer? layer;

    /// <summary>A source that no store has yet.</summary>
    /// <param name="name">What messages and <see cref="FlagStore.Health"/> call it: a path, an address.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    protected FlagSource(string name)
    {
        this.Name = name ?? throw new ArgumentNullException(nameof(name));
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>The clock of the store; before it has one, that of the system.</summary>
    protected TimeProvider TimeProvider => this.store?.TimeProvider ?? TimeProvider.System;

    /// <summary>The environment of the store, such as <c>Staging</c>; or null.</summary>
    protected string? Environment => this.store?.Environment;

    /// <summary>Looks for something new now, without waiting for the next time. Does not throw; what goes wrong shows in <see cref="FlagStore.Health"/>.</summary>
    public virtual void Refresh()
    {
    }

    /// <summary>Stops, and takes what it published out of force: the store goes on with what lies below it.</summary>
    public void Dispose()
    {
        this.Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Called once, when the source is added to its store. What is published before it returns is in force before anybody reads a flag; whatever takes long
    /// belongs behind it. Must not throw.</summary>
    protected abstract void Start();

    /// <summary>Stops.</summary>
    /// <param name="disposing">Whether it was asked to, rather than collected.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && this.layer is { } mine)
        {
            this.store?.Remove(mine);
        }
    }

    /// <summary>Offers the text of a <c>flags.json</c>.</summary>
    /// <param name="manifest">The text. One that is the last published text again changes nothing.</param>
    /// <param name="error">Why it is refused, as <c>name(line,column): sentence</c>; or null. What was in force then stays, and the failure shows in
    /// <see cref="FlagStore.Health"/>.</param>
    /// <returns>Whether it was taken.</returns>
    protected bool TryPublish(string manifest, [NotNullWhen(false)] out string? error)
    {
        if (this.TryPublish(new SourceDocument(new ManifestDocument(this.Name, manifest ?? "")), out error))
        {
            return true;
        }

        this.ReportFailure(error);
        return false;
    }

    /// <summary>Says that the source was looked at and has nothing new.</summary>
    protected void ReportUnchanged()
    {
        if (this.layer is { } mine)
        {
            this.store?.Succeed(mine);
        }
    }

    /// <summary>Says that the source cannot be read. It is told once for each new <paramref name="error"/>, and shows in <see cref="FlagStore.Health"/> until it can.</summary>
    /// <param name="error">Why, in a sentence.</param>
    protected void ReportFailure(string error)
    {
        this.ReportFailure(error ?? "", later: null);
    }

    /// <summary>The same for a source that holds a lock.</summary>
    internal void ReportFailure(string error, PendingNews? later)
    {
        if (this.layer is { } mine)
        {
            this.store?.Fail(mine, error, later);
        }
    }

    /// <summary>Offers what was read together; a failure is the caller's to report.</summary>
    internal bool TryPublish(SourceDocument document, [NotNullWhen(false)] out string? error, PendingNews? later = null)
    {
        if (this.store is { } owner && this.layer is { } mine)
        {
            return owner.TryAccept(mine, document, out error, later);
        }

        error = $"The source '{this.Name}' belongs to no store.";
        return false;
    }

    internal SourceLayer AttachTo(FlagStore owner)
    {
        SourceLayer mine = new(this.Name, this);
        if (Interlocked.CompareExchange(ref this.layer, mine, null) is not null)
        {
            throw new InvalidOperationException($"The source '{this.Name}' belongs to a store already.");
        }

        this.store = owner;
        return mine;
    }

    internal void StartInStore() => this.Start();
}
