using System.Text;

namespace FlagAnalyzers.Sources;

/// <summary>A file as it was at one time.</summary>
/// <param name="Text">Its text; null where there is none, or it cannot be read.</param>
/// <param name="Error">Why it cannot be read; null where it was, and where there is no such file.</param>
internal sealed record FileReading(string? Text, string? Error)
{
    public static readonly FileReading Missing = new(null, null);

    // What is not UTF-8 is refused rather than read with replacement characters in the place of somebody's name.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file that others may be writing, renaming or deleting at the same time.</summary>
    public static FileReading Of(string path)
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using StreamReader reader = new(stream, Utf8);
            return new FileReading(reader.ReadToEnd(), null);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Missing;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException)
        {
            return new FileReading(null, $"{path}: cannot be read: {exception.Message}");
        }
        catch (DecoderFallbackException)
        {
            return new FileReading(null, $"{path}: is not UTF-8.");
        }
    }
}
