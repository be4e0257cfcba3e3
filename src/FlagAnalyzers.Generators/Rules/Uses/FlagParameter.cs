using FlagAnalyzers.Generators.KnownApis;

namespace FlagAnalyzers.Generators.Rules.Uses;

/// <summary>A place that takes a key: what happens with the flag there, and how keys are compared.</summary>
/// <param name="Role">What happens with the flag.</param>
/// <param name="IgnoresCase">Whether a flag is found whose key is written in another case.</param>
/// <param name="Api">The row of the table that says so, or null for a place that is only marked.</param>
internal sealed record FlagParameter(FlagApiRole Role, bool IgnoresCase, FlagApi? Api)
{
    /// <summary>Marked <c>[FlagKey]</c>: the flag is read, and keys are compared exactly, as the runtime compares them.</summary>
    public static readonly FlagParameter Marked = new(FlagApiRole.Read, IgnoresCase: false, Api: null);

    public static FlagParameter Of(FlagApi api) => new(api.Role, api.KeysIgnoreCase, api);
}
