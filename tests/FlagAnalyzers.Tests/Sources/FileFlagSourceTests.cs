using FlagAnalyzers.Layers;

namespace FlagAnalyzers.Sources;

public sealed class FileFlagSourceTests : IDisposable
{
    private static readonly string BetaOn = Switch.With("beta-mode", "on");

    private readonly FlagFolder folder = new();

    /// <summary>Watching alone, and polling alone.</summary>
    public static TheoryData<bool> Watching => [true, false];

    public void Dispose() => this.folder.Dispose();

    [Fact]
    public void Start_FileThatIsThere_IsInForceAtOnce()
    {
        this.folder.Write(BetaOn);

        using FlagStore store = FlagFolder.Store(this.Source(watch: true));

        Assert.True(store.Read().BetaMode);
        Assert.Equal(this.folder.Path, Assert.Single(store.Health.Sources).Name);
    }

    [Fact]
    public void Start_NoFile_CompiledFlagsAreInForceAndNothingIsWrong()
    {
        using FlagStore store = FlagFolder.Store(this.Source(watch: true));

        Assert.False(store.Read().BetaMode);
        Assert.True(store.Health.IsHealthy);
    }

    [Fact]
    public void Start_BrokenFile_CompiledFlagsAreInForceAndHealthSaysWhere()
    {
        this.folder.Write("{\n  \"flags\": { \"alpha\" }\n}");

        using FlagStore store = FlagFolder.Store(this.Source(watch: true));

        Assert.False(store.Read().BetaMode);
        Assert.StartsWith($"{this.folder.Path}(2,", Assert.Single(store.Health.Sources).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_FileWithByteOrderMark_IsRead()
    {
        File.WriteAllText(this.folder.Path, BetaOn, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        using FlagStore store = FlagFolder.Store(this.Source(watch: false));

        Assert.True(store.Read().BetaMode);
    }

    [Fact]
    public void Start_FileThatIsNotUtf8_IsRefused()
    {
        File.WriteAllBytes(this.folder.Path, [.. System.Text.Encoding.Latin1.GetBytes(BetaOn.Replace("\"red\"", "\"r\u00f6d\"", StringComparison.Ordinal))]);

        using FlagStore store = FlagFolder.Store(this.Source(watch: false));

        Assert.False(store.Read().BetaMode);
        Assert.EndsWith("is not UTF-8.", Assert.Single(store.Health.Sources).Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Watching))]
    public void Save_InPlace_ReachesReaders(bool watch)
    {
        this.folder.Write(SwitchFlags.Manifest);
        using FlagStore store = FlagFolder.Store(this.Source(watch));

        this.folder.Write(BetaOn);

        FlagFolder.Await(() => store.Read().BetaMode, "a save is seen");
    }

    [Theory]
    [MemberData(nameof(Watching))]
    public void Save_ByRenaming_ReachesReaders(bool watch)
    {
        this.folder.Write(SwitchFlags.Manifest);
        using FlagStore store = FlagFolder.Store(this.Source(watch));

        this.folder.Replace(BetaOn);
        FlagFolder.Await(() => store.Read().BetaMode, "a rename is seen");

        this.folder.Replace(SwitchFlags.Manifest);
        FlagFolder.Await(() => !store.Read().BetaMode, "a second rename is seen");
    }

    [Theory]
    [MemberData(nameof(Watching))]
    public void Mount_LinkLedElsewhere_ReachesReaders(bool watch)
    {
        this.folder.Mount(SwitchFlags.Manifest, "..2026_1");
        using FlagStore store = FlagFolder.Store(this.Source(watch));
        Assert.False(store.Read().BetaMode);

        this.folder.Mount(BetaOn, "..2026_2");

        FlagFolder.Await(() => store.Read().BetaMode, "a link that leads elsewhere is seen");
    }

    [Theory]
    [MemberData(nameof(Watching))]
    public void Create_FileThatWasNotThereAtStart_ReachesReaders(bool watch)
    {
        using FlagStore store = FlagFolder.Store(this.Source(watch));

        this.folder.Write(BetaOn);

        FlagFolder.Await(() => store.Read().BetaMode, "a new file is seen");
    }

    [Fact]
    public void Create_FolderThatWasNotThereAtStart_ReachesReaders()
    {
        string path = this.folder.In(Path.Combine("later", "flags.json"));
        using FlagStore store = FlagFolder.Store(new FileFlagSource(path, Options(watch: true)));

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, BetaOn);

        FlagFolder.Await(() => store.Read().BetaMode, "a new folder is seen");
    }

    [Theory]
    [MemberData(nameof(Watching))]
    public void Delete_KeepsTheLastGoodStateTellsAndRecovers(bool watch)
    {
        this.folder.Write(BetaOn);
        using FlagStore store = FlagFolder.Store(this.Source(watch));

        File.Delete(this.folder.Path);
        FlagFolder.Await(() => !store.Health.IsHealthy, "it is told that the file is gone");
        Assert.True(store.Read().BetaMode);
        Assert.EndsWith("is gone; what it said last stays in force until it is back.", Assert.Single(store.Health.Sources).Error, StringComparison.Ordinal);

        this.folder.Write(BetaOn);
        FlagFolder.Await(() => store.Health.IsHealthy, "it is told that the file is back");
        Assert.True(store.Read().BetaMode);
    }

    [Theory]
    [MemberData(nameof(Watching))]
    public void Save_BrokenFile_KeepsTheLastGoodStateAndIsToldOnce(bool watch)
    {
        this.folder.Write(BetaOn);
        using FlagStore store = FlagFolder.Store(this.Source(watch));
        int failures = 0;
        store.SourceFailed += (_, _) => Interlocked.Increment(ref failures);

        this.folder.Write("{ \"flags\": ");
        FlagFolder.Await(() => failures > 0, "it is told that the file is broken");
        Thread.Sleep(100);

        Assert.Equal(1, failures);
        Assert.True(store.Read().BetaMode);
        Assert.Contains("flags.json(1,", Assert.Single(store.Health.Sources).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_WrittenInTwoHalves_IsTakenWithoutAWord()
    {
        this.folder.Write(SwitchFlags.Manifest);
        using FlagStore store = FlagFolder.Store(this.Source(watch: true));
        int failures = 0;
        store.SourceFailed += (_, _) => Interlocked.Increment(ref failures);

        this.folder.Write(BetaOn[..200]);
        Thread.Sleep(40);
        this.folder.Write(BetaOn);

        FlagFolder.Await(() => store.Read().BetaMode, "the whole file is seen");
        Assert.Equal(0, failures);
    }

    [Theory]
    [MemberData(nameof(Watching))]
    public void Overlay_OfTheEnvironment_IsReadAndFollowed(bool watch)
    {
        this.folder.Write(SwitchFlags.Manifest);
        this.folder.Write(Switch.Overlay("size", "\"defaultVariant\": \"large\""), "flags.Staging.json");
        using FlagStore store = FlagFolder.Store(this.Source(watch), "Staging");
        Assert.Equal(100, store.Read().Size);

        this.folder.Write(Switch.Overlay("beta-mode", "\"defaultVariant\": \"on\""), "flags.Staging.json");

        FlagFolder.Await(() => store.Read() is { BetaMode: true, Size: 1 }, "a save of the overlay is seen");
    }

    [Fact]
    public void Overlay_InAFile_TakesThePlaceOfTheCompiledOne()
    {
        this.folder.Write(Switch.Overlay("beta-mode", "\"defaultVariant\": \"on\""), "flags.Staging.json");
        using FlagStore store = SwitchFlags.Compile(SwitchFlags.Manifest, ("Staging", Switch.Overlay("size", "\"defaultVariant\": \"large\""))).CreateStore();
        store.UseEnvironment("Staging");
        Assert.Equal(100, store.Read().Size);

        store.AddSource(this.Source(watch: false));

        Assert.Equal(1, store.Read().Size);
        Assert.True(store.Read().BetaMode);
    }

    [Fact]
    public void UseEnvironment_ReadsTheOtherOverlay()
    {
        this.folder.Write(SwitchFlags.Manifest);
        this.folder.Write(Switch.Overlay("size", "\"defaultVariant\": \"large\""), "flags.Staging.json");
        this.folder.Write(Switch.Overlay("beta-mode", "\"defaultVariant\": \"on\""), "flags.Canary.json");
        using FlagStore store = FlagFolder.Store(this.Source(watch: false), "Staging");

        store.UseEnvironment("Canary");

        Assert.True(store.Read().BetaMode);
        Assert.Equal(1, store.Read().Size);
    }

    [Theory]
    [InlineData("../Staging")]
    [InlineData("a/b")]
    [InlineData("")]
    public void UseEnvironment_ThatIsNoFileName_ReadsNoOverlay(string environment)
    {
        this.folder.Write(BetaOn);

        using FlagStore store = FlagFolder.Store(this.Source(watch: false), environment);

        Assert.True(store.Read().BetaMode);
        Assert.True(store.Health.IsHealthy);
    }

    [Fact]
    public void LibraryOverlay_LiesOnTheCompiledManifest()
    {
        this.folder.Write(Switch.Overlay("beta-mode", "\"defaultVariant\": \"on\""));

        using FlagStore store = FlagFolder.Store(new FileFlagSource(this.folder.Path, Options(watch: false), isLibraryOverlay: true));

        Assert.True(store.Read().BetaMode);
        Assert.Equal(1, store.Read().Size);
        Assert.Equal(FlagLayer.Overlay, store.Health.Of("beta-mode").DecidedBy);
    }

    [Fact]
    public void Changed_HandlerThatWaitsForAnotherThread_DoesNotBlockTheSource()
    {
        this.folder.Write(SwitchFlags.Manifest);
        using FlagStore store = FlagFolder.Store(this.Source(watch: true));
        bool isBack = false;
        store.Changed += (_, _) => isBack = Task.Run(store.Refresh).Wait(TimeSpan.FromSeconds(20));

        this.folder.Replace(BetaOn);

        FlagFolder.Await(() => isBack, "the other thread is back");
    }

    [Fact]
    public void Dispose_StopsFollowing()
    {
        this.folder.Write(SwitchFlags.Manifest);
        FlagStore store = FlagFolder.Store(this.Source(watch: true));

        store.Dispose();
        this.folder.Write(BetaOn);
        Thread.Sleep(300);

        Assert.False(store.Read().BetaMode);
    }

    [Fact]
    public void PollInterval_ThatIsNotPositive_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FileFlagSource("flags.json", new FileFlagSourceOptions { PollInterval = TimeSpan.Zero }));

    private static FileFlagSourceOptions Options(bool watch) => new() { Watch = watch, PollInterval = watch ? TimeSpan.FromSeconds(2) : TimeSpan.FromMilliseconds(20) };

    private FileFlagSource Source(bool watch) => new(this.folder.Path, Options(watch));
}
