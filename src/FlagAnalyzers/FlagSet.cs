namespace FlagAnalyzers;

/// <summary>The flags of a manifest as one context sees them. The generated <c>Flags</c> derives from it and has a property for each flag.</summary>
/// <remarks>It holds one manifest, one context and one reading of the clock, so its answers do not change while it is used, for a whole request say; make a new one
/// for the next. Reading allocates nothing and never throws: whatever is wrong, the answer is the code default, and <see cref="Evaluate{T}(string)"/> tells why.</remarks>
public abstract partial class FlagSet
{
    /// <summary>Evaluates a flag and tells how it came to its value.</summary>
    /// <typeparam name="T">The type of the accessor: <see cref="bool"/>, <see cref="string"/>, <see cref="int"/>, <see cref="double"/> or the generated type, or
    /// <see cref="object"/> for any. Another type: its default, TYPE_MISMATCH.</typeparam>
    /// <param name="key">The key of the flag. One that the program was not compiled with is looked up in the manifest in force.</param>
    public FlagEvaluation<T> Evaluate<T>([FlagKey] string key) => this.EvaluateDeclared<T>(key ?? "");

    /// <summary>Evaluates a flag and tells how it came to its value, with a fallback of the caller's instead of the code default.</summary>
    /// <typeparam name="T">See <see cref="Evaluate{T}(string)"/>.</typeparam>
    /// <param name="key">See <see cref="Evaluate{T}(string)"/>.</param>
    /// <param name="fallback">The value where the code default would be answered.</param>
    public FlagEvaluation<T> Evaluate<T>([FlagKey] string key, T fallback)
    {
        FlagEvaluation<T> evaluation = this.EvaluateDeclared<T>(key ?? "");
        return evaluation.IsCodeDefault ? evaluation.With(fallback) : evaluation;
    }

    /// <summary>Evaluates many flags, for a page that shows them or for a front end.</summary>
    /// <param name="keys">The keys; those that neither the program nor the manifest knows are left out. Null: all flags that the program was compiled with.</param>
    /// <returns>The values by key, of the types that the accessors have.</returns>
    public IReadOnlyDictionary<string, object?> EvaluateAll(IEnumerable<string>? keys = null)
    {
        IReadOnlyList<string> declared = this.DeclaredKeys;
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        foreach (string key in keys ?? declared)
        {
            if (key is null)
            {
                continue;
            }

            FlagEvaluation<object?> evaluation = this.EvaluateDeclared<object?>(key);
            if (evaluation.ErrorCode != EvaluationErrorCode.FlagNotFound || declared.Contains(key))
            {
                values[key] = evaluation.Value;
            }
        }

        return values;
    }
}
