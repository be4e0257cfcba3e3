namespace FlagAnalyzers.Manifests.Text;

/// <summary>Turns positions of a text into lines and columns, both counted from 1, columns in UTF-16 code units as compilers count them.</summary>
internal sealed class LineMap
{
    private readonly List<int> lineStarts = [0];

    public LineMap(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                this.lineStarts.Add(i + 1);
            }
        }
    }

    public (int Line, int Column) At(int position)
    {
        int index = this.lineStarts.BinarySearch(position);
        int line = index >= 0 ? index : ~index - 1;
        return (line + 1, position - this.lineStarts[line] + 1);
    }
}
