using System.Diagnostics;
using System.Diagnostics.Metrics;
using FlagAnalyzers.Layers;

namespace FlagAnalyzers.Telemetry;

/// <summary>Listeners hear of every store of the process, and what listens changes how flags are read: nothing else runs at the same time.</summary>
[Collection(AloneCollection.Name)]
public sealed class TelemetryTests
{
    private const string Meter = "FlagAnalyzers";

    [Fact]
    public void Read_WhileSomebodyListens_IsCountedByFlagVariantAndReasonAndStillCompiled()
    {
        List<string> counted = [];
        using MeterListener listener = Listen("feature_flag.evaluations", counted);
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        SwitchFlags flags = store.Read(plan: "pro");
        Assert.True(flags.Alpha);
        Assert.Equal(1, flags.CompiledReads);
        Assert.Equal(1, flags.Size);
        Assert.False(flags.Evaluate<bool>("nobody").Value);

        Assert.Contains("feature_flag.key=alpha feature_flag.result.reason=targeting_match feature_flag.result.variant=on", counted);
        Assert.Contains("feature_flag.key=size feature_flag.result.reason=static feature_flag.result.variant=small", counted);
        Assert.Contains("error.type=flag_not_found feature_flag.key=nobody feature_flag.result.reason=error", counted);
    }

    [Fact]
    public void Read_InAnActivity_AddsAnEventWithTheNamesOfOpenTelemetry()
    {
        using ActivitySource program = new("TelemetryTests");
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name is "TelemetryTests" or Meter,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        using FlagStore store = SwitchFlags.Compiled.CreateStore();

        using Activity? activity = program.StartActivity("request");
        Assert.NotNull(activity);
        Assert.False(store.Read().Alpha);

        ActivityEvent told = Assert.Single(activity.Events);
        Assert.Equal("feature_flag.evaluation", told.Name);
        Assert.Contains(told.Tags, tag => tag is { Key: "feature_flag.key", Value: "alpha" });
        Assert.Contains(told.Tags, tag => tag is { Key: "feature_flag.result.variant", Value: "off" });
        Assert.Contains(told.Tags, tag => tag is { Key: "feature_flag.provider.name", Value: "FlagAnalyzers" });
    }

    [Fact]
    public void Reload_WhileSomebodyListens_IsCountedBySource()
    {
        List<string> counted = [];
        using MeterListener listener = Listen("feature_flag.reloads", counted);
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        HandSource source = new("telemetry-source", SwitchFlags.Manifest);

        store.AddSource(source);
        source.Publish("{", out _);

        Assert.Equal(
            ["flaganalyzers.source=telemetry-source", "error.type=refused flaganalyzers.source=telemetry-source"],
            counted.Where(line => line.Contains("telemetry-source", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_WhenNobodyListens_RunsCompiledRulesAtOnce()
    {
        using FlagStore store = SwitchFlags.Compiled.CreateStore();
        SwitchFlags flags = store.Read(plan: "pro");

        Assert.False(FlagTelemetry.IsObserved);
        Assert.True(flags.Alpha);
        Assert.Equal(1, flags.CompiledReads);
    }

    private static MeterListener Listen(string instrument, List<string> counted)
    {
        MeterListener listener = new()
        {
            InstrumentPublished = (published, self) =>
            {
                if (published.Meter.Name == Meter && published.Name == instrument)
                {
                    self.EnableMeasurementEvents(published);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, measurement, tags, _) =>
        {
            Assert.Equal(1, measurement);
            lock (counted)
            {
                counted.Add(string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal)));
            }
        });
        listener.Start();
        return listener;
    }
}
