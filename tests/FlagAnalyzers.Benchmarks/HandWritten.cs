using System.Text;

namespace FlagAnalyzers.Benchmarks;

/// <summary>The rules of flags.json as a careful person would write them in C#: the floor that reading a flag is measured against.</summary>
internal static class HandWritten
{
    public static bool PlainSwitch => true;

    public static bool OneCondition(FlagContext context) => context.Team is "checkout" or "search" or "growth";

    public static bool NewCheckout(FlagContext context) => Bucket("new-checkout", context.TargetingKey!, 100) < 25;

    public static bool ThreeConditions(FlagContext context) =>
        context.Plan == "pro" && context.Country is "SE" or "NO" or "DK" && context.Age >= 18 && Bucket("three-conditions", context.TargetingKey!, 100) < 25;

    public static Flags.ThreeVariantsVariant ThreeVariants(FlagContext context) => Bucket("three-variants", context.TargetingKey!, 100) switch
    {
        < 50 => Flags.ThreeVariantsVariant.Control,
        < 75 => Flags.ThreeVariantsVariant.Green,
        _ => Flags.ThreeVariantsVariant.Sticky,
    };

    // The obvious way: concatenate, encode, hash. Only the buffer is on the stack.
    private static ulong Bucket(string key, string targetingKey, uint sum)
    {
        string text = string.Concat(key, targetingKey);
        Span<byte> bytes = stackalloc byte[256];
        int length = Encoding.UTF8.GetBytes(text, bytes);
        return ((ulong)Murmur3(bytes[..length]) * sum) >> 32;
    }

    private static uint Murmur3(ReadOnlySpan<byte> bytes)
    {
        const uint C1 = 0xcc9e2d51;
        const uint C2 = 0x1b873593;
        uint hash = 0;
        ReadOnlySpan<uint> blocks = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(bytes);
        foreach (uint block in blocks)
        {
            hash ^= System.Numerics.BitOperations.RotateLeft(block * C1, 15) * C2;
            hash = (System.Numerics.BitOperations.RotateLeft(hash, 13) * 5) + 0xe6546b64;
        }

        uint tail = 0;
        ReadOnlySpan<byte> rest = bytes[(blocks.Length * 4)..];
        for (int i = rest.Length - 1; i >= 0; i--)
        {
            tail = (tail << 8) | rest[i];
        }

        hash ^= System.Numerics.BitOperations.RotateLeft(tail * C1, 15) * C2;
        hash ^= (uint)bytes.Length;
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}
