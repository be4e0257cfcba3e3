using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FlagAnalyzers.Hosting;

/// <summary>What was logged of flags, as <c>Level: message</c>.</summary>
internal sealed class LogRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> Lines => [.. this.lines];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName.StartsWith("FlagAnalyzers", StringComparison.Ordinal) ? this.lines : new());

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel}: {formatter(state, exception)}");
    }
}
