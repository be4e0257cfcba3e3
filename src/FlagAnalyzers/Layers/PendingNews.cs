namespace FlagAnalyzers.Layers;

/// <summary>What handlers are to be told once the teller has let go of its locks: a handler may do anything, and wait for anybody.</summary>
internal sealed class PendingNews
{
    private readonly List<Action> news = [];

    public void Add(Action one) => this.news.Add(one);

    public void Tell()
    {
        foreach (Action one in this.news)
        {
            one();
        }
    }
}
