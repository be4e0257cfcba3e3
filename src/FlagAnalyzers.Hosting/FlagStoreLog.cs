using Microsoft.Extensions.Logging;

namespace FlagAnalyzers.Hosting;

/// <summary>What is told of a store.</summary>
internal static partial class FlagStoreLog
{
    [LoggerMessage(EventId = 1, EventName = "FlagSourceFailed", Level = LogLevel.Warning, Message = "Flags of {Source} are refused, and what was in force stays: {Reason}")]
    public static partial void SourceFailed(this ILogger logger, string source, string reason);

    [LoggerMessage(EventId = 2, EventName = "FlagSourceRecovered", Level = LogLevel.Information, Message = "Flags of {Source} are good again")]
    public static partial void SourceRecovered(this ILogger logger, string source);

    [LoggerMessage(EventId = 3, EventName = "FlagsChanged", Level = LogLevel.Information, Message = "Flags changed: {Keys}")]
    public static partial void FlagsChanged(this ILogger logger, string keys);

    [LoggerMessage(EventId = 4, EventName = "FlagSettingIgnored", Level = LogLevel.Warning, Message = "A setting or an overlay of flags has no effect: {Reason}")]
    public static partial void SettingIgnored(this ILogger logger, string reason);

    [LoggerMessage(EventId = 5, EventName = "FlagServerLate", Level = LogLevel.Warning, Message = "{Source} has not answered within {Timeout}; the host starts with the flags that it has")]
    public static partial void ServerLate(this ILogger logger, string source, TimeSpan timeout);
}
