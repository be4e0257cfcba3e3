namespace FlagAnalyzers.Manifests.Json;

/// <summary>A number that two JSON texts share when they differ in nothing but white space and comments between tokens: a file that a program was compiled with is
/// recognised without being parsed.</summary>
internal static class ManifestFingerprint
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(string text)
    {
        ulong hash = Offset;
        bool isInString = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (isInString)
            {
                if (c == '\\' && i + 1 < text.Length)
                {
                    hash = unchecked((hash ^ c) * Prime);
                    c = text[++i];
                }
                else
                {
                    isInString = c != '"';
                }
            }
            else if (c is ' ' or '\t' or '\r' or '\n' or '\ufeff')
            {
                continue;
            }
            else if (c == '/')
            {
                i = EndOfComment(text, i);
                continue;
            }
            else
            {
                isInString = c == '"';
            }

            hash = unchecked((hash ^ c) * Prime);
        }

        return hash;
    }

    /// <summary>The last character of a comment, or of a slash that begins none.</summary>
    private static int EndOfComment(string text, int start)
    {
        char kind = start + 1 < text.Length ? text[start + 1] : '\0';
        int end = kind == '/' ? text.IndexOf('\n', start) : kind == '*' ? text.IndexOf("*/", start + 2, StringComparison.Ordinal) + 1 : start;
        return end < start ? text.Length : end;
    }
}
