using FlagAnalyzers.Removal;
using FlagAnalyzers.Tool.Removal;

namespace FlagAnalyzers.Tool;

public sealed class WarmUpTests
{
    [Fact]
    public async Task WarmUp_GoesThroughAWholeRemoval()
    {
        RemovalResult result = await WarmUp.RunAsync();

        Assert.Equal(4, result.Uses.Count);
        Assert.True(result.IsComplete);
        Assert.True(result.DeletedLines > 20);
    }
}
