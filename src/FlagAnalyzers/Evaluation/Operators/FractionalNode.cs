using FlagAnalyzers.Bucketing;
using FlagAnalyzers.Contexts;
using FlagAnalyzers.Evaluation.Values;

namespace FlagAnalyzers.Evaluation.Operators;

/// <summary><c>fractional</c>: one of several variants, always the same for the same bucketing value, in proportion to their weights.</summary>
/// <remarks>https://flagd.dev/reference/custom-operations/fractional-operation/.</remarks>
internal sealed class FractionalNode : RuleNode
{
    private readonly RuleNode? bucketing;
    private readonly Bucket[] buckets;
    private readonly Distribution distribution;

    public FractionalNode(RuleNode[] arguments)
    {
        // A list that stands first is a bucket; whatever else does gives the bucketing value.
        bool startsWithBucket = arguments.Length == 0 || arguments[0] is ListNode || arguments[0].Constant is { IsList: true };
        int first = startsWithBucket ? 0 : 1;
        this.bucketing = startsWithBucket ? null : arguments[0];
        this.buckets = new Bucket[arguments.Length - first];
        for (int i = 0; i < this.buckets.Length; i++)
        {
            this.buckets[i] = new Bucket(arguments[i + first]);
        }

        this.distribution = new Distribution(this.buckets);
    }

    public override RuleValue Evaluate(in EvaluationFrame frame)
    {
        if (this.bucketing is ConcatenationNode concatenation)
        {
            return TryHash(concatenation, frame, out uint hash) ? this.distribution.Pick(hash, frame) : RuleValue.Failure;
        }

        RuleValue value = this.bucketing is null ? RuleValue.Null : this.bucketing.Evaluate(frame);
        switch (value.Kind)
        {
            case RuleValueKind.String:
                return this.distribution.Pick(Murmur3.Hash(value.String.AsSpan()), frame);
            case RuleValueKind.Null:
                return PickByTargetingKey(this.distribution, frame);
            case RuleValueKind.List:
                // The rule that stands first gives a bucket.
                return PickByTargetingKey(new Distribution([new Bucket(new LiteralNode(value)), .. this.buckets]), frame);
            case RuleValueKind.Failure:
                return value;
            default:
                return this.distribution.Refuse(frame);
        }
    }

    private static bool TryHash(ConcatenationNode concatenation, in EvaluationFrame frame, out uint hash)
    {
        TextBuffer buffer = new(stackalloc char[TextBuffer.StackLength]);
        bool succeeds = concatenation.TryWrite(ref buffer, frame);
        hash = succeeds ? Murmur3.Hash(buffer.Written) : 0;
        buffer.Dispose();
        return succeeds;
    }

    /// <summary>By the flag's key and the targeting key, one after the other, so that each flag divides its users anew.</summary>
    private static RuleValue PickByTargetingKey(Distribution distribution, in EvaluationFrame frame)
    {
        if (!TryReadKeys(frame, out string flagKey, out string targetingKey))
        {
            return distribution.Refuse(frame);
        }

        Murmur3 hash = default;
        hash.Append(flagKey.AsSpan());
        hash.Append(targetingKey.AsSpan());
        return distribution.Pick(hash.Finish(), frame);
    }

    /// <summary>False without a targeting key: null, empty, and anything but text.</summary>
    private static bool TryReadKeys(in EvaluationFrame frame, out string flagKey, out string targetingKey)
    {
        RuleValue target;
        if (frame.Scope is null)
        {
            flagKey = frame.FlagKey;
            target = ContextReader.ReadTargetingKey(frame.Context);
        }
        else
        {
            // Inside of lists the element is the context, as far as the daemon can tell.
            flagKey = Find(Find(frame.Data, VariablePath.Flagd), VariablePath.FlagdFlagKey) is { IsString: true } key ? key.String : "";
            target = Find(frame.Data, VariablePath.TargetingKey);
        }

        targetingKey = target.IsString ? target.String : "";
        return targetingKey.Length > 0;
    }

    private static RuleValue Find(RuleValue data, string name) => data.IsObject ? new ObjectValue(data).Find(name) : RuleValue.Null;
}
