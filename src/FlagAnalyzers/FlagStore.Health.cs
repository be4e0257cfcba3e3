using FlagAnalyzers.Health;

namespace FlagAnalyzers;

/// <content>How a store is.</content>
public sealed partial class FlagStore
{
    /// <summary>How the store is now: its sources, which layer decides each flag, and what the program does not get. Made when it is asked for, from all flags; not for a
    /// hot path.</summary>
    public FlagStoreHealth Health
    {
        get
        {
            lock (this.gate)
            {
                HealthReport report = new(this.root.Stored, this.layered, this.current, this.overridden);
                List<FlagSourceHealth> sources = [];
                foreach (Layers.SourceLayer layer in this.layers)
                {
                    if (layer.Source is not null || layer.LastGood is not null || layer.Error is not null)
                    {
                        sources.Add(new FlagSourceHealth(layer, this.layered.Base == layer));
                    }
                }

                return new FlagStoreHealth(this.environment, sources, report.Flags(), this.misfit is null ? report.Problems() : [this.misfit, .. report.Problems()]);
            }
        }
    }
}
