namespace FlagAnalyzers.Layers;

/// <summary>A source that publishes what a test hands it.</summary>
internal sealed class HandSource(string name, string? first = null) : FlagSource(name)
{
    public bool IsDisposed { get; private set; }

    public int Refreshes { get; private set; }

    public string? LastEnvironment { get; private set; }

    public bool Publish(string manifest, out string? error) => this.TryPublish(manifest, out error);

    public void Publish(string manifest) => Assert.True(this.TryPublish(manifest, out string? error), error);

    public void Fail(string error) => this.ReportFailure(error);

    public override void Refresh()
    {
        this.Refreshes++;
        this.LastEnvironment = this.Environment;
    }

    protected override void Start()
    {
        if (first is not null)
        {
            this.Publish(first);
        }
    }

    protected override void Dispose(bool disposing)
    {
        this.IsDisposed = true;
        base.Dispose(disposing);
    }
}
