using System.Diagnostics.CodeAnalysis;
using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Layers;
using FlagAnalyzers.Manifests.Reading;
using FlagAnalyzers.Snapshots;

namespace FlagAnalyzers;

/// <summary>Where flags are read from: the manifest in force, and the clock.</summary>
/// <remarks>
/// <para>What is in force is put together of layers, each before those under it: the compiled manifest or the newest good one of a <see cref="FlagSource"/>, as a whole;
/// the overlay of the environment; configuration and variables of the environment; overrides of the program. It is put together beside what is in force and takes its
/// place in one write: readers take no lock and never see a mixture, and what cannot be read leaves the last good state as it is.</para>
/// <para>All members can be called by any number of threads at any time.</para>
/// </remarks>
public sealed partial class FlagStore : IDisposable
{
    // Taken by those who change the store, never by readers of flags.
    private readonly object gate = new();
    private readonly RootManifest root;
    private readonly SourceLayer updates = new("TryUpdate");
    private readonly List<SourceLayer> layers = [];
    private readonly List<FlagOverride> overrides = [];
    private IReadOnlyList<KeyValuePair<string, string>> settings = [];
    private OverrideTable overridden = OverrideTable.Empty;
    private LayeredManifest layered;
    private StoredManifest current;
    private string? environment;

    /// <summary>Why the layers do not go together, or null.</summary>
    private string? misfit;
    private bool isDisposed;

    /// <summary>A store with a manifest that was read elsewhere.</summary>
    /// <param name="snapshot">The manifest.</param>
    /// <param name="timeProvider">The clock that rules read as <c>$flagd.timestamp</c>; null is the clock of the system, UTC.</param>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    public FlagStore(FlagSnapshot snapshot, TimeProvider? timeProvider = null)
        : this(new RootManifest(snapshot ?? throw new ArgumentNullException(nameof(snapshot))), timeProvider)
    {
    }

    /// <summary>A store with the manifest that a program was compiled with, the overlay of the environment, the variables that set flags, and the files of the
    /// program.</summary>
    internal FlagStore(CompiledManifest compiled, TimeProvider? timeProvider = null)
        : this(new RootManifest(compiled), timeProvider)
    {
        this.environment = FlagEnvironment.OfProcess();
        this.settings = SettingNames.FromEnvironmentVariables();
        if (this.environment is not null || this.settings.Count > 0)
        {
            this.Change(() => this.Recompose());
        }

        if (ProgramFile.Of(compiled) is { } file)
        {
            this.AddSource(file);
        }
    }

    private FlagStore(RootManifest root, TimeProvider? timeProvider)
    {
        this.root = root;
        this.TimeProvider = timeProvider ?? TimeProvider.System;
        this.layers.Add(this.updates);
        this.current = root.Stored;
        this.layered = new LayeredManifest(this.current, null);
    }

    /// <summary>Flags have changed: those that are made from now on answer otherwise than those made before. Raised behind the change, by the thread that made it. What
    /// a handler throws goes to <see cref="System.Diagnostics.Trace"/>.</summary>
    public event EventHandler<FlagsChangedEventArgs>? Changed;

    /// <summary>Something was refused, or a source cannot be read; what was in force before is still. Raised once for each new error.</summary>
    public event EventHandler<FlagSourceFailedEventArgs>? SourceFailed;

    /// <summary>The manifest in force.</summary>
    public FlagSnapshot Snapshot => this.Current.Snapshot;

    /// <summary>The environment whose overlay lies on the manifest, such as <c>Staging</c>: at first <c>DOTNET_ENVIRONMENT</c>, else <c>ASPNETCORE_ENVIRONMENT</c>; null:
    /// none.</summary>
    public string? Environment
    {
        get
        {
            lock (this.gate)
            {
                return this.environment;
            }
        }
    }

    internal TimeProvider TimeProvider { get; }

    internal StoredManifest Current => Volatile.Read(ref this.current);

    /// <summary>Adds a source. Its manifests come before those of the sources that were added earlier.</summary>
    /// <param name="source">The source; from now on it belongs to the store, which disposes of it when it is disposed itself.</param>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The source belongs to a store already.</exception>
    /// <exception cref="ObjectDisposedException">The store is disposed.</exception>
    public void AddSource(FlagSource source)
    {
        if (source is null)
        {
            throw new ArgumentNullException(nameof(source));
        }

        lock (this.gate)
        {
            if (this.isDisposed)
            {
                throw new ObjectDisposedException(nameof(FlagStore));
            }

            // What the program pushes itself stays above all of them.
            this.layers.Insert(this.layers.Count - 1, source.AttachTo(this));
        }

        source.StartInStore();
    }

