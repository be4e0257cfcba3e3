using FlagAnalyzers.CompilerServices;

namespace FlagAnalyzers.Flags;

public sealed class ReloadTests
{
    [Fact]
    public void CreateStore_Chunks_AreReadOnFirstUse()
    {
        int calls = 0;
        FlagStore store = Compiled(() =>
        {
            calls++;
            return ["{ \"flags\": {", Boolean("a", true), ",", Boolean("b", false), "} }"];
        }).CreateStore();

        Assert.Equal(0, calls);
        Assert.Equal(["a", "b"], store.Snapshot.Keys);
        Assert.Same(store.Snapshot, store.Snapshot);
        Assert.Equal(1, calls);
    }

    [Fact]
    public void CreateStore_TextThatCannotBeRead_AnswersCodeDefaults()
    {
        ShopFlags broken = new(Compiled(() => ["{"]).CreateStore(), new ShopContext());
        ShopFlags throwing = new(Compiled(() => throw new InvalidOperationException()).CreateStore(), new ShopContext());

        Assert.Equal(25, broken.MaxUploadMb);
        Assert.Equal(EvaluationErrorCode.FlagNotFound, throwing.Evaluate<int>("max-upload-mb").ErrorCode);
    }

    [Fact]
    public void Reload_NewText_IsSeenByNewFlagsOnly()
    {
        string text = Shop.Manifest;
        CompiledManifest manifest = Compiled(() => [text]);
        FlagStore store = manifest.CreateStore();
        ShopFlags before = new(store, new ShopContext());
        text = text.Replace("Good day", "Good evening", StringComparison.Ordinal);
        manifest.Reload(store);

        Assert.Equal("Good day", before.Greeting);
        Assert.Equal("Good evening", new ShopFlags(store, new ShopContext()).Greeting);
    }

    [Fact]
    public void Reload_BadText_KeepsTheLastGood()
    {
        string[] text = [Shop.Manifest];
        CompiledManifest manifest = Compiled(() => text);
        FlagStore store = manifest.CreateStore();
        FlagSnapshot good = store.Snapshot;
        text = ["{ \"flags\": "];
        manifest.Reload(store);

        Assert.Same(good, store.Snapshot);
    }

    [Fact]
    public void Reload_StoreOfSomebodyElse_IsLeftAlone()
    {
        FlagSnapshot snapshot = FlagSnapshot.Parse("{}");
        FlagStore store = new(snapshot);
        CompiledManifest manifest = Compiled(() => ["{}"]);
        manifest.Reload(store);
        manifest.Reload(null!);

        Assert.Same(snapshot, store.Snapshot);
    }

    [Fact]
    public async Task Reload_WhileOthersRead_LeavesEachFlagSetAsItWas()
    {
        int version = 0;
        CompiledManifest manifest = Compiled(() =>
        {
            int number = Interlocked.Increment(ref version);
            return [$$"""{ "flags": { "short": {{Integer(number)}}, "max-upload-mb": {{Integer(number)}} } }"""];
        });
        FlagStore store = manifest.CreateStore();
        using CancellationTokenSource done = new();
        Task<int>[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() => CountTornSets(store, done.Token)))];
        for (int i = 0; i < 2000; i++)
        {
            manifest.Reload(store);
        }

        await done.CancelAsync();

        Assert.All(await Task.WhenAll(readers), torn => Assert.Equal(0, torn));
        Assert.Equal(version, new ShopFlags(store, new ShopContext()).Short);
    }

    private static CompiledManifest Compiled(Func<string[]> text) => new(text, static () => [], static () => 0);

    private static int CountTornSets(FlagStore store, CancellationToken done)
    {
        int torn = 0;
        while (!done.IsCancellationRequested)
        {
            ShopFlags flags = new(store, new ShopContext());
            int first = flags.Short;
            Thread.Yield();
            torn += flags.MaxUploadMb == first && flags.Short == first ? 0 : 1;
        }

        return torn;
    }

    private static string Boolean(string key, bool value) =>
        $$""" "{{key}}": { "variants": { "on": true, "off": false }, "defaultVariant": "{{(value ? "on" : "off")}}" } """;

    private static string Integer(int number) => $$"""{ "flagType": "integer", "defaultValue": 0, "variants": { "a": {{number}} }, "defaultVariant": "a" }""";
}
