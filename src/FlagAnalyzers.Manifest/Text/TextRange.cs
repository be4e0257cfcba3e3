namespace FlagAnalyzers.Manifests.Text;

/// <summary>A stretch of a text, in UTF-16 code units from its beginning.</summary>
internal readonly record struct TextRange(int Start, int Length)
{
    public int End => this.Start + this.Length;

    public static TextRange Between(int start, int end) => new(start, end - start);
}
