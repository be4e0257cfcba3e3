namespace FlagAnalyzers.Sources;

/// <summary>What became of one request.</summary>
/// <param name="Text">The manifest; null where none came.</param>
/// <param name="Error">Why none came, in a sentence; null also where the one that came last still holds.</param>
/// <param name="Validator">What to send next time, if the manifest is taken; or null.</param>
/// <param name="RetryAfter">How long the server wants to be left alone; or null.</param>
internal sealed record HttpReading(string? Text, string? Error, HttpValidator? Validator = null, TimeSpan? RetryAfter = null)
{
    public static readonly HttpReading Unchanged = new(null, null);

    public static HttpReading Failed(string error, TimeSpan? retryAfter = null) => new(null, error, null, retryAfter);
}

/// <summary>What tells a server which version we have (RFC 9110, section 13.1).</summary>
/// <param name="Header">The header of the request.</param>
/// <param name="Value">As the server gave it.</param>
internal sealed record HttpValidator(string Header, string Value);
