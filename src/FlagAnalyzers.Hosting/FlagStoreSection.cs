using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FlagAnalyzers.Hosting;

/// <summary>Reads the section <c>FlagStore</c> of the configuration into options. What cannot be read is noted, for the validation to tell.</summary>
internal sealed class FlagStoreSection(IConfigurationSection section, List<string> problems)
{
    private const string Name = "FlagStore";

    /// <param name="configuration">The configuration.</param>
    /// <param name="flags">The generated class.</param>
    /// <param name="isOnly">Whether the host has the flags of no other class.</param>
    /// <param name="options">What is set.</param>
    public static void Apply<TContext>(IConfiguration configuration, Type flags, bool isOnly, FlagStoreOptions<TContext> options)
        where TContext : EvaluationContext
    {
        // Of two classes neither may be handed the address of the other's manifest.
        string path = isOnly ? Name : $"{Name}:{flags.FullName}";
        FlagStoreSection section = new(configuration.GetSection(path), options.Problems);
        FlagHttpOptions http = options.Http;
        options.Environment = section.Text("Environment") ?? options.Environment;
        options.StartupTimeout = section.Time("StartupTimeout") ?? options.StartupTimeout;
        http.Address = section.Address("Http:Address") ?? http.Address;
        http.Interval = section.Time("Http:Interval") ?? http.Interval;
        http.Timeout = section.Time("Http:Timeout") ?? http.Timeout;
        http.MaximumSize = section.Number("Http:MaximumSize") ?? http.MaximumSize;
        http.RetryDelay = section.Time("Http:RetryDelay") ?? http.RetryDelay;
        http.MaximumRetryDelay = section.Time("Http:MaximumRetryDelay") ?? http.MaximumRetryDelay;
    }

    /// <summary>A value that is empty sets nothing: a variable of the environment cannot say it otherwise.</summary>
    private string? Text(string key) => section[key] is { Length: > 0 } text ? text : null;

    private TimeSpan? Time(string key)
    {
        if (this.Text(key) is not { } text)
        {
            return null;
        }

        // A bare number would be days.
        if (text.IndexOf(':') >= 0 && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time))
        {
            return time;
        }

        this.Refuse(key, $"is '{text}'. Expected a time as hours, minutes and seconds, such as 00:00:30.");
        return null;
    }

    private int? Number(string key)
    {
        if (this.Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        this.Refuse(key, $"is '{text}'. Expected a whole number of bytes, such as 16777216.");
        return null;
    }

    private Uri? Address(string key)
    {
        if (this.Text(key) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address))
        {
            return address;
        }

        // Not repeated: it may hold a password.
        this.Refuse(key, "is no absolute address. Expected one such as https://flags.example/flags.json.");
        return null;
    }

    private void Refuse(string key, string sentence) => problems.Add($"The setting '{section.Path}:{key}' {sentence}");
}
