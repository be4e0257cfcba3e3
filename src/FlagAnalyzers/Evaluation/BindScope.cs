namespace FlagAnalyzers.Evaluation;

/// <summary>Where a rule stands, as far as its variables need to know.</summary>
internal sealed class BindScope
{
    private BindScope(int depth, int[] filledInAt)
    {
        this.Depth = depth;
        this.FilledInAt = filledInAt;
    }

    /// <summary>How many lists it stands in.</summary>
    public int Depth { get; }

    /// <summary>The depths at which enclosing operators fill in variables before they run their condition, the first to do so first.</summary>
    public int[] FilledInAt { get; }

    /// <summary>The rules bound here that references stand for: each is bound once, however often it is referred to.</summary>
    public Dictionary<string, BoundReference> References { get; } = new(StringComparer.Ordinal);

    public static BindScope Outermost() => new(0, []);

    /// <summary>The same place for rules that nobody fills in: the arguments of a variable.</summary>
    public BindScope WithoutFilling() => new(this.Depth, []);

    /// <summary>The body of an operator that runs it on each element of a list.</summary>
    /// <param name="byContext">Whether variables are filled in from what the operator itself reads.</param>
    /// <param name="byElement">Whether they are filled in from the element.</param>
    public BindScope Body(bool byContext, bool byElement)
    {
        List<int> depths = [.. this.FilledInAt];
        if (byContext)
        {
            depths.Add(this.Depth);
        }

        if (byElement)
        {
            depths.Add(this.Depth + 1);
        }

        return new BindScope(this.Depth + 1, depths.ToArray());
    }
}

/// <summary>A rule that a reference stands for.</summary>
/// <param name="Node">The rule.</param>
/// <param name="Size">How many nodes it would have if it were written out wherever it is referred to.</param>
internal readonly record struct BoundReference(RuleNode Node, long Size);
