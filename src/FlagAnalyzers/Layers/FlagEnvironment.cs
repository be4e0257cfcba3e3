namespace FlagAnalyzers.Layers;

/// <summary>The environment of a program, in the variables that .NET hosts read (https://learn.microsoft.com/dotnet/core/extensions/generic-host).</summary>
internal static class FlagEnvironment
{
    /// <summary>Null where none is named.</summary>
    public static string? OfProcess() => Variable("DOTNET_ENVIRONMENT") ?? Variable("ASPNETCORE_ENVIRONMENT");

    /// <summary>Whether a file can be named after it.</summary>
    public static bool IsFileName(string name) => name.Length > 0 && name.IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && name.IndexOfAny(['/', '\\', ':']) < 0;

    private static string? Variable(string name)
    {
        try
        {
            return Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
        }
        catch (System.Security.SecurityException)
        {
            return null;
        }
    }
}