    /// <summary>Puts another manifest in force, the text of a <c>flags.json</c>, above those of all sources. Flags that are made from now on see it; those that were made
    /// keep theirs.</summary>
    /// <param name="manifest">The text. One that the program was compiled with is recognised and not read. Of any other, flags that are defined as they were compiled
    /// keep their compiled rules; those that differ are interpreted.</param>
    /// <param name="error">Why it cannot be read, as <see cref="FlagSnapshot.TryParse"/> says it, or null. What was in force then stays.</param>
    /// <returns>Whether it is in force now.</returns>
    public bool TryUpdate(string? manifest, [NotNullWhen(false)] out string? error)
    {
        if (this.TryAccept(this.updates, new SourceDocument(new ManifestDocument("flags.json", manifest ?? "")), out error))
        {
            return true;
        }

        this.Fail(this.updates, error);
        return false;
    }

    /// <summary>Lays the overlay of another environment on the manifest, from the files or as it was compiled in.</summary>
    /// <param name="name">The environment, such as <c>Staging</c>; null: none.</param>
    public void UseEnvironment(string? name)
    {
        FlagSource[] sources = [];
        this.Change(() =>
        {
            if (name == this.environment)
            {
                return;
            }

            this.environment = name;
            this.Recompose();
            sources = [.. this.layers.Select(static layer => layer.Source).OfType<FlagSource>()];
        });
        foreach (FlagSource source in sources)
        {
            source.Refresh();
        }
    }

    /// <summary>Takes values for flags from configuration. Replaces those that were taken before, those of variables of the environment included.</summary>
    /// <param name="values">The key of a flag, or the key in capitals with an underscore for whatever is neither letter nor digit (<c>NEW_CHECKOUT</c>), and the name of a
    /// variant, or else a value: <c>true</c>, <c>0.5</c>, <c>{"limit":5}</c>. Null for a value: passed over. What means no flag or no value shows in <see cref="Health"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public void UseSettings(IEnumerable<KeyValuePair<string, string?>> values)
    {
        List<KeyValuePair<string, string>> given = [];
        foreach (KeyValuePair<string, string?> value in values ?? throw new ArgumentNullException(nameof(values)))
        {
            if (value.Value is { } text)
            {
                given.Add(new KeyValuePair<string, string>(value.Key, text));
            }
        }

        this.Change(() =>
        {
            if (!given.SequenceEqual(this.settings))
            {
                this.settings = given;
                this.Publish();
            }
        });
    }

    /// <summary>Has a flag answer the same to everybody, whatever the manifest says, its state included; for emergencies and for tests.</summary>
    /// <param name="key">The key of the flag.</param>
    /// <param name="value">The name of a variant, or else a value: <c>true</c>, <c>0.5</c>, <c>{"limit":5}</c>, any text for a string flag.</param>
    /// <returns>Ends it when it is disposed. The newest override of a flag counts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such flag, or it can have no such value.</exception>
    public IDisposable Override([FlagKey] string key, string value) => this.Override(key, OverrideValue.Of(value ?? throw new ArgumentNullException(nameof(value))));

    /// <summary>Has a boolean flag answer the same to everybody. See <see cref="Override(string, string)"/>.</summary>
    /// <param name="key">See <see cref="Override(string, string)"/>.</param>
    /// <param name="value">The value.</param>
    /// <returns>See <see cref="Override(string, string)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such flag, or it can have no such value.</exception>
    public IDisposable Override([FlagKey] string key, bool value) => this.Override(key, OverrideValue.Of(value));

    /// <summary>Has an integer or float flag answer the same to everybody. See <see cref="Override(string, string)"/>.</summary>
    /// <param name="key">See <see cref="Override(string, string)"/>.</param>
    /// <param name="value">The value.</param>
    /// <returns>See <see cref="Override(string, string)"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such flag, or it can have no such value.</exception>
    public IDisposable Override([FlagKey] string key, double value) => this.Override(key, OverrideValue.Of(value));

    /// <summary>Looks at all sources now, without waiting for the next time. What they find may come into force a little later.</summary>
    public void Refresh()
    {
        foreach (FlagSource source in this.Sources())
        {
            source.Refresh();
        }
    }

    /// <summary>Stops all sources. What is in force stays, and can still be read.</summary>
    public void Dispose()
    {
        lock (this.gate)
        {
            this.isDisposed = true;
        }

        foreach (FlagSource source in this.Sources())
        {
            source.Dispose();
        }
    }

    private FlagSource[] Sources()
    {
        lock (this.gate)
        {
            return [.. this.layers.Select(static layer => layer.Source).OfType<FlagSource>()];
        }
    }

    private FlagOverride Override(string key, OverrideValue value)
    {
        if (key is null)
        {
            throw new ArgumentNullException(nameof(key));
        }

        FlagOverride added = new(this, key, value);
        this.Change(() =>
        {
            if (OverrideTable.ProblemOf(this.layered.Stored.Snapshot, this.root.Stored.Snapshot, key, value) is { } problem)
            {
                throw new ArgumentException(problem);
            }

            this.overrides.Add(added);
            this.Publish();
        });
        return added;
    }
}
