using System.Globalization;
using Microsoft.Extensions.Options;

namespace FlagAnalyzers.Hosting;

/// <summary>Says what is wrong with options before anything is made of them.</summary>
internal sealed class FlagStoreOptionsValidation<TContext> : IValidateOptions<FlagStoreOptions<TContext>>
    where TContext : EvaluationContext
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, FlagStoreOptions<TContext> options)
    {
        List<string> problems = [.. options.Problems];
        FlagHttpOptions http = options.Http;
        if (http.Address is { } address && (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https")))
        {
            problems.Add("Http.Address is no address of a server. Expected an absolute one that begins with https:// or http://.");
        }

        CheckTime(problems, "Http.Interval", http.Interval);
        CheckTime(problems, "Http.Timeout", http.Timeout);
        CheckTime(problems, "Http.RetryDelay", http.RetryDelay);
        CheckTime(problems, "Http.MaximumRetryDelay", http.MaximumRetryDelay);
        if (http.MaximumSize is <= 0 or int.MaxValue)
        {
            problems.Add(string.Format(CultureInfo.InvariantCulture, "Http.MaximumSize is {0}. Expected a number of bytes from 1 to 2147483646.", http.MaximumSize));
        }

        if (options.StartupTimeout < TimeSpan.Zero || options.StartupTimeout > Longest)
        {
            problems.Add(string.Format(CultureInfo.InvariantCulture, "StartupTimeout is {0}. Expected a time from 0 to 1 day.", options.StartupTimeout));
        }

        if (options.Environment is { } environment && string.IsNullOrWhiteSpace(environment))
        {
            problems.Add("Environment is empty. Expected the name of an environment, such as Staging, or null for that of the host.");
        }

        if (options.ConfigurationSection is { } section && string.IsNullOrWhiteSpace(section))
        {
            problems.Add("ConfigurationSection is empty. Expected the name of a section, such as Flags, or null for none.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void CheckTime(List<string> problems, string property, TimeSpan time)
    {
        if (time <= TimeSpan.Zero || time > Longest)
        {
            problems.Add(string.Format(CultureInfo.InvariantCulture, "{0} is {1}. Expected a time above 0 and up to 1 day.", property, time));
        }
    }
}
