using FlagAnalyzers.Contexts;
using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.Evaluation;

/// <summary>What a rule may read: the context, what flagd adds to it, and inside <c>map</c>, <c>filter</c> and their like the element at hand.</summary>
internal readonly struct EvaluationFrame(EvaluationContext context, string flagKey, long timestamp, Scope? scope = null)
{
    public EvaluationContext Context { get; } = context;

    /// <summary><c>$flagd.flagKey</c>.</summary>
    public string FlagKey { get; } = flagKey;

    /// <summary><c>$flagd.timestamp</c>, in seconds since 1970.</summary>
    public long Timestamp { get; } = timestamp;

    /// <summary>Null outside of lists: rules read the context.</summary>
    public Scope? Scope { get; } = scope;

    /// <summary>The data that variables read here.</summary>
    public RuleValue Data => this.Scope is { } inner ? inner.Data : RuleValue.ObjectOf(new ContextObject(this, ""));

    public EvaluationFrame Enter(Scope scope) => new(this.Context, this.FlagKey, this.Timestamp, scope);

    /// <summary>The frame of an enclosing rule, counted from the outermost, which is 0.</summary>
    public EvaluationFrame Leave(int depth)
    {
        Scope? scope = this.Scope;
        while (scope is not null && scope.Depth > depth)
        {
            scope = scope.Outer;
        }

        return new EvaluationFrame(this.Context, this.FlagKey, this.Timestamp, scope);
    }
}

/// <summary>The element of a list that a rule runs on.</summary>
internal sealed class Scope(Scope? outer)
{
    public Scope? Outer { get; } = outer;

    public int Depth { get; } = outer is null ? 1 : outer.Depth + 1;

    /// <summary>The element; the loop over the list moves it on.</summary>
    public RuleValue Data { get; set; }
}
