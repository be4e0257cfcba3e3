namespace FlagAnalyzers.Sources;

/// <summary>What changes when a file does, for a look that does not read it. Of a link, the file that it leads to.</summary>
internal readonly record struct FileStamp(long Length, DateTime LastWrite)
{
    /// <summary>Null where the file cannot be opened, or where the platform cannot tell without reading it.</summary>
    public static FileStamp? Of(string path)
    {
#if NET
        try
        {
            using Microsoft.Win32.SafeHandles.SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new FileStamp(RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException)
        {
            return null;
        }
#else
        return null;
#endif
    }
}
