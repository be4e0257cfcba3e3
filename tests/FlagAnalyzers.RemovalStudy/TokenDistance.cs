using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlagAnalyzers.RemovalStudy;

/// <summary>How many tokens have to go and to come to make one text of another: white space and comments do not count.</summary>
internal static class TokenDistance
{
    /// <param name="from">C#; null where there is no file.</param>
    /// <param name="to">The same.</param>
    public static int Between(string? from, string? to) => Between(Tokens(from), Tokens(to));

    /// <summary>The length of the shortest edit script (Myers, "An O(ND) difference algorithm", 1986).</summary>
    public static int Between(IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        int limit = from.Count + to.Count;
        int[] furthest = new int[(2 * limit) + 2];
        for (int distance = 0; distance <= limit; distance++)
        {
            for (int diagonal = -distance; diagonal <= distance; diagonal += 2)
            {
                int left = diagonal == -distance || (diagonal != distance && furthest[limit + diagonal - 1] < furthest[limit + diagonal + 1])
                    ? furthest[limit + diagonal + 1]
                    : furthest[limit + diagonal - 1] + 1;
                while (left < from.Count && left - diagonal < to.Count && from[left] == to[left - diagonal])
                {
                    left++;
                }

                furthest[limit + diagonal] = left;
                if (left >= from.Count && left - diagonal >= to.Count)
                {
                    return distance;
                }
            }
        }

        return limit;
    }

    private static List<string> Tokens(string? text) => text is null ? [] : [.. SyntaxFactory.ParseTokens(text).Where(static token => !token.IsKind(SyntaxKind.EndOfFileToken)).Select(static token => token.Text)];
}
