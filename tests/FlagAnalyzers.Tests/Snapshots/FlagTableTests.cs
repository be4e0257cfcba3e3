using System.Globalization;
using FlagAnalyzers.Manifests.Model;

namespace FlagAnalyzers.Snapshots;

public sealed class FlagTableTests
{
    private const int Flags = 200;

    private static readonly string Manifest = $$"""
        {
          "$evaluators": { "staff": { "ends_with": [{ "var": "email" }, "@corp.example"] }, "either": { "or": [{ "$ref": "staff" }, { "$ref": "circle" }] }, "circle": { "$ref": "circle" } },
          "metadata": { "set": "shop", "owner": "nobody" },
          "flags": { {{string.Join(", ", Enumerable.Range(0, Flags).Select(Flag))}} }
        }
        """;

    [Fact]
    public void Find_RacingFirstReads_GiveOneMeaning()
    {
        const int Readers = 4;
        BoundFlag[] alone = ReadAll(FlagSnapshot.Parse(Manifest), 0);
        for (int round = 0; round < 50; round++)
        {
            FlagSnapshot snapshot = FlagSnapshot.Parse(Manifest);
            BoundFlag[][] read = new BoundFlag[Readers][];
            using Barrier start = new(Readers);
            Thread[] threads = [.. Enumerable.Range(0, Readers).Select(reader => new Thread(() =>
            {
                start.SignalAndWait();
                read[reader] = ReadAll(snapshot, reader * 3);
            }))];
            Array.ForEach(threads, static thread => thread.Start());
            Array.ForEach(threads, static thread => thread.Join());

            Assert.All(read, flags => Assert.True(flags.SequenceEqual(read[0])));
            Assert.Equal(alone.Select(static flag => (flag.Key, flag.Definition)), read[0].Select(static flag => (flag.Key, flag.Definition)));
        }
    }

    [Fact]
    public void Find_AnyOrder_GivesTheSameMeaning()
    {
        FlagSnapshot forwards = FlagSnapshot.Parse(Manifest);
        FlagSnapshot backwards = FlagSnapshot.Parse(Manifest);
        EvaluationContext context = new("user-1");
        foreach (string key in backwards.Keys.Reverse())
        {
            _ = backwards.Find(key);
        }

        foreach (string key in forwards.Keys)
        {
            JsonEvaluation evaluation = backwards.Evaluate(key, FlagType.Boolean, null, context, 0);
            Assert.Equal(forwards.Evaluate(key, FlagType.Boolean, null, context, 0) with { Metadata = evaluation.Metadata }, evaluation);
            Assert.Equal(forwards.Find(key)!.Definition, backwards.Find(key)!.Definition);
            Assert.Equal(("shop", "team-" + key[5..]), (evaluation.Metadata["set"], evaluation.Metadata["owner"]));
        }
    }

    [Fact]
    public void Find_AfterTheFirstRead_AllocatesNothing()
    {
        FlagSnapshot snapshot = FlagSnapshot.Parse(Manifest);
        string[] keys = [.. snapshot.Keys, "no-flag"];
        Read(snapshot, keys);
        Read(snapshot, keys);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Read(snapshot, keys);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Find_EvaluatorsInALongChain_DoesNotExhaustTheStack()
    {
        const int Length = 50_000;
        IEnumerable<string> chain = Enumerable.Range(0, Length).Select(static i => string.Create(CultureInfo.InvariantCulture, $$"""
            "e{{i}}": { "!": { "$ref": "e{{i + 1}}" } }
            """));
        FlagSnapshot snapshot = FlagSnapshot.Parse($$"""{ "$evaluators": { {{string.Join(',', chain)}} }, "flags": { "f": { "variants": { "true": 1 }, "targeting": { "$ref": "e0" } } } }""");

        Assert.Equal(EvaluationErrorCode.ParseError, snapshot.Evaluate("f", FlagType.Integer, null, new EvaluationContext(), 0).ErrorCode);
    }

    private static string Flag(int i) => string.Create(CultureInfo.InvariantCulture, $$"""
        "flag-{{i}}": {
          "flagType": "boolean", "defaultValue": false, "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "off",
          "targeting": { "if": [{ "$ref": "{{(i % 2 == 0 ? "either" : "circle")}}" }, "on", { "fractional": [["on", {{i}}], ["off", 90]] }] },
          "metadata": { "owner": "team-{{i}}" }
        }
        """);

    private static BoundFlag[] ReadAll(FlagSnapshot snapshot, int first)
    {
        BoundFlag[] flags = new BoundFlag[Flags];
        for (int i = 0; i < Flags; i++)
        {
            int flag = (i + first) % Flags;
            flags[flag] = snapshot.Find("flag-" + flag.ToString(CultureInfo.InvariantCulture))!;
        }

        return flags;
    }

    private static void Read(FlagSnapshot snapshot, string[] keys)
    {
        foreach (string key in keys)
        {
            _ = snapshot.Find(key);
        }
    }
}
