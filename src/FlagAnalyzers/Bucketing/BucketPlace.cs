namespace FlagAnalyzers.Bucketing;

/// <summary>How a hash becomes a place among weights: bucketing v2, that of every flagd since April 2026. The one place that knows it.</summary>
internal static class BucketPlace
{
    /// <summary>The largest weight, and the largest sum of weights.</summary>
    public const long LargestWeight = int.MaxValue;

    /// <summary>The weight that a number stands for; false where it is not whole, or too large. A negative one, as time-based ramps give it, counts 0.</summary>
    public static bool TryReadWeight(double number, out long weight)
    {
        weight = 0;
        if (Math.Floor(number) != number || number is > LargestWeight or < long.MinValue)
        {
            return false;
        }

        weight = number < 0 ? 0 : (long)number;
        return true;
    }

    /// <summary>Where a hash lies in <c>[0, totalWeight)</c>. It belongs to the first bucket whose running sum of weights exceeds that.</summary>
    public static long Locate(uint hash, int totalWeight) => (long)(((ulong)hash * (ulong)totalWeight) >> 32);
}
