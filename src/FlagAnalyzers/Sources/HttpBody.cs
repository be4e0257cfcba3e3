using System.Text;

namespace FlagAnalyzers.Sources;

/// <summary>Reads the body of an answer.</summary>
internal static class HttpBody
{
    private const int ChunkSize = 32 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a stream to its end; null where it is longer than the limit, of which no more than one byte beyond is read.</summary>
    public static async Task<ArraySegment<byte>?> ReadAsync(Stream stream, long? expectedLength, int limit, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[(int)Math.Min(expectedLength + 1 ?? ChunkSize, (long)limit + 1)];
        int count = 0;
        while (true)
        {
            if (count == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min((long)limit + 1, Math.Max(ChunkSize, 2L * bytes.Length)));
            }

            int read = await stream.ReadAsync(bytes, count, Math.Min(ChunkSize, bytes.Length - count), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return new ArraySegment<byte>(bytes, 0, count);
            }

            count += read;
            if (count > limit)
            {
                return null;
            }
        }
    }

    /// <summary>Null where the bytes are not UTF-8.</summary>
    public static string? Decode(ArraySegment<byte> bytes)
    {
        byte[] array = bytes.Array!;
        int mark = bytes.Count >= 3 && array[0] == 0xEF && array[1] == 0xBB && array[2] == 0xBF ? 3 : 0;
        try
        {
            return StrictUtf8.GetString(array, mark, bytes.Count - mark);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
