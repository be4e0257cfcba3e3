using System.Diagnostics;

namespace FlagAnalyzers.Sources.Http;

/// <summary>Waits for what happens on other threads.</summary>
internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<bool> condition, TimeSpan? limit = null)
    {
        Stopwatch time = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(time.Elapsed < (limit ?? Limit), "What the test waits for did not happen.");
            await Task.Delay(2);
        }
    }
}
