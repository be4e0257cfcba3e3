using FlagAnalyzers.Manifests.Text;

namespace FlagAnalyzers.Manifests;

/// <summary>A text with the places where diagnostics are expected: <c>{|FLAG1001:"my-flag"|}</c>.</summary>
internal sealed class MarkedText
{
    private MarkedText(string text, IReadOnlyList<(string Id, TextRange Range)> marks)
    {
        this.Text = text;
        this.Marks = marks;
    }

    public string Text { get; }

    public IReadOnlyList<(string Id, TextRange Range)> Marks { get; }

    public static MarkedText Parse(string markup)
    {
        System.Text.StringBuilder text = new();
        List<(string, TextRange)> marks = [];
        Stack<(string Id, int Start)> open = new();
        for (int i = 0; i < markup.Length; i++)
        {
            if (markup.AsSpan(i).StartsWith("{|FLAG"))
            {
                open.Push((markup.Substring(i + 2, 8), text.Length));
                i += 10;
            }
            else if (open.Count > 0 && markup.AsSpan(i).StartsWith("|}"))
            {
                (string id, int start) = open.Pop();
                marks.Add((id, TextRange.Between(start, text.Length)));
                i++;
            }
            else
            {
                text.Append(markup[i]);
            }
        }

        return new MarkedText(text.ToString(), marks);
    }
}
