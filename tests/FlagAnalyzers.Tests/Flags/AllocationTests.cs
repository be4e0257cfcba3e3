using System.Runtime.CompilerServices;

namespace FlagAnalyzers.Flags;

public sealed class AllocationTests
{
    private static readonly ShopContext Context = new("user-1") { Email = "ännchen@example.org", Plan = "enterprise", AppVersion = "2.5.0-rc.1", Age = 30, Groups = ["beta"] };

    public static TheoryData<string> Reads => [.. AllReads.Keys];

    private static IReadOnlyDictionary<string, Action<ShopFlags>> AllReads { get; } = new Dictionary<string, Action<ShopFlags>>
    {
        ["boolean by reference and rollout"] = static flags => Keep(flags.NewCheckout),
        ["choice by cat"] = static flags => Keep(flags.BuyButton),
        ["string by in"] = static flags => Keep(flags.Greeting),
        ["integer by equality"] = static flags => Keep(flags.MaxUploadMb),
        ["float by order"] = static flags => Keep(flags.SampleRate),
        ["object by version"] = static flags => Keep(flags.SearchSettings),
        ["time-based ramp"] = static flags => Keep(flags.Ramp),
        ["disabled"] = static flags => Keep(flags.LegacyExport),
        ["short form"] = static flags => Keep(flags.Short),
        ["object that is not in the manifest"] = static flags => Keep(flags.Gone),
        ["evaluation"] = static flags => Keep(flags.Evaluate<bool>("new-checkout").Value),
        ["evaluation of an object"] = static flags => Keep(flags.Evaluate<ShopFlags.SearchSettingsValue>("search-settings").Value),
    };

    [Theory]
    [MemberData(nameof(Reads))]
    public void Read_Warm_AllocatesNothing(string read)
    {
        ShopFlags flags = Shop.For(Context);
        Action<ShopFlags> run = AllReads[read];

        Assert.Equal(0, Allocated(run, flags));
    }

    /// <summary>What the rules of the portable vectors do not allocate either: each operator that flagd's implementations agree on.</summary>
    [Theory]
    [InlineData("""{ "and": [{ "!": [{ "var": "beta" }] }, { "!!": [{ "var": "plan" }] }, "on"] }""")]
    [InlineData("""{ "if": [{ "or": [{ "===": [{ "var": "plan" }, null] }, { "!==": [{ "var": ["country", "DE"] }, "DE"] }] }, "on", "off"] }""")]
    [InlineData("""{ "if": [{ "<=": [1, { "*": [{ "var": ["age", 0] }, 2] }, { "+": [100, { "var": ["user.score", 1] }, 3] }] }, "on", "off"] }""")]
    [InlineData("""{ "if": [{ "in": ["corp", { "var": ["email", ""] }] }, "on", "off"] }""")]
    [InlineData("""{ "if": [{ "in": ["beta", { "var": ["groups", []] }] }, "on", "off"] }""")]
    [InlineData("""{ "if": [{ "starts_with": [{ "var": "email" }, "ann"] }, "on", { "<": [{ "var": ["plan", ""] }, "pro"] }, "on", "off"] }""")]
    [InlineData("""{ "fractional": [{ "cat": [{ "var": ["age", 1] }, "-", { "var": ["email", "x"] }, 1.5] }, ["on", { "-": [{ "var": "$flagd.timestamp" }, 1699999999] }], ["off", 7]] }""")]
    public void Read_PortableRule_AllocatesNothing(string rule)
    {
        FlagSnapshot snapshot = FlagSnapshot.Parse($$"""{ "flags": { "new-checkout": { "variants": { "on": true, "off": false }, "defaultVariant": "off", "targeting": {{rule}} } } }""");
        ShopFlags flags = new(new FlagStore(snapshot), Context);

        Assert.Equal(0, Allocated(AllReads["boolean by reference and rollout"], flags));
        Assert.Null(flags.Evaluate<bool>("new-checkout").ErrorCode);
    }

    /// <summary>The least of some rounds: what a read allocates, it allocates in each; what the compiler of .NET does when it optimises a method falls into one.</summary>
    private static long Allocated(Action<ShopFlags> run, ShopFlags flags)
    {
        Repeat(run, flags);
        long least = long.MaxValue;
        for (int round = 0; round < 4; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Repeat(run, flags);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static void Repeat(Action<ShopFlags> run, ShopFlags flags)
    {
        for (int i = 0; i < 1000; i++)
        {
            run(flags);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Keep<T>(T value)
    {
        _ = value;
    }
}
