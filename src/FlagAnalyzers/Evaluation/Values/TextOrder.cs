namespace FlagAnalyzers.Evaluation.Values;

/// <summary>The order of texts by their UTF-8 bytes, which is that of their code points; UTF-16 orders some of them otherwise.</summary>
internal static class TextOrder
{
    public static int Compare(string left, string right)
    {
        int length = Math.Min(left.Length, right.Length);
        for (int i = 0; i < length; i++)
        {
            if (left[i] != right[i])
            {
                return Rank(left[i]) - Rank(right[i]);
            }
        }

        return left.Length - right.Length;
    }

    /// <summary>Surrogates, which stand for the code points above all others, go behind the last of the plain characters.</summary>
    private static int Rank(char c) => c < 0xD800 ? c : c < 0xE000 ? c + 0x2000 : c - 0x800;
}
