namespace FlagAnalyzers.Sources.Http;

public sealed class PollScheduleTests
{
    [Fact]
    public void AfterAnswer_ManyTimes_IsSpreadOverATenthAroundTheInterval()
    {
        PollSchedule schedule = Schedule(seed: 1);
        List<double> waits = [.. Enumerable.Range(0, 1000).Select(_ => schedule.AfterAnswer().TotalSeconds)];

        Assert.InRange(waits.Min(), 27, 27.2);
        Assert.InRange(waits.Max(), 32.8, 33);
        Assert.InRange(waits.Average(), 29.8, 30.2);
    }

    [Fact]
    public void AfterAnswer_Seeds_GiveEqualOrOtherWaits()
    {
        Assert.Equal(Schedule(seed: 1).AfterAnswer(), Schedule(seed: 1).AfterAnswer());
        Assert.NotEqual(Schedule(seed: 1).AfterAnswer(), Schedule(seed: 2).AfterAnswer());
    }

    [Fact]
    public void AfterFailure_ManyInARow_DoublesUpToTheLongest()
    {
        PollSchedule schedule = Schedule(seed: 1);
        double[] whole = [1, 2, 4, 8, 16, 32, 60, 60, 60];

        foreach (double seconds in whole)
        {
            Assert.InRange(schedule.AfterFailure(null).TotalSeconds, seconds / 2, seconds);
        }

        for (int i = 0; i < 5000; i++)
        {
            Assert.InRange(schedule.AfterFailure(null).TotalSeconds, 30, 60);
        }

        schedule.AfterAnswer();
        Assert.InRange(schedule.AfterFailure(null).TotalSeconds, 0.5, 1);
    }

    [Theory]
    [InlineData(120, 120, 132)]
    [InlineData(0.1, 0.5, 1)]
    [InlineData(-5, 0.5, 1)]
    [InlineData(1_000_000, 3600, 3960)]
    public void AfterFailure_WhatTheServerAsksFor_CountsWhereItIsLonger(double asked, double least, double most) =>
        Assert.InRange(Schedule(seed: 3).AfterFailure(TimeSpan.FromSeconds(asked)).TotalSeconds, least, most);

    [Fact]
    public async Task Poll_RetryAfterInSeconds_IsHonoured()
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Status(503, "120"));
        await test.StartAsync();

        Assert.InRange((await test.Clock.WaitAsync(1)).TotalSeconds, 120, 132);
    }

    [Fact]
    public async Task Poll_RetryAfterAsADate_IsHonoured()
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Status(429, "Wed, 25 Nov 2026 12:05:00 GMT"));
        await test.StartAsync();

        Assert.InRange((await test.Clock.WaitAsync(1)).TotalSeconds, 300, 330);
    }

    [Fact]
    public async Task Poll_FailuresThenAnAnswer_ReturnsToTheInterval()
    {
        await using HttpSourceTest test = await HttpSourceTest.ServeAsync(FlagServer.Status(500));
        await test.StartAsync();
        await test.Clock.PassAsync(1);
        await test.Clock.PassAsync(2);
        test.Server.Answer = FlagServer.Manifest(FlagServer.Numbered(2));
        await test.Clock.PassAsync(3);

        Assert.Collection(
            test.Clock.Waits.Select(wait => wait.TotalSeconds),
            wait => Assert.InRange(wait, 0.5, 1),
            wait => Assert.InRange(wait, 1, 2),
            wait => Assert.InRange(wait, 2, 4),
            wait => Assert.InRange(wait, 27, 33));
        Assert.Equal(2, test.Number);
    }

    private static PollSchedule Schedule(int seed) => new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), seed);
}
