namespace FlagAnalyzers.Manifests.Json;

/// <summary>
/// What the indentation of a file tells of its brackets. Consulted only where the brackets do not balance: then a member that stands as far
/// left as the members of an outer object belongs to that object, so that a forgotten bracket costs one flag and not all that follow.
/// </summary>
internal sealed class JsonLayout(string text)
{
    private readonly List<OpenContainer> open = [];

    public void Open(int position, bool isObject) => this.open.Add(new OpenContainer(this.IndentOfLineAt(position), isObject));

    public void Close() => this.open.RemoveAt(this.open.Count - 1);

    /// <summary>Whether the member name at this position belongs to an object around the innermost one.</summary>
    public bool MemberBelongsOutside(int position)
    {
        int top = this.open.Count - 1;
        if (!this.IsFirstOfLine(position, out int indent))
        {
            return false;
        }

        OpenContainer container = this.open[top];
        if (indent <= container.OpenerIndent && container.MemberIndent != indent)
        {
            for (int i = top - 1; i >= 0; i--)
            {
                if (this.open[i].IsObject && this.open[i].MemberIndent == indent)
                {
                    return true;
                }
            }
        }

        if (container.MemberIndent < 0)
        {
            this.open[top] = container with { MemberIndent = indent };
        }

        return false;
    }

    /// <summary>Whether the closing bracket at this position closes a container around the innermost one.</summary>
    public bool CloserBelongsOutside(int position, bool closesObject)
    {
        int top = this.open.Count - 1;
        if (!this.IsFirstOfLine(position, out int indent) || indent >= this.open[top].OpenerIndent)
        {
            return false;
        }

        for (int i = top - 1; i >= 0; i--)
        {
            if (this.open[i].OpenerIndent == indent && this.open[i].IsObject == closesObject)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the closing bracket at this position is one too many: indented deeper than the line that opened the innermost container.</summary>
    public bool IsSurplusCloser(int position) =>
        this.IsFirstOfLine(position, out int indent) && indent > this.open[this.open.Count - 1].OpenerIndent;

    private bool IsFirstOfLine(int position, out int indent)
    {
        int start = this.LineStart(position);
        indent = position - start;
        for (int i = start; i < position; i++)
        {
            if (text[i] is not (' ' or '\t'))
            {
                return false;
            }
        }

        return true;
    }

    private int IndentOfLineAt(int position)
    {
        int start = this.LineStart(position);
        int i = start;
        while (i < position && text[i] is ' ' or '\t')
        {
            i++;
        }

        return i - start;
    }

    // Bounded, so that a file of one long line stays linear; beyond that there is no indentation to speak of.
    private int LineStart(int position)
    {
        const int LongestIndent = 256;
        int i = position;
        while (i > 0 && position - i < LongestIndent && text[i - 1] is not ('\n' or '\r'))
        {
            i--;
        }

        return i;
    }

    private readonly record struct OpenContainer(int OpenerIndent, bool IsObject, int MemberIndent = -1);
}
