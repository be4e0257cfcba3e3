using System.Globalization;
using System.Text;

namespace FlagAnalyzers.Tool.Removal;

/// <summary>The difference of two texts, as <c>diff -u</c> writes it.</summary>
internal static class LineDiff
{
    private const int Context = 3;

    /// <summary>Larger changes than this many pairs of lines are shown as one block that went and one that came.</summary>
    private const long MaximumPairs = 4_000_000;

    public static string Of(string name, string before, string after)
    {
        string[] old = Lines(before);
        string[] now = Lines(after);
        List<(char Sign, string Line)> lines = Compare(old, now);
        StringBuilder text = new();
        text.Append("--- ").Append(name).Append("\n+++ ").Append(name).Append('\n');
        int position = 0;
        int oldLine = 1;
        int newLine = 1;
        while (position < lines.Count)
        {
            int first = lines.FindIndex(position, static line => line.Sign != ' ');
            if (first < 0)
            {
                break;
            }

            int start = Math.Max(position, first - Context);
            oldLine += start - position;
            newLine += start - position;
            int end = first;
            for (int i = first; i < lines.Count && i <= end + (2 * Context); i++)
            {
                end = lines[i].Sign == ' ' ? end : i;
            }

            int stop = Math.Min(lines.Count, end + 1 + Context);
            int oldCount = lines.Skip(start).Take(stop - start).Count(static line => line.Sign != '+');
            int newCount = lines.Skip(start).Take(stop - start).Count(static line => line.Sign != '-');
            text.Append(CultureInfo.InvariantCulture, $"@@ -{oldLine},{oldCount} +{newLine},{newCount} @@\n");
            foreach ((char sign, string line) in lines.Skip(start).Take(stop - start))
            {
                text.Append(sign).Append(line).Append('\n');
            }

            oldLine += oldCount;
            newLine += newCount;
            position = stop;
        }

        return text.ToString();
    }

    private static string[] Lines(string text)
    {
        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    private static List<(char Sign, string Line)> Compare(string[] old, string[] now)
    {
        int head = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head])
        {
            head++;
        }

        int tail = 0;
        while (tail < old.Length - head && tail < now.Length - head && old[^(tail + 1)] == now[^(tail + 1)])
        {
            tail++;
        }

        List<(char, string)> lines = [.. old.Take(head).Select(static line => (' ', line))];
        lines.AddRange(CompareMiddle(old[head..^tail], now[head..^tail]));
        lines.AddRange(old.TakeLast(tail).Select(static line => (' ', line)));
        return lines;
    }

    private static IEnumerable<(char Sign, string Line)> CompareMiddle(string[] old, string[] now)
    {
        if ((long)old.Length * now.Length > MaximumPairs)
        {
            return old.Select(static line => ('-', line)).Concat(now.Select(static line => ('+', line)));
        }

        int[,] common = new int[old.Length + 1, now.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        List<(char, string)> lines = [];
        int left = 0;
        int right = 0;
        while (left < old.Length || right < now.Length)
        {
            if (left < old.Length && right < now.Length && old[left] == now[right])
            {
                lines.Add((' ', old[left++]));
                right++;
            }
            else if (left < old.Length && (right == now.Length || common[left + 1, right] >= common[left, right + 1]))
            {
                lines.Add(('-', old[left++]));
            }
            else
            {
                lines.Add(('+', now[right++]));
            }
        }

        return lines;
    }
}
