using System.ComponentModel;
using FlagAnalyzers.CompilerServices;
using FlagAnalyzers.Contexts;

namespace FlagAnalyzers;

/// <summary>What rules may know of whom a flag is read for. The generated <c>FlagContext</c> derives from it and has a property for each attribute that the
/// manifest declares.</summary>
/// <remarks>Reading flags only reads it. It is not made for changes by one thread while another reads flags with it.</remarks>
public class EvaluationContext
{
    private static readonly string[] NoPaths = [];

    private Dictionary<string, object?>? added;

    /// <summary>Starts with a targeting key and nothing else.</summary>
    /// <param name="targetingKey">See <see cref="TargetingKey"/>.</param>
    public EvaluationContext(string? targetingKey = null)
    {
        this.TargetingKey = targetingKey;
    }

    /// <summary>Who or what it is, for percentage rollouts: the same key is always in the same bucket. Null or empty: rollouts answer the default variant.</summary>
    public string? TargetingKey { get; set; }

    /// <summary>An attribute that the program was not compiled with. A rule reads it by its name, or by a path with dots if it is a dictionary; a declared
    /// attribute of the same name that is not null comes before it.</summary>
    /// <param name="name">The name, case-sensitive.</param>
    /// <value>A string, a <see cref="bool"/>, a number, a list, a dictionary with string keys, or null. Anything else, and a number that is not finite, counts as
    /// missing. Null when there is none.</value>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public object? this[string name]
    {
        get
        {
            if (name is null)
            {
                throw new ArgumentNullException(nameof(name));
            }

            return name == VariablePath.TargetingKey && this.TargetingKey is { } key ? key
                : this.TryReadAdded(name, out object? value) ? value : null;
        }

        set
        {
            if (name is null)
            {
                throw new ArgumentNullException(nameof(name));
            }

            if (name == VariablePath.TargetingKey)
            {
                this.TargetingKey = value as string;
                if (this.TargetingKey is not null)
                {
                    // Nothing is added: compiled rules need not look for it.
                    this.added?.Remove(name);
                    return;
                }
            }

            this.added ??= new Dictionary<string, object?>(StringComparer.Ordinal);
            this.added[name] = value;
        }
    }

    /// <summary>The paths that <see cref="TryGetDeclared"/> knows. Generated code overrides it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual IReadOnlyList<string> DeclaredPaths => NoPaths;

    internal bool HasAdded => this.added is not null;

    internal IEnumerable<string> AddedNames => this.added is null ? NoPaths : this.added.Keys;

    /// <summary>The value of an attribute that the program was compiled with; false when it was not. Generated code overrides it.</summary>
    /// <param name="path">The name as rules spell it; dots are part of it.</param>
    /// <param name="value">Its value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual bool TryGetDeclared(string path, out AttributeValue value)
    {
        value = default;
        return false;
    }

    internal bool TryReadDeclared(string path, out AttributeValue value) => this.TryGetDeclared(path, out value);

    internal IReadOnlyList<string> ReadDeclaredPaths() => this.DeclaredPaths;

    internal bool TryReadAdded(string name, out object? value)
    {
        value = null;
        return this.added is not null && this.added.TryGetValue(name, out value);
    }
}
