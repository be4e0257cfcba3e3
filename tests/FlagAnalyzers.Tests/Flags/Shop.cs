namespace FlagAnalyzers.Flags;

internal static class Shop
{
    public static string Manifest { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Flags", "shop.flags.json"));

    public static FlagStore Store { get; } = new(FlagSnapshot.Parse(Manifest), new StoppedClock(1_700_000_050));

    public static ShopFlags For(ShopContext context) => new(Store, context);

    /// <summary>A store of a manifest in which something is otherwise.</summary>
    public static ShopFlags With(string old, string @new, ShopContext? context = null)
    {
        string manifest = Manifest.Replace(old, @new, StringComparison.Ordinal);
        Assert.NotEqual(Manifest, manifest);
        return new ShopFlags(new FlagStore(FlagSnapshot.Parse(manifest)), context ?? new ShopContext());
    }
}

internal sealed class StoppedClock(long seconds) : TimeProvider
{
    public long Seconds { get; set; } = seconds;

    public int Readings { get; private set; }

    public override DateTimeOffset GetUtcNow()
    {
        this.Readings++;
        return DateTimeOffset.FromUnixTimeSeconds(this.Seconds);
    }
}
