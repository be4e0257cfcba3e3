namespace FlagAnalyzers.Manifests.Naming;

/// <summary>Did-you-mean: the candidate that a misspelt name most likely stands for.</summary>
internal static class NearestName
{
    private const int LongestCompared = 128;

    /// <summary>The nearest candidate by edit distance (insert, delete, replace, swap neighbours), ignoring case and separators first; null when nothing is near.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length > LongestCompared)
        {
            return null;
        }

        string? best = null;
        int bestDistance = Math.Max(1, name.Length / 3) + 1;
        string folded = Fold(name);
        foreach (string candidate in candidates)
        {
            if (candidate == name)
            {
                continue;
            }

            if (folded.Length > 0 && Fold(candidate) == folded)
            {
                return candidate;
            }

            if (Math.Abs(candidate.Length - name.Length) < bestDistance)
            {
                int distance = Distance(name, candidate, bestDistance);
                if (distance < bestDistance && distance < Math.Max(name.Length, candidate.Length))
                {
                    best = candidate;
                    bestDistance = distance;
                }
            }
        }

        return best;
    }

    /// <summary>" Did you mean 'x'?" with a leading space, or the empty string.</summary>
    public static string Hint(string name, IEnumerable<string> candidates) => Find(name, candidates) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    private static string Fold(string name)
    {
        char[] folded = new char[name.Length];
        int length = 0;
        foreach (char c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                folded[length++] = char.ToLowerInvariant(c);
            }
        }

        return new string(folded, 0, length);
    }

    // Optimal string alignment (Damerau-Levenshtein without repeated edits), case-blind; gives `limit` as soon as nothing smaller is possible.
    private static int Distance(string left, string right, int limit)
    {
        int[] beforePrevious = new int[right.Length + 1];
        int[] previous = new int[right.Length + 1];
        int[] current = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            int smallest = i;
            for (int j = 1; j <= right.Length; j++)
            {
                bool isSame = Same(left[i - 1], right[j - 1]);
                int distance = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + (isSame ? 0 : 1));
                if (i > 1 && j > 1 && !isSame && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    distance = Math.Min(distance, beforePrevious[j - 2] + 1);
                }

                current[j] = distance;
                smallest = Math.Min(smallest, distance);
            }

            if (smallest >= limit)
            {
                return limit;
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
