using Microsoft.CodeAnalysis.Text;

namespace FlagAnalyzers.Removal.Repair;

/// <summary>Blank lines that the removal left over: at most one in a row, none behind an opening or before a closing brace. Those that people left stay.</summary>
internal static class BlankLines
{
    public static SourceText Clear(SourceText before, SourceText after)
    {
        HashSet<(string, string)> old = [.. Gaps(before).Where(gap => IsSurplus(before, gap)).Select(gap => Neighbours(before, gap))];
        List<TextChange> changes = [];
        foreach ((int First, int Last) gap in Gaps(after))
        {
            if (IsSurplus(after, gap) && !old.Contains(Neighbours(after, gap)))
            {
                bool keepsOne = !IsAtBrace(after, gap);
                int first = keepsOne ? gap.First + 1 : gap.First;
                changes.Add(new TextChange(TextSpan.FromBounds(after.Lines[first].Start, after.Lines[gap.Last].EndIncludingLineBreak), string.Empty));
            }
        }

        return changes.Count == 0 ? after : after.WithChanges(changes);
    }

    private static IEnumerable<(int First, int Last)> Gaps(SourceText text)
    {
        int first = -1;
        for (int i = 0; i < text.Lines.Count; i++)
        {
            bool isBlank = string.IsNullOrWhiteSpace(text.Lines[i].ToString()) && i < text.Lines.Count - 1;
            if (isBlank && first < 0)
            {
                first = i;
            }
            else if (!isBlank && first >= 0)
            {
                yield return (first, i - 1);
                first = -1;
            }
        }
    }

    private static bool IsSurplus(SourceText text, (int First, int Last) gap) => gap.Last > gap.First || IsAtBrace(text, gap);

    private static bool IsAtBrace(SourceText text, (int First, int Last) gap) =>
        gap.First == 0
        || Trimmed(text, gap.First - 1) is { } above && (above.EndsWith("{", StringComparison.Ordinal))
        || Trimmed(text, gap.Last + 1) is { } below && below.StartsWith("}", StringComparison.Ordinal);

    private static (string Above, string Below) Neighbours(SourceText text, (int First, int Last) gap) => (Trimmed(text, gap.First - 1), Trimmed(text, gap.Last + 1));

    private static string Trimmed(SourceText text, int line) => line < 0 || line >= text.Lines.Count ? string.Empty : text.Lines[line].ToString().Trim();
}
