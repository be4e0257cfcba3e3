using FlagAnalyzers.Bucketing;
using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.Evaluation.Operators;

internal enum BucketState : byte
{
    Valid,

    /// <summary>No bucket, or one with a weight that is none: the rule gives null, hence the default variant.</summary>
    Invalid,

    /// <summary>A rule inside of it failed, and so does all.</summary>
    Failure,
}

/// <summary>The buckets of a <c>fractional</c> rule.</summary>
internal sealed class Distribution
{
    private const int MostOnStack = 64;

    private readonly Bucket[] buckets;

    // When no bucket depends on the context, the sums are made once.
    private readonly bool isConstant;
    private readonly int[] constantEnds;
    private readonly BucketState constantState;

    public Distribution(Bucket[] buckets)
    {
        this.buckets = buckets;
        this.isConstant = Array.TrueForAll(buckets, static bucket => bucket.IsConstant);
        this.constantEnds = new int[buckets.Length];
        if (this.isConstant)
        {
            // Constants look at no frame.
            this.constantState = this.Sum(default, this.constantEnds);
        }
    }

    /// <summary>The variant of the bucket that a hash falls into.</summary>
    public RuleValue Pick(uint hash, in EvaluationFrame frame)
    {
        if (this.isConstant)
        {
            return this.Pick(hash, this.constantState, this.constantEnds, frame);
        }

        Span<int> ends = this.buckets.Length <= MostOnStack ? stackalloc int[MostOnStack] : new int[this.buckets.Length];
        ends = ends.Slice(0, this.buckets.Length);
        return this.Pick(hash, this.Sum(frame, ends), ends, frame);
    }

    /// <summary>There is nothing to bucket by: null, unless a rule in the buckets fails.</summary>
    public RuleValue Refuse(in EvaluationFrame frame)
    {
        BucketState state = this.isConstant ? this.constantState : this.Sum(frame, new int[this.buckets.Length]);
        return state == BucketState.Failure ? RuleValue.Failure : RuleValue.Null;
    }

    private RuleValue Pick(uint hash, BucketState state, ReadOnlySpan<int> ends, in EvaluationFrame frame)
    {
        if (state != BucketState.Valid)
        {
            return state == BucketState.Failure ? RuleValue.Failure : RuleValue.Null;
        }

        int total = ends.IsEmpty ? 0 : ends[ends.Length - 1];
        long place = BucketPlace.Locate(hash, total);
        for (int i = 0; i < ends.Length; i++)
        {
            if (ends[i] > place)
            {
                _ = this.buckets[i].Read(frame, out RuleValue variant, out _);
                return variant;
            }
        }

        // All weights are 0.
        return RuleValue.Null;
    }

    /// <summary>Reads all buckets, because a rule that fails in any of them makes the whole fail.</summary>
    private BucketState Sum(in EvaluationFrame frame, Span<int> ends)
    {
        BucketState state = BucketState.Valid;
        long sum = 0;
        for (int i = 0; i < ends.Length; i++)
        {
            BucketState next = this.buckets[i].Read(frame, out _, out long weight);
            if (next == BucketState.Failure)
            {
                return next;
            }

            sum += weight;
            if (next == BucketState.Invalid || sum > BucketPlace.LargestWeight)
            {
                state = BucketState.Invalid;
                sum = 0;
            }

            ends[i] = (int)sum;
        }

        return state;
    }
}

/// <summary>One bucket: <c>[variant]</c> or <c>[variant, weight]</c>.</summary>
internal sealed class Bucket
{
    private readonly RuleNode[]? parts;
    private readonly RuleNode node;

    public Bucket(RuleNode node)
    {
        this.node = node;
        this.parts = node switch
        {
            ListNode list => list.Items,
            _ when node.Constant is { IsList: true } constant => Array.ConvertAll(new ListValue(constant).ToArray(), static part => (RuleNode)new LiteralNode(part)),
            _ => null,
        };
    }

    public bool IsConstant => this.node.Constant is not null;

    public BucketState Read(in EvaluationFrame frame, out RuleValue variant, out long weight)
    {
        RuleNode[]? parts = this.parts;
        if (parts is null)
        {
            return this.ReadRule(frame, out variant, out weight);
        }

        variant = RuleValue.Null;
        weight = 0;
        if (parts.Length == 0)
        {
            return BucketState.Invalid;
        }

        variant = parts[0].Evaluate(frame);
        RuleValue weightValue = parts.Length > 1 ? parts[1].Evaluate(frame) : RuleValue.Null;
        if (variant.IsFailure || weightValue.IsFailure || (parts.Length > 2 && !ListNode.Succeed(parts, 2, frame)))
        {
            return BucketState.Failure;
        }

        if (weightValue.IsNull)
        {
            weight = 1;
        }
        else if (!weightValue.IsNumber || !BucketPlace.TryReadWeight(weightValue.Number, out weight))
        {
            weight = 0;
            return BucketState.Invalid;
        }

        return variant.IsList || variant.IsObject ? BucketState.Invalid : BucketState.Valid;
    }

    /// <summary>A bucket that a rule gives, from the context for instance.</summary>
    private BucketState ReadRule(in EvaluationFrame frame, out RuleValue variant, out long weight)
    {
        variant = RuleValue.Null;
        weight = 0;
        RuleValue value = this.node.Evaluate(frame);
        return value.IsFailure ? BucketState.Failure
            : value.IsList ? new Bucket(new LiteralNode(value)).Read(frame, out variant, out weight)
            : BucketState.Invalid;
    }
}
