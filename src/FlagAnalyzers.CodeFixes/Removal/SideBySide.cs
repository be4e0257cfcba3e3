namespace FlagAnalyzers.Removal;

/// <summary>Asks the same of many files at once; the answers come in the order of the files.</summary>
internal static class SideBySide
{
    public static async Task<IReadOnlyList<TAnswer>> SelectAsync<TItem, TAnswer>(IEnumerable<TItem> items, Func<TItem, Task<TAnswer>> select, CancellationToken cancellationToken) =>
        await Task.WhenAll(items.Select(item => Task.Run(() => select(item), cancellationToken))).ConfigureAwait(false);
}
